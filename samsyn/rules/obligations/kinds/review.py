"""Översyn: a review of terms, for example of the sum in a certain autumn."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="review",
    title="Översyn",
    english="Review",
    meaning="A review of terms, for example of the sum in a certain autumn.",
    evidence=Evidence.MINUTES,
    shapes=("recurring", "once", "standing"),
)
