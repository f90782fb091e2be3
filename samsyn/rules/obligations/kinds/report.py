"""Rapport: a written report on the work."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="report",
    title="Rapport",
    english="Report",
    meaning="A written report on the work.",
    evidence=Evidence.REPORT,
    shapes=("recurring", "once", "standing"),
)
