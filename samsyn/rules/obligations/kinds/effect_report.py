"""Effektrapport: a report on what changed because of the work."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="effect_report",
    title="Effektrapport",
    english="Effect report",
    meaning="A report on what changed because of the work.",
    evidence=Evidence.REPORT,
    shapes=("recurring", "once"),
)
