"""What stands in one cell of a table, and how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

State = Literal["value", "hidden", "not_measured", "missing"]
"""hidden: it could tell of a few; not_measured: nothing counts it; missing: it is counted, but not here and then."""
Kind = Literal["text", "number", "share", "money", "day"]
"""number: an int, or a Fraction as «7/2»; share: «31/131», never shortened; money: öre; day: ISO 8601."""

_RATIO = re.compile(r"-?\d+/[1-9]\d*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is None when `state` says why there is none. `kind`: another than the column's, in a mixed column.

    A text without a value is an empty cell: Cell("").
    """

    value: int | str | None = None
    state: State = "value"
    kind: Kind | None = None

    def __post_init__(self) -> None:
        if (self.state == "value") != (self.value is not None):
            raise ValueError(f"a cell that is «{self.state}» holds {self.value!r}; hidden things hold nothing")


HIDDEN, NOT_MEASURED, MISSING = Cell(state="hidden"), Cell(state="not_measured"), Cell(state="missing")


@dataclass(frozen=True, slots=True)
class ColumnDoc:
    """`unit` stands in the head: «personer», «kr»; a share has its per cent sign in the cell."""

    key: str
    title: str
    unit: str = ""
    kind: Kind = "number"


def kind_of(cell: Cell, column: ColumnDoc) -> Kind:
    return cell.kind or column.kind


def check_cell(cell: Cell, kind: Kind) -> None:
    """Raises ValueError where the value is not of its kind."""
    value = cell.value
    if value is None or value == "":
        return
    if not _is_of(value, kind):
        raise ValueError(f"{value!r} is no {kind}")


def _is_of(value: int | str, kind: Kind) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if isinstance(value, int):
        return kind in ("number", "money")
    if kind == "day":
        return bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    return kind in ("number", "share") and bool(_RATIO.fullmatch(value))


def number_of(cell: Cell, kind: Kind) -> Fraction | None:
    """The value as an exact number: kronor for money. None for what is no number, or has no value."""
    if cell.value is None or cell.value == "" or kind in ("text", "day"):
        return None
    return Fraction(cell.value) / (100 if kind == "money" else 1)
