"""A figure that was let go of, as a page shows it; and one that is about to be, with what stays and why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext

from samsyn.rules.indicators import Figure, NotMeasured, Value, Why, plain_figure
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.releases.presenters.words import count_words, line_words, split_words, value_words
from samsyn.web.releases.told import ReleasedFigure, ReleasedLine, counted, values_of


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a split. `cells`: its numbers in the order of the heads; «visas inte» where one is not told."""

    whom: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One split as a table."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    hides: bool


def grids_of(figure: ReleasedFigure, terms: Agreement) -> list[Grid]:
    return [_grid(figure, terms, by) for by in dict.fromkeys(each.by for each in figure.parts)]


def _grid(figure: ReleasedFigure, terms: Agreement, by: tuple[str, ...]) -> Grid:
    lines = figure.split(*by)
    names = list(dict.fromkeys(name for each in (*lines, figure.total) for name in each.counts))
    heads = [count_words(name, figure.unit) for name in names]
    reckoned = figure.kind in ("mean", "changed")
    rows = [_row(terms, each, names, figure, reckoned) for each in (*lines, figure.total)]
    return Grid(
        gettext("Efter %(what)s") % {"what": split_words(by)},
        tuple([*heads, gettext("Medelvärde")] if reckoned else heads),
        tuple(rows),
        any(each.is_hidden for each in lines),
    )


def _row(terms: Agreement, line: ReleasedLine, names: Sequence[str], figure: ReleasedFigure, reckoned: bool) -> Row:
    said = value_words(line.value, figure.unit, figure.measure) if isinstance(line.value, NotMeasured) else ""
    cells = [said or number_words(line.counts.get(name, None if line.is_hidden else 0)) for name in names]
    if reckoned:
        cells.append(value_words(line.value, figure.unit, figure.measure))
    return Row(line_words(terms, line.by, line.keys), tuple(cells))


def number_words(n: int | None) -> str:
    return gettext("visas inte") if n is None else number_format(n, force_grouping=True)


@dataclass(frozen=True, slots=True)
class Kept:
    """One line before it is let go: what was counted, what the others will see, and why not all of it."""

    whom: str
    counted: str
    seen: str
    why: str


@dataclass(frozen=True, slots=True)
class Before:
    """A figure before it is let go. `there`: let go already with these numbers; `corrects`: with others."""

    indicator: str
    name: str
    clause: str
    assumed: bool
    says: str
    total: str
    lines: tuple[Kept, ...]
    hides: bool
    there: bool
    corrects: bool


def before_of(
    figure: Figure, seen: ReleasedFigure, terms: Agreement, smallest: int, *, there: bool, corrects: bool
) -> Before:
    told = {(each.by, each.keys): each for each in seen.lines}
    lines = [
        _kept(figure, terms, told[of], counted(value, figure.value), value, smallest)
        for of, value in values_of(figure).items()
    ]
    return Before(
        figure.indicator, figure.name, figure.clause, figure.assumed, figure.says,
        value_words(figure.value, figure.unit, figure.measure), tuple(lines), seen.hides, there, corrects,
    )  # fmt: skip


def _kept(
    figure: Figure, terms: Agreement, line: ReleasedLine, exact: dict[str, int], value: Value, smallest: int
) -> Kept:
    words, seen = (value_words(each, figure.unit, figure.measure) for each in (value, line.value))
    return Kept(line_words(terms, line.by, line.keys), words, seen, _why(line, exact, smallest))


def _why(line: ReleasedLine, exact: dict[str, int], smallest: int) -> str:
    """Said to the one that counted, and to nobody else: to the others they look alike."""
    if isinstance(line.value, NotMeasured) and line.value.why is Why.TOO_FEW:
        return gettext("för få svar, på den här raden eller på en till")
    if not line.is_hidden:
        return ""
    if any(0 < n < smallest for name, n in exact.items() if line.counts[name] is None):
        return gettext("färre än %(n)s") % {"n": smallest}
    if None in line.counts.values():
        return gettext("annars går ett litet tal att räkna ut")
    return gettext("ett medelvärde av få, eller ett som har ändrats")


def seal_of(figures: Iterable[Figure]) -> str:
    """SHA-256 over the numbers that were looked at: what is let go is those."""
    told = [{name: each for name, each in plain_figure(one).items() if name != "as_of"} for one in figures]
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in a list."""

    url: str
    name: str
    value: str
    clause: str
    assumed: bool
    more: str


@dataclass(frozen=True, slots=True)
class Group:
    """Those of one organisation over the same days."""

    title: str
    entries: tuple[Entry, ...]


def entry_of(figure: ReleasedFigure, home: str) -> Entry:
    more = gettext("rättad") if figure.number > 1 else ""
    return Entry(
        f"{home}{figure.release}/", figure.name, value_words(figure.total.value, figure.unit, figure.measure),
        figure.clause, figure.assumed, more,
    )  # fmt: skip


def is_in(days: DateRange, figures: Iterable[ReleasedFigure]) -> bool:
    return any(each.period == days for each in figures)
