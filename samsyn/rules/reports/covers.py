"""Which days a report is about, and when it opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from samsyn.rules.quantities import DateRange, add_months
from samsyn.rules.quantities.dates import DAY

Covers = Literal["window", "half_year", "year", "agreement_year"]
_MONTHS = {"half_year": 6, "year": 12, "agreement_year": 12}


def opens_on(due: date, days_before: int) -> date:
    return due - timedelta(days=days_before)


def days_covered(covers: Covers, *, window: DateRange, due: date, before: Iterable[date], life: DateRange) -> DateRange:
    """`window` and `due` are the duty's; `before` the last days of the same duty that come before in that window.

    window: where a duty falls twice in a year, the second is about the days after the first one's last day.
    Otherwise the last whole period that had ended before `due`; never one that had ended before the agreement began:
    then the one that `due` lies in. `life` is that of the agreement; whole years of it are counted from its first day.
    """
    if covers == "window":
        start = max((day + DAY for day in before if day < due), default=window.start)
        end = min(due + DAY, window.end)
        return DateRange(start, end) if start < end else window
    periods = _periods(covers, due, life)
    ended = [each for each in periods if each.end <= due and each.overlap(life)]
    return ended[-1] if ended else next(each for each in periods if due in each)


def _periods(covers: Covers, due: date, life: DateRange) -> Sequence[DateRange]:
    """Enough of them: from the year before to the day itself."""
    months = _MONTHS[covers]
    if covers != "agreement_year":
        return list(DateRange(date(due.year - 1, 1, 1), due + DAY).calendar_steps(months))
    years = (due.year - life.start.year) + 2
    starts = [add_months(life.start, months * number) for number in range(-1, years)]
    return [DateRange(start, add_months(start, months)) for start in starts]
