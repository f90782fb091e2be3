"""Insyn: particulars and papers that a party hands over on request."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="insight",
    title="Insyn",
    english="Insight",
    meaning="Particulars and papers that a party hands over on request.",
    evidence=Evidence.NOTE,
    shapes=("standing",),
)
