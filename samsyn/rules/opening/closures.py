"""Closures with a date: the three summer weeks, a day of planning, a burst pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.operations import Opening, Weekday

_WEEKDAYS = get_args(Weekday)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Closed:
    """Days on which the site is closed, and why, in the words of those who closed it («sommarstängt»)."""

    days: DateRange
    why: str


def openings_of(agreement: Agreement, site: str | None, day: date) -> list[Opening]:
    """The opening hours of a site that hold on a day. Without a site there are none."""
    return [
        each
        for each in agreement.opening.values()
        if each.applies and each.site == site and (each.first or day) <= day <= (each.last or day)
    ]


def in_week(opening: Opening, day: date) -> bool:
    """Is the day one of those in the weekly pattern, and not closed as a weekend?"""
    name = _WEEKDAYS[day.weekday()]
    return name in opening.days and not ("weekends" in opening.closed and name in ("sat", "sun"))


def weeks_to_set(agreement: Agreement, site: str | None, year: int, closures: Iterable[Closed] = ()) -> int:
    """How many of the closed weeks that the text promises for a year are still without dates.

    A week counts as closed when no day of its weekly pattern is left. It is of the year of its Thursday (ISO 8601).
    """
    shut = [each.days for each in closures]
    whole = DateRange.year(year)
    left = [0]
    for opening in (each for each in agreement.opening.values() if each.applies and each.site == site):
        if (opening.first or whole.start) < whole.end and whole.start <= (opening.last or whole.start):
            dated = sum(_all_shut(opening, monday, shut) for monday in _mondays(year))
            left.append(opening.closed_weeks - dated)
    return max(left)


def _all_shut(opening: Opening, monday: date, shut: list[DateRange]) -> bool:
    days = [day for day in (monday + number * _DAY for number in range(7)) if in_week(opening, day)]
    return bool(days) and all(any(day in each for each in shut) for day in days)


def _mondays(year: int) -> Iterator[date]:
    monday = date.fromisocalendar(year, 1, 1)
    while monday.isocalendar().year == year:
        yield monday
        monday += _WEEK
