"""The days of a series."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def days_of(
    weekdays: Collection[int], first: date, last: date, *, every: int = 1, skip: Collection[date] = ()
) -> tuple[date, ...]:
    """Rising. `weekdays`: 1 is Monday. `every`: weeks from one to the next, counted from the week of `first`."""
    if every < 1 or not set(weekdays) <= set(range(1, 8)):
        raise ValueError(f"No such rhythm: weekdays {weekdays!r} every {every} weeks.")
    monday = first - (first.isoweekday() - 1) * _DAY
    return tuple(
        day
        for day in _through(first, last)
        if day.isoweekday() in weekdays and (day - monday) // _WEEK % every == 0 and day not in skip
    )


def _through(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * _DAY
