"""Årsredovisning: the annual report and the report on activities of an organisation."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="annual_report",
    title="Årsredovisning",
    english="Annual report",
    meaning="The annual report and the report on activities of an organisation.",
    evidence=Evidence.REPORT,
    shapes=("recurring", "once"),
)
