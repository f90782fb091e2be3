"""Which periods figures are let go of: whole, ended, and none that crosses another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import Literal

from samsyn.rules.quantities import DateRange, add_months
from samsyn.rules.terms import Agreement

Grid = Literal["month", "quarter", "half_year", "year"]
MONTHS: dict[Grid, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def grid_of(terms: Agreement) -> Grid:
    """The length that the agreement says; half-years where it says nothing of publication."""
    return next((each.grid for each in terms.publication.values() if each.applies), "half_year")


def ended_periods(terms: Agreement, first: date, today: date) -> list[DateRange]:
    """The whole periods of that length that touch the days since `first` and have ended, newest first.

    Of the calendar, or counted from the first day of the agreement, as it says.
    """
    if first >= today:
        return []
    months = MONTHS[grid_of(terms)]
    if any(each.aligned == "agreement" for each in terms.publication.values() if each.applies):
        steps = _from_the_first_day(terms.period.first, months, today)
    else:
        steps = iter(DateRange(first, today).calendar_steps(months))
    return [each for each in steps if each.end <= today and each.end > first][::-1]


def _from_the_first_day(start: date, months: int, today: date) -> Iterator[DateRange]:
    for number in count():
        step = DateRange(add_months(start, number * months), add_months(start, (number + 1) * months))
        if step.end > today:
            return
        yield step


def crosses(days: DateRange, others: Iterable[DateRange]) -> bool:
    """Whether it shares days with one of them, and neither lies within the other."""
    return any(days.overlap(each) and not days.covers(each) and not each.covers(days) for each in others)
