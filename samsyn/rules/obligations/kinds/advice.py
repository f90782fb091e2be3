"""Råd och stöd: advice that a party gives on request."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="advice",
    title="Råd och stöd",
    english="Advice",
    meaning="Advice that a party gives on request.",
    evidence=Evidence.NOTE,
    shapes=("standing",),
)
