"""Where and when places are given. Hours are civil time in Sweden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import get_args

from samsyn.rules.because import Reason
from samsyn.rules.meetings.times import SWEDEN
from samsyn.rules.places.nights import in_sweden
from samsyn.rules.places.readings import Reading, assumed
from samsyn.rules.places.words import listed, spoken
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.operations import Weekday
from samsyn.rules.terms.places import IntakePoint

_WEEKDAYS = get_args(Weekday)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Open:
    """Is the intake open, at which points (ids), and when it opens next, in Swedish time; None: not known."""

    allowed: bool
    reason: Reason
    opens_next: datetime | None = None
    points: tuple[str, ...] = ()


def open_at(agreement: Agreement, pool_id: str, local: datetime, point: str | None = None) -> Open:
    """Is a place in the pool given at this time, at this point (None: at any).

    1. places are given elsewhere too, or no point has hours: always; 2. within a point's hours; 3. else no, and when.
    """
    at, pool = in_sweden(local), agreement.pool[pool_id]
    points = [each for each in _points(agreement, pool_id, at.date()) if point in (None, each.id)]
    inputs = (("at", f"{at:%Y-%m-%d %H:%M}"),)
    if not pool.intake_only_there and point is None:
        says = "Inskrivning får göras också på andra ställen och tider än de som står i överenskommelsen."
        reason = Reason(pool.clause, pool.id, says, inputs, assumed(pool, "intake_only_there"))
        return Open(True, reason, None, tuple(each.id for each in points))
    if not points and point is None:
        rests_on = (*assumed(pool, "intake_only_there"), Reading.HOURS_NOT_STATED)
        return Open(True, Reason(pool.clause, pool.id, "Inskrivningen är öppen.", inputs, rests_on))
    here = [each for each in points if any(start <= at < end for start, end in _spells(each, at.date()))]
    if here:
        return Open(True, _open(here, inputs), None, tuple(each.id for each in here))
    return _closed(agreement, pool_id, at, points)


def _closed(agreement: Agreement, pool_id: str, at: datetime, points: list[IntakePoint]) -> Open:
    coming = [(start, each) for each in points for start, _ in _spells(each, at.date(), 8) if start > at]
    inputs, pool = (("at", f"{at:%Y-%m-%d %H:%M}"),), agreement.pool[pool_id]
    if not coming:
        return Open(False, Reason(pool.clause, pool.id, "Här skrivs ingen in.", inputs))
    start, each = min(coming, key=lambda pair: (pair[0], pair[1].id))
    says = f"Inskrivningen är stängd. Den öppnar {spoken(start.date(), at.date())} {start:%H.%M}, {each.name}."
    return Open(False, Reason(each.clause, each.id, says, inputs, _rests_on(each)), start)


def _open(here: list[IntakePoint], inputs: tuple[tuple[str, str], ...]) -> Reason:
    says = f"Inskrivningen är öppen: {listed([each.name for each in here], 'och')}."
    return Reason(here[0].clause, here[0].id, says, inputs, tuple(id_ for each in here for id_ in _rests_on(each)))


def _rests_on(point: IntakePoint) -> tuple[str, ...]:
    return assumed(point, "pools", "days", "opens", "closes")


def _points(agreement: Agreement, pool_id: str, day: date) -> list[IntakePoint]:
    return [
        each
        for each in agreement.intake_point.values()
        if each.applies and pool_id in each.pools and (each.first or day) <= day <= (each.last or day)
    ]


def _spells(point: IntakePoint, day: date, days: int = 1) -> Iterator[tuple[datetime, datetime]]:
    """Opening to closing from a day on; without hours from midnight to midnight."""
    for number in range(days):
        each = day + number * _DAY
        if point.days and _WEEKDAYS[each.weekday()] not in point.days:
            continue
        midnight = datetime.combine(each + _DAY, time(0), SWEDEN)
        yield _at(each, point.opens or "00:00"), _at(each, point.closes) if point.closes else midnight


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), SWEDEN)
