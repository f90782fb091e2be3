"""What is free when: for the one who is to give a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.rules.quantities import DateRange
from samsyn.web.placements.queries.free import Held, first_day_free, first_free
from samsyn.web.placements.queries.ground import Ground

_WEEKS = 12


@dataclass(frozen=True, slots=True)
class WeekOfRoom:
    """`free`: places that nobody has on any day of the week that begins on `monday`."""

    monday: date
    week: int
    free: int


@dataclass(frozen=True, slots=True)
class FirstDays:
    """From the wished day: the place that is free for the full time, or the first day on which one is."""

    wished: date
    last: date
    place: int | None
    again: date | None


def room_of(places: Sequence[Held], today: date) -> list[WeekOfRoom]:
    monday = today - timedelta(days=today.weekday())
    weeks = [DateRange(monday + timedelta(weeks=n), monday + timedelta(weeks=n + 1)) for n in range(_WEEKS)]
    return [WeekOfRoom(each.start, each.start.isocalendar().week, _free(places, each, today)) for each in weeks]


def _free(places: Sequence[Held], week: DateRange, today: date) -> int:
    left = DateRange(max(week.start, today), week.end)
    return sum(each.is_free(left) for each in places)


def first_days(places: Sequence[Held], ground: Ground, wished: date) -> FirstDays:
    last = min(ground.longest_last(wished) or ground.life.last, ground.life.last)
    if last < wished:
        return FirstDays(wished, last, None, None)
    days = DateRange.through(wished, last)
    found = first_free(places, days)
    return FirstDays(wished, last, found.number if found else None, first_day_free(list(places), days))
