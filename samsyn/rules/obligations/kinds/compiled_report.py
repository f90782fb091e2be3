"""Sammanställning: a report that somebody compiles from the reports of several."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="compiled_report",
    title="Sammanställning",
    english="Compiled report",
    meaning="A report that somebody compiles from the reports of several.",
    evidence=Evidence.REPORT,
    shapes=("recurring", "once"),
)
