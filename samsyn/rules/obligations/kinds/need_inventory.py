"""Behovsinventering: an inventory of what visitors need."""

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence

KIND = Kind(
    name="need_inventory",
    title="Behovsinventering",
    english="Inventory of needs",
    meaning="An inventory of what visitors need.",
    evidence=Evidence.REPORT,
    shapes=("once", "recurring"),
)
