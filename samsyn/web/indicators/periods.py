"""Periods of the calendar, as they stand in an address: 2026-03, 2026-q1, 2026-h1, 2026."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils import dates
from django.utils.translation import gettext

from samsyn.rules.quantities import DateRange
from samsyn.rules.quantities.dates import add_months

Unit = Literal["month", "quarter", "half_year", "year"]
MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_WRITTEN = re.compile(
    r"(?P<year>[12]\d{3})(?:-(?:(?P<month>0[1-9]|1[0-2])|q(?P<quarter>[1-4])|h(?P<half>[12])))?", re.A
)


@dataclass(frozen=True, slots=True)
class Period:
    unit: Unit
    first: date

    @property
    def days(self) -> DateRange:
        return DateRange(self.first, add_months(self.first, MONTHS[self.unit]))

    @property
    def number(self) -> int:
        return (self.first.month - 1) // MONTHS[self.unit] + 1

    def __str__(self) -> str:
        year = f"{self.first.year:04}"
        ends = {
            "month": f"-{self.number:02}",
            "quarter": f"-q{self.number}",
            "half_year": f"-h{self.number}",
            "year": "",
        }
        return year + ends[self.unit]

    @property
    def words(self) -> str:
        """«mars 2026», «första halvåret 2026»."""
        year = self.first.year
        match self.unit:
            case "month":
                return f"{dates.MONTHS[self.number]} {year}"
            case "quarter":
                which = [gettext("första"), gettext("andra"), gettext("tredje"), gettext("fjärde")][self.number - 1]
                return gettext("%(which)s kvartalet %(year)s") % {"which": which, "year": year}
            case "half_year":
                which = [gettext("första"), gettext("andra")][self.number - 1]
                return gettext("%(which)s halvåret %(year)s") % {"which": which, "year": year}
            case _:
                return gettext("hela %(year)s") % {"year": year}

    def moved(self, steps: int) -> Period:
        return Period(self.unit, add_months(self.first, steps * MONTHS[self.unit]))

    def as_unit(self, unit: Unit, today: date) -> Period:
        """The last of that length in it, if it has begun."""
        return period_of(unit, min(self.days.last, max(today, self.first)))


def period_of(unit: Unit, day: date) -> Period:
    months = MONTHS[unit]
    return Period(unit, date(day.year, (day.month - 1) // months * months + 1, 1))


def period_in(written: str, today: date, life: DateRange) -> Period:
    """What an address names, if a day of it lies in the agreement's life; else the half-year of the last day so far."""
    found = _WRITTEN.fullmatch(written)
    if found:
        period = _period(found)
        if period.days.start < life.end and life.start < period.days.end:
            return period
    return period_of("half_year", max(life.start, min(today, life.last)))


def _period(found: re.Match[str]) -> Period:
    year = int(found["year"])
    if found["month"]:
        return Period("month", date(year, int(found["month"]), 1))
    if found["quarter"]:
        return Period("quarter", date(year, 3 * int(found["quarter"]) - 2, 1))
    if found["half"]:
        return Period("half_year", date(year, 6 * int(found["half"]) - 5, 1))
    return Period("year", date(year, 1, 1))
