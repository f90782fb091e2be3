"""Dialog om förlängning: the talk, usually every year, on extending and adjusting the agreement."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="extension_dialogue",
    title="Dialog om förlängning",
    english="Talk on extension",
    meaning="The talk, usually every year, on extending and adjusting the agreement.",
    evidence=Evidence.MINUTES,
    shapes=("recurring", "once"),
)
