"""The periods that clauses speak of (months, quarters, years), cut to the life of the agreement and named.

The name is half of an obligation's key, so it depends only on which period it is, never on how it is cut or on
what other periods there are: «2026», «2026-h2», «2026-q1», «2026-t3», «2026-b6», «2026-m03».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
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
        return self.window is not self.whole and self.window != self.whole


@lru_cache(maxsize=16384)
def slots(span: DateRange, every: Every, aligned: Aligned, anchor: date) -> tuple[Slot, ...]:
    """Every such period that touches `span`. Those of the agreement are counted from `anchor`, its first day."""
    if aligned == "calendar":
        years = range(span.start.year, span.last.year + 1)
        found = [slot for year in years for slot in _calendar_year(year, every)]
    else:
        found = list(_from_anchor(span, every, anchor))
    first = next(number for number, slot in enumerate(found) if slot.whole.end > span.start)
    last = next(number for number in range(len(found) - 1, -1, -1) if found[number].whole.start < span.end)
    found = found[first : last + 1]
    found[0], found[-1] = _cut(found[0], span), _cut(found[-1], span)
    return tuple(found)


def _cut(slot: Slot, span: DateRange) -> Slot:
    window = slot.whole.overlap(span)
    return slot if window is None or window == slot.window else replace(slot, window=window)


@cache
def _calendar_year(year: int, every: Every) -> tuple[Slot, ...]:
    """The periods of a year, uncut. The same for every agreement, so they are made once."""
    wholes = DateRange.year(year).calendar_steps(MONTHS[every])
    return tuple(
        Slot(_label(every, year, number), whole, whole, every, year, number, True)
        for number, whole in enumerate(wholes, 1)
    )


def _from_anchor(span: DateRange, every: Every, anchor: date) -> Iterator[Slot]:
    months, calendar = MONTHS[every], (anchor.month, anchor.day) == (1, 1)
    step, start = 0, anchor
    while start < span.end:
        end = add_months(anchor, (step + 1) * months)
        if end > span.start:
            year, number = anchor.year + step * months // 12, step * months % 12 // months + 1
            whole = DateRange(start, end)
            yield Slot(_label(every, year, number), whole, whole, every, year, number, calendar)
        step, start = step + 1, end


def _label(every: Every, year: int, number: int) -> str:
    if every == "year":
        return str(year)
    return f"{year}-{_LETTER[every]}{number:02}" if every == "month" else f"{year}-{_LETTER[every]}{number}"


def listed(whole: DateRange, window: DateRange, number: int) -> Slot:
    """A period that a text lists by its days: the calendar period if it is one, else named for its first day."""
    for every in MONTHS:
        for slot in _calendar_year(whole.start.year, every):
            if slot.whole == whole:
                return _cut(slot, window)
    return Slot(whole.start.isoformat(), window, whole, "year", whole.start.year, number, False)


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
