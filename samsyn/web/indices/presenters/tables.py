"""The tables of a series beside each other: a row for each table, a column for each year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from samsyn.rules.money import IndexFigure
from samsyn.web.indices.models import IndexTable
from samsyn.web.indices.queries import Figures, Standing, figures_of


@dataclass(frozen=True, slots=True)
class Line:
    """One table. `cells` are in the order of the series' years; `url` is empty for one that comes with Samsyn."""

    published: date
    cells: tuple[IndexFigure | None, ...]
    source: str
    is_address: bool
    who: str
    url: str
    correct_url: str
    withdrawn: bool
    corrected: bool
    waiting: bool
    note: str


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    years: tuple[int, ...]
    lines: tuple[Line, ...]


def series_of(tables: Iterable[Standing], home: str) -> list[Series]:
    """`home` is the address of the register; the tables stand series by series."""
    return [_series(name, list(each), home) for name, each in groupby(tables, key=lambda table: table.series)]


def _series(name: str, tables: Sequence[Standing], home: str) -> Series:
    years = tuple(sorted({year for table in tables if not table.withdrawn for year in table.figures}))
    return Series(name, years, tuple(_line(table, years, home) for table in tables))


def _line(table: Standing, years: Sequence[int], home: str) -> Line:
    figures: Figures = {} if table.withdrawn else table.figures
    row = table.row
    one = f"{home}{row.pk}/" if row else ""
    return Line(
        published=table.published,
        cells=tuple(figures.get(year) for year in years),
        source=table.source,
        is_address=row is None and table.source.startswith("https://"),
        who=row.organisation_name if row else gettext("följer med Samsyn"),
        url=one,
        correct_url=f"{one}correct/" if row else f"{home}add/?series={table.series}&published={table.published}",
        withdrawn=table.withdrawn,
        corrected=table.number > 1,
        waiting=row is not None and row.taken_in_at is None,
        note=table.ships.note if table.ships and row is None else "",
    )


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a table: its figures, and what differs from the version before."""

    row: IndexTable
    figures: tuple[tuple[int, IndexFigure], ...]
    name: str
    counts: bool


def versions(rows: Sequence[IndexTable], names: dict[object, str]) -> list[Version]:
    """`rows` the latest first; `names` of those who wrote that the viewer may know, by id."""
    return [
        Version(row, tuple(sorted(figures_of(row).items())), names.get(row.entered_by_id, ""), number == 0)
        for number, row in enumerate(rows)
    ]
