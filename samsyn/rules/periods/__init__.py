"""Parts of time that clauses speak of, named and measured."""

from samsyn.rules.periods.length import MONTH, length, position
from samsyn.rules.periods.slots import MONTHS, Aligned, Every, Slot, listed, owed_in, slots

__all__ = ["MONTH", "MONTHS", "Aligned", "Every", "Slot", "length", "listed", "owed_in", "position", "slots"]
