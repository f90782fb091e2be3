"""A month as weeks of days, from Monday, with what is due on each."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.web.obligations.presenters.rows import Row


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    in_month: bool
    is_today: bool
    rows: tuple[Row, ...]

    @property
    def parts(self) -> tuple[tuple[bool, tuple[Row, ...]], ...]:
        """What happens on the day, then that for which it is the last one (True); neither where it is empty."""
        parts = ((latest, tuple(row for row in self.rows if row.latest == latest)) for latest in (False, True))
        return tuple(part for part in parts if part[1])


@dataclass(frozen=True, slots=True)
class Week:
    """`number` is the ISO week, as Swedes count."""

    number: int
    days: tuple[Day, ...]


def weeks_of(first: date, rows: Iterable[Row], today: date) -> list[Week]:
    """The weeks that touch the month of `first`. Days of the months beside are there but empty."""
    due: dict[date, list[Row]] = {}
    for row in rows:
        if row.due is not None:
            due.setdefault(row.due, []).append(row)
    weeks = calendar.Calendar(calendar.MONDAY).monthdatescalendar(first.year, first.month)
    return [Week(week[0].isocalendar().week, tuple(_days(week, first, due, today))) for week in weeks]


def _days(week: Sequence[date], first: date, due: dict[date, list[Row]], today: date) -> Iterable[Day]:
    for day in week:
        in_month = day.month == first.month
        yield Day(day, in_month, day == today, tuple(due.get(day, ())) if in_month else ())


def days_with_something(weeks: Iterable[Week]) -> list[Day]:
    """The same month as a list, for a narrow window."""
    return [day for week in weeks for day in week.days if day.rows]
