"""The register of published tables: those that come with Samsyn, and those that somebody has entered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Literal, cast

from samsyn.rules.money import IndexFigure, IndexRegister, IndexTable
from samsyn.rules.money.published import Shipped, shipped
from samsyn.rules.quantities import Percent
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.indices.models import IndexTable as Row

Key = tuple[str, date]
Figures = dict[int, IndexFigure]


@dataclass
class Standing:
    """A table as it counts today. `row` is its latest version; None while only what comes with Samsyn is known."""

    series: str
    published: date
    source: str
    figures: Figures = field(default_factory=dict)
    row: Row | None = None
    ships: Shipped | None = None

    @property
    def number(self) -> int:
        """Of the version that counts; one that comes with Samsyn is the first."""
        return self.row.number if self.row else 1

    @property
    def withdrawn(self) -> bool:
        return self.row is not None and self.row.withdrawn


def register() -> IndexRegister:
    """What sums are worked out from. One query."""
    found: dict[Key, IndexTable] = {(each.table.series, each.table.published): each.table for each in shipped()}
    columns = ("series", "published", "source", "figures__year", "figures__percent", "figures__status")
    rows = Row.objects.latest_versions().order_by("series", "published").values_list(*columns)
    for (series, published, source), lines in groupby(rows, key=itemgetter(0, 1, 2)):
        figures = {year: _figure(percent, status) for *_, year, percent, status in lines if year is not None}
        found[series, published] = IndexTable(series, published, figures, source)
    return IndexRegister(tuple(found[key] for key in sorted(found) if found[key].figures))


def tables_standing() -> list[Standing]:
    """Series by series, the latest published first; also those that are withdrawn. Two queries."""
    found: dict[Key, Standing] = {}
    for each in shipped():
        table = each.table
        figures = dict(table.figures)
        found[table.series, table.published] = Standing(
            table.series, table.published, table.source, figures, None, each
        )
    for row in Row.objects.latest_versions().prefetch_related("figures"):
        known = found.get((row.series, row.published))
        ships = known.ships if known else None
        found[row.series, row.published] = Standing(row.series, row.published, row.source, figures_of(row), row, ships)
    return sorted(found.values(), key=_on_the_page)


def standing_of(series: str, published: date) -> Standing | None:
    return next((each for each in tables_standing() if (each.series, each.published) == (series, published)), None)


def versions_of(series: str, published: date) -> list[Row]:
    """What somebody has entered, the latest first."""
    rows = Row.objects.filter(series=series, published=published).order_by("-number")
    return list(rows.prefetch_related("figures"))


def series_known() -> list[str]:
    return sorted({each.series for each in tables_standing()})


def not_taken_in() -> list[Row]:
    """Tables that the sums of the partnerships are not yet worked out with."""
    return list(Row.objects.not_taken_in())


def follows(dossier: Dossier, series: Iterable[str], today: date) -> bool:
    """Whether the agreement, as signed or as it is today, raises a sum by one of the series."""
    terms = (dossier.agreement, terms_on(dossier, today, today))
    return not {index.series for each in terms for index in each.index.values()}.isdisjoint(series)


def figures_of(row: Row) -> Figures:
    return {each.year: _figure(each.percent, each.status) for each in row.figures.all()}


def _figure(percent: Decimal, status: str) -> IndexFigure:
    return IndexFigure(Percent(percent.normalize()), cast(Literal["forecast", "outcome"], status))


def _on_the_page(each: Standing) -> tuple[str, int]:
    return each.series, -each.published.toordinal()
