"""Information: information that a party gives or spreads."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="information",
    title="Information",
    english="Information",
    meaning="Information that a party gives or spreads.",
    evidence=Evidence.NOTE,
    shapes=("recurring", "standing"),
)
