"""Which periods figures are let go of: whole, ended, and none that crosses another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement

Grid = Literal["month", "quarter", "half_year", "year"]
MONTHS: dict[Grid, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def grid_of(terms: Agreement) -> Grid:
    """The length that the agreement says; half-years where it says nothing of publication."""
    return next((each.grid for each in terms.publication.values() if each.applies), "half_year")


def ended_periods(terms: Agreement, first: date, today: date) -> list[DateRange]:
    """The calendar's whole periods of that length that touch the days since `first` and have ended, newest first."""
    if first >= today:
        return []
    steps = DateRange(first, today).calendar_steps(MONTHS[grid_of(terms)])
    return [each for each in steps if each.end <= today][::-1]


def crosses(days: DateRange, others: Iterable[DateRange]) -> bool:
    """Whether it shares days with one of them, and neither lies within the other."""
    return any(days.overlap(each) and not days.covers(each) and not each.covers(days) for each in others)
