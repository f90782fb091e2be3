"""Tillhandahålla: something that a party provides or sees to."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="provision",
    title="Tillhandahålla",
    english="Provision",
    meaning="Something that a party provides or sees to.",
    evidence=Evidence.NONE,
    shapes=("standing", "recurring", "once"),
)
