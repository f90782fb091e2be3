"""Statistik: figures that a party keeps and can show."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="statistics",
    title="Statistik",
    english="Statistics",
    meaning="Figures that a party keeps and can show.",
    evidence=Evidence.REPORT,
    shapes=("recurring", "standing"),
)
