"""Samverkan: contact, exchange of knowledge and cooperation that the parties owe each other."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="cooperation",
    title="Samverkan",
    english="Cooperation",
    meaning="Contact, exchange of knowledge and cooperation that the parties owe each other.",
    evidence=Evidence.NONE,
    shapes=("standing", "recurring", "once"),
)
