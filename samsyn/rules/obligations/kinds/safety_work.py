"""Arbetsmiljö och brandskydd: systematic work-environment and fire-safety work."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="safety_work",
    title="Arbetsmiljö och brandskydd",
    english="Work environment and fire safety",
    meaning="Systematic work-environment and fire-safety work.",
    evidence=Evidence.NOTE,
    shapes=("standing", "recurring"),
)
