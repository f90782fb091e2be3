"""Utvärdering: an evaluation of the agreement or of the work."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="evaluation",
    title="Utvärdering",
    english="Evaluation",
    meaning="An evaluation of the agreement or of the work.",
    evidence=Evidence.REPORT,
    shapes=("recurring", "once", "standing"),
)
