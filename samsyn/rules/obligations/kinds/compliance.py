"""Följa lagar och riktlinjer: laws, rules and guidelines that a party has promised to follow."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="compliance",
    title="Följa lagar och riktlinjer",
    english="Following law and guidelines",
    meaning="Laws, rules and guidelines that a party has promised to follow.",
    evidence=Evidence.NONE,
    shapes=("standing",),
)
