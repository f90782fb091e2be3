"""Utbildning: training and seminars that a party offers or that the parties hold together."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="training",
    title="Utbildning",
    english="Training",
    meaning="Training and seminars that a party offers or that the parties hold together.",
    evidence=Evidence.NOTE,
    shapes=("recurring", "standing"),
)
