"""How large a part of a period another period is.

Every month weighs the same and every day in a month is an equal part of it: a quarter is exactly a fourth of a year,
and parts that join always add up, wherever they are cut.
"""

from __future__ import annotations

from datetime import date
from math import lcm

from samsyn.rules.quantities import DateRange, end_of_month

MONTH = lcm(28, 29, 30, 31)
"""One month, in a unit in which a day of any month is a whole number."""


def position(day: date) -> int:
    """Where a day lies on the line of time, in parts of months."""
    month = (day.year * 12 + day.month) * MONTH
    return month if day.day == 1 else month + (day.day - 1) * MONTH // end_of_month(day).day


def length(span: DateRange) -> int:
    return position(span.end) - position(span.start)
