"""A figure as it is told to others in a report: exact totals that the agreement asks for, splits as let go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from samsyn.exchange.reports import Cell, DefinitionDoc, Kind, Tag
from samsyn.exchange.reports.cells import HIDDEN, NOT_MEASURED
from samsyn.rules.indicators.figure import Figure
from samsyn.rules.indicators.values import Changed, Counted, Mean, NotMeasured, Ratio, Total, Value
from samsyn.rules.terms.indicators import Indicator

Counts = Mapping[str, int | None]
"""The whole numbers that a value is made of (`samsyn.rules.indicators.values.counts`); None is not told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a split."""

    by: tuple[str, ...]
    keys: tuple[str, ...]
    value: Cell


@dataclass(frozen=True, slots=True)
class Told:
    """`more`: what was left out, or why nothing was measured. `n` and `missing` are None where they are not told."""

    indicator: str
    name: str
    level: str
    unit: str
    kind: Kind
    clause: str
    assumed: bool
    version: str
    says: str
    contracted: bool
    value: Cell
    target: int | None = None
    n: int | None = None
    missing: int | None = None
    more: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()

    def split(self, by: str) -> tuple[Line, ...]:
        return tuple(each for each in self.lines if each.by == (by,))

    @property
    def definition(self) -> DefinitionDoc:
        label = tag_of(self.clause).label
        return DefinitionDoc(self.indicator, self.name, self.says, label, self.version, self.assumed)


_TOLD = TypeAdapter(tuple[Told, ...])


def plain_told(told: Sequence[Told]) -> list[dict[str, Any]]:
    written: list[dict[str, Any]] = _TOLD.dump_python(tuple(told), mode="json")
    return written


def told_from_plain(plain: Any) -> dict[str, Told]:
    """By indicator."""
    return {each.indicator: each for each in _TOLD.validate_python(plain)}


def tag_of(clause: str, assumed: bool = False) -> Tag:
    return Tag(f"§\N{NO-BREAK SPACE}{clause}", assumed) if clause else Tag("")


def kind_of(measure: str) -> Kind:
    return "share" if measure in ("ratio", "share_reaching") else "number"


def cell_of(value: Value, measure: str) -> Cell:
    """What is known whole. A mean that says so many steps is a number; a share is kept as «31/131»."""
    match value:
        case Total():
            return Cell(value.value)
        case Counted() if measure == "share_reaching":
            return Cell(f"{value.reached}/{value.known}") if value.known else NOT_MEASURED
        case Counted():
            return Cell(value.reached)
        case Ratio():
            return Cell(f"{value.part}/{value.whole}") if value.whole else NOT_MEASURED
        case Mean() | Changed():
            return Cell(f"{value.mean.numerator}/{value.mean.denominator}")
        case NotMeasured():
            return NOT_MEASURED


def cell_from(counts: Counts, measure: str, like: Value) -> Cell:
    """From the numbers that were let go; hidden where one that it needs is."""
    match like:
        case Total():
            return _number(counts.get("value"))
        case Counted() if measure == "share_reaching":
            return _share(counts.get("reached"), counts.get("not_reached"))
        case Counted():
            return _number(counts.get("reached"))
        case Ratio(within=True):
            return _share(counts.get("part"), counts.get("rest"))
        case Ratio():
            part, whole = counts.get("part"), counts.get("whole")
            return HIDDEN if part is None or whole is None else Cell(f"{part}/{whole}") if whole else NOT_MEASURED
        case Mean() | Changed():
            return HIDDEN if any(each is None for each in counts.values()) else cell_of(like, measure)
        case NotMeasured():
            return NOT_MEASURED


def _number(count: int | None) -> Cell:
    return HIDDEN if count is None else Cell(count)


def _share(part: int | None, rest: int | None) -> Cell:
    if part is None or rest is None:
        return HIDDEN
    return Cell(f"{part}/{part + rest}") if part + rest else NOT_MEASURED


def measure_of(figure: Figure, indicator: Indicator | None) -> str:
    return figure.measure or (indicator.measure if indicator else "count")
