"""Orosanmälan: a report of concern for a child, made when there is cause. Only that it was made is noted."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="concern_report",
    title="Orosanmälan",
    english="Report of concern",
    meaning="A report of concern for a child, made when there is cause. Only that it was made is noted.",
    evidence=Evidence.NOTE,
    shapes=("standing",),
)
