"""The periods that clauses speak of (months, quarters, years), cut to the life of the agreement and named.

The name is half of an obligation's key, so it depends only on which period it is, never on how it is cut or on
what other periods there are: «2026», «2026-h2», «2026-q1», «2026-t3», «2026-b6», «2026-m03».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from samsyn.rules.periods.length import MONTH, length
from samsyn.rules.quantities import DateRange, add_months

Every = Literal["month", "two_months", "quarter", "four_months", "half_year", "year"]
Aligned = Literal["calendar", "agreement"]
MONTHS: dict[Every, int] = {"month": 1, "two_months": 2, "quarter": 3, "four_months": 4, "half_year": 6, "year": 12}
_LETTER: dict[Every, str] = {"month": "m", "two_months": "b", "quarter": "q", "four_months": "t", "half_year": "h"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One period. `whole` is uncut; `window` is what lies in the life of the agreement.

    `year` is the calendar year, or the year in which the agreement year began; `number` counts from 1 within it.
    """

    label: str
    window: DateRange
    whole: DateRange
    every: Every
    year: int
    number: int
    calendar: bool

    @property
    def cut(self) -> bool:
        return self.window != self.whole


@lru_cache(maxsize=16384)
def slots(span: DateRange, every: Every, aligned: Aligned, anchor: date) -> tuple[Slot, ...]:
    """Every such period that touches `span`. Those of the agreement are counted from `anchor`, its first day."""
    months = MONTHS[every]
    found = _calendar(span, months) if aligned == "calendar" else _from_anchor(span, months, anchor)
    calendar = aligned == "calendar" or (anchor.month, anchor.day) == (1, 1)
    result = []
    for year, number, whole in found:
        window = whole if span.covers(whole) else whole.overlap(span)
        if window:
            result.append(Slot(_label(every, year, number), window, whole, every, year, number, calendar))
    return tuple(result)


def _calendar(span: DateRange, months: int) -> Iterator[tuple[int, int, DateRange]]:
    for whole in span.calendar_steps(months):
        yield whole.start.year, (whole.start.month - 1) // months + 1, whole


def _from_anchor(span: DateRange, months: int, anchor: date) -> Iterator[tuple[int, int, DateRange]]:
    step, start = 0, anchor
    while start < span.end:
        end = add_months(anchor, (step + 1) * months)
        if end > span.start:
            yield anchor.year + step * months // 12, step * months % 12 // months + 1, DateRange(start, end)
        step, start = step + 1, end


def _label(every: Every, year: int, number: int) -> str:
    if every == "year":
        return str(year)
    return f"{year}-{_LETTER[every]}{number:02}" if every == "month" else f"{year}-{_LETTER[every]}{number}"


def label_of(span: DateRange) -> str:
    """The name of a period that a text lists by its days: that of the calendar period, or else its first day."""
    for every, months in MONTHS.items():
        whole = next(span.calendar_steps(months))
        if whole == span:
            return _label(every, span.start.year, (span.start.month - 1) // months + 1)
    return span.start.isoformat()


def owed_in(periods: Sequence[Slot], times: int) -> list[int]:
    """How many of `times` in every period are owed in each, when the first and last are cut.

    A cut period counts for its part. The parts are added up from the start and rounded to the nearest whole number
    (a half upwards), so an agreement of exactly twelve months owes what one whole year does, wherever it begins.
    A duty that would round away altogether is owed once, in the last period.
    """
    if not any(slot.cut for slot in periods):
        return [times] * len(periods)
    unit, summed, before, result = MONTHS[periods[0].every] * MONTH, 0, 0, []
    for slot in periods:
        summed += times * (length(slot.window) if slot.cut else unit)
        upto = (2 * summed + unit) // (2 * unit)
        result.append(upto - before)
        before = upto
    return result if before else [0] * (len(result) - 1) + [1]
