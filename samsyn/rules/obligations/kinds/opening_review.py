"""Översyn av öppettider: a review of opening hours."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="opening_review",
    title="Översyn av öppettider",
    english="Review of opening hours",
    meaning="A review of opening hours.",
    evidence=Evidence.NOTE,
    shapes=("once", "recurring"),
)
