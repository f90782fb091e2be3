"""Redogörelse: a statement of how money was used, for example before a new agreement year begins."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="statement",
    title="Redogörelse",
    english="Statement",
    meaning="A statement of how money was used, for example before a new agreement year begins.",
    evidence=Evidence.REPORT,
    shapes=("recurring", "once", "standing"),
)
