"""From a civil day and two times by the clock in Sweden to two instants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SWEDEN = ZoneInfo("Europe/Stockholm")
_DAY = timedelta(days=1)


class NoSuchTime(ValueError):
    """The clocks went forward past this time on this day: it was never shown by any clock."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open, in UTC."""

    begins: datetime
    finishes: datetime

    @property
    def lasts(self) -> timedelta:
        return self.finishes - self.begins

    def overlaps(self, other: Span) -> bool:
        return self.begins < other.finishes and other.begins < self.finishes


def span(day: date, starts: time, ends: time) -> Span:
    """`ends` at or before `starts` is on the next day. A time that the clocks show twice is the first of the two.

    One that is skipped when they go forward is moved past the gap, as on a clock on the wall; `check_exists` tells.
    """
    begins = _instant(day, starts)
    finishes = _instant(day if ends > starts else day + _DAY, ends)
    if finishes <= begins:
        # Both lie in the hour that is skipped, or end just after it: the shortest occasion there is.
        finishes = begins + timedelta(minutes=1)
    return Span(begins, finishes)


def check_exists(day: date, starts: time, ends: time) -> None:
    """Raises NoSuchTime."""
    for on, at in ((day, starts), (day if ends > starts else day + _DAY, ends)):
        local = datetime.combine(on, at, _SWEDEN)
        if local.astimezone(UTC).astimezone(_SWEDEN).replace(tzinfo=None) != local.replace(tzinfo=None):
            raise NoSuchTime(f"{on} {at:%H.%M}")


def _instant(day: date, at: time) -> datetime:
    return datetime.combine(day, at, _SWEDEN).astimezone(UTC)
