"""Godkännande i förväg: what must be approved before it is done."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="prior_approval",
    title="Godkännande i förväg",
    english="Prior approval",
    meaning="What must be approved before it is done.",
    evidence=Evidence.APPROVAL,
    shapes=("standing",),
)
