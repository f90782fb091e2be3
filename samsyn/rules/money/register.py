"""Published index tables. The register ships empty: a figure is entered with its day of publication and source.

PKV is issued anew several times a year, each table with per cent for about five calendar years, so a year has
several values over time and turns from forecast to outcome.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samsyn.rules.quantities import Percent
from samsyn.rules.terms.funding import Index


@dataclass(frozen=True, slots=True)
class IndexFigure:
    """Per cent for one calendar year, as one table gives it."""

    percent: Percent
    status: Literal["forecast", "outcome"]


@dataclass(frozen=True)
class IndexTable:
    """One published table. `source` is the address or document it was read from."""

    series: str
    published: date
    figures: Mapping[int, IndexFigure]
    source: str

    def __hash__(self) -> int:
        return hash((self.series, self.published, self.source, frozenset(self.figures.items())))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cell that a rule picks: which table, which year, which figure."""

    table: IndexTable
    year: int
    figure: IndexFigure

    def __str__(self) -> str:
        kind = "utfall" if self.figure.status == "outcome" else "prognos"
        return f"{self.figure.percent} ({kind}, publicerad {self.table.published}, {self.table.source})"


@dataclass(frozen=True)
class IndexRegister:
    """All tables that somebody has entered."""

    tables: tuple[IndexTable, ...] = ()

    def known_on(self, day: date | None) -> IndexRegister:
        """What had been published by that day; all of it when no day is given."""
        return self if day is None else IndexRegister(tuple(t for t in self.tables if t.published <= day))

    def choose(self, rule: Index, uplift: date) -> Chosen | None:
        """The figure for an uplift on that day by the rule of the agreement, or None while it is awaited.

        latest_before: the latest table published before the uplift. october_before: the latest one published in the
        October before it. any: the parties choose, so there is one only while all tables say the same. With true_up the
        outcome replaces the forecast as soon as one is published.
        """
        year = uplift.year + rule.year_offset
        tables = self._with(rule, year)
        if rule.true_up:
            outcomes = [t for t in tables if t.figures[year].status == "outcome"]
            if outcomes:
                return Chosen(outcomes[0], year, outcomes[0].figures[year])
        first, end = date.min, uplift
        if rule.publication == "october_before":
            october = uplift.year if uplift > date(uplift.year, 10, 31) else uplift.year - 1
            first, end = date(october, 10, 1), date(october, 11, 1)
        found = [t for t in tables if first <= t.published < end]
        if not found or (rule.publication == "any" and _differ(found, year)):
            return None
        return Chosen(found[-1], year, found[-1].figures[year])

    def awaited(self, rule: Index, uplift: date) -> str:
        """What an uplift without a figure waits for: «PKV 2026»; «val av tabell för PKV 2026» where tables differ."""
        year = uplift.year + rule.year_offset
        found = [t for t in self._with(rule, year) if t.published < uplift]
        what = f"{rule.series} {year}"
        return f"val av tabell för {what}" if rule.publication == "any" and _differ(found, year) else what

    def _with(self, rule: Index, year: int) -> list[IndexTable]:
        """The tables of the series that have the year, the oldest first."""
        return sorted((t for t in self.tables if t.series == rule.series and year in t.figures), key=_published)


def _differ(tables: Sequence[IndexTable], year: int) -> bool:
    return len({table.figures[year].percent for table in tables}) > 1


def _published(table: IndexTable) -> date:
    return table.published


EMPTY = IndexRegister()
