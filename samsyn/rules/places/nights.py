"""Nights. A night is the civil date of its evening; a stay on the nights [a, b) leaves in the morning of b."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from samsyn.rules.meetings.times import SWEDEN
from samsyn.rules.quantities import DateRange, add_months, day_before

NOON = time(12)
"""Until noon the night that is ending is still «tonight»; from noon it is the coming one."""
MORNING = time(6)
"""A place that is given before six is for the rest of the night; from six it is for the coming one."""


def in_sweden(at: datetime) -> datetime:
    """The civil time in Sweden. A time without a zone is taken to be Swedish already."""
    return at.replace(tzinfo=SWEDEN) if at.tzinfo is None else at.astimezone(SWEDEN)


def tonight(local: datetime) -> date:
    """The night that an instant belongs to. An hour that is skipped or doubled in the night changes nothing."""
    civil = in_sweden(local)
    return civil.date() if civil.time() >= NOON else day_before(civil.date())


def given_for(local: datetime) -> date:
    """The first night of a place that is given at an instant: in the morning, at the desk, it is the coming night."""
    civil = in_sweden(local)
    return civil.date() if civil.time() >= MORNING else day_before(civil.date())


def spell(first: date, length: int) -> DateRange:
    """So many nights (or days) from `first`."""
    return DateRange(first, first + timedelta(days=length))


def months_from(first: date, months: int) -> DateRange:
    """So many months of days, up to the same day of the month. Where the last month has no such day: all of it.

    Four months from 28 October end with 27 February; from 29, 30, 31 October and 1 November with the last of
    February (in a leap year from 29 October with the 28th). A later start never ends earlier.
    """
    same = add_months(first, months)
    return DateRange(first, same) if same.day == first.day else DateRange.through(first, same)


def last_day(first: date, months: int) -> date:
    """The last day of `months_from`."""
    return months_from(first, months).last
