"""The sums of a funding as rows without overlap: those written in the agreement, then those an index gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.money.uplift import Level, Steps, levels, uplift_days
from samsyn.rules.periods.length import MONTH, length
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Funding, Index

YEAR = 12 * MONTH


@dataclass(frozen=True, slots=True)
class Row:
    """A sum that holds on the days in `span`. `amount` is None while something is awaited.

    The sum is for a time as long as `measure`: for the span itself where the sum is written in the agreement, for
    twelve months where an index gives it, however short the span is cut.
    """

    span: DateRange
    amount: Amount | None
    last_known: Amount
    measure: int
    awaits: tuple[str, ...] = ()
    steps: Steps = ()

    def __str__(self) -> str:
        """«1 926 637 kr för 2025-01-01–2025-12-31», «4 626 000 kr per år från 2018-01-01»."""
        if self.measure == length(self.span):
            return f"{self.last_known} för {self.span}"
        return f"{Amount(self.last_known.ore * YEAR // self.measure)} per år från {self.span.start}"


def rows_of(
    agreement: Agreement, funding: Funding, life: DateRange, register: IndexRegister = EMPTY
) -> tuple[Row, ...]:
    """Rows in order of time, up to the end of `life`; a written row may reach beyond it.

    None where no sum is written. Sums that an index gives go on from the last written one, or from the first uplift
    within it: what is written is then the sum before uplift.
    """
    index = agreement.index.get(funding.index) if funding.index else None
    if index and not index.applies:
        index = None
    if funding.basis == "per_inhabitant":
        return tuple(_per_inhabitant(funding, index, register, life))
    rows = tuple(_written(funding))
    return (*_before(index, rows), *_by_index(index, rows[-1], register, life)) if index and rows else rows


def paid_life(agreement: Agreement, funding: Funding, life: DateRange) -> DateRange:
    """The days that sums are paid for: the life itself, or, where a year that is ended early is paid in full, to the
    day on which the agreement would have ended by its own text."""
    if funding.ended_early == "by_months" or life.end >= agreement.span.end:
        return life
    return DateRange(life.start, agreement.span.end)


def levels_of(
    agreement: Agreement, funding: Funding, life: DateRange, register: IndexRegister = EMPTY
) -> tuple[Level, ...]:
    """The yearly levels that an index gives, without those written in the agreement; none without an index."""
    index = agreement.index.get(funding.index) if funding.index else None
    if index is None or not index.applies:
        return ()
    if funding.basis == "per_inhabitant" and funding.rate:
        return tuple(levels(index, funding.rate, register, life))
    rows = tuple(_written(funding))
    return tuple(_levels(index, rows[-1], register, life)) if rows else ()


def _written(funding: Funding) -> Iterator[Row]:
    for each in funding.amounts:
        span = DateRange.through(each.first, each.last)
        yield Row(span, each.amount, each.amount, length(span), (), ((f"Summa {span}", str(each.amount)),))


def _start(index: Index, last: Row) -> date:
    """The day from which the index gives the sum."""
    return next(uplift_days(index, last.span), last.span.end)


def _before(index: Index, rows: Sequence[Row]) -> Iterator[Row]:
    """The written rows, the last one only up to the day on which it is uplifted."""
    *earlier, last = rows
    yield from earlier
    if (start := _start(index, last)) > last.span.start:
        yield replace(last, span=DateRange(last.span.start, start))


def _by_index(index: Index, last: Row, register: IndexRegister, life: DateRange) -> Iterator[Row]:
    for level in _levels(index, last, register, life):
        yield _row(level, level.span, 1, level.steps or last.steps)


def _levels(index: Index, last: Row, register: IndexRegister, life: DateRange) -> Iterator[Level]:
    """On top of the last written sum. One for another length than twelve months is first taken in proportion."""
    if (start := _start(index, last)) < life.end:
        base = Amount(last.last_known.ore * YEAR // last.measure)
        yield from levels(index, base, register, DateRange(start, life.end))


def _per_inhabitant(funding: Funding, index: Index | None, register: IndexRegister, life: DateRange) -> Iterator[Row]:
    """kr per inhabitant and year, times the count that holds. Days without a count wait for it."""
    assert funding.rate is not None, "the reader has checked that a rate is written"
    counts = [(DateRange.through(each.first, each.last), each.count, each.source) for each in funding.inhabitants]
    if counts[-1][0].end < life.end:
        counts.append((DateRange(counts[-1][0].end, life.end), counts[-1][1], ""))
    days = DateRange(counts[0][0].start, max(life.end, counts[-1][0].end))
    for level in levels(index, funding.rate, register, days) if index else (Level(days, funding.rate, funding.rate),):
        for span, count, source in counts:
            if shared := span.overlap(level.span):
                told = (("Invånare", f"{count} ({source})"), ("Per invånare och år", str(level.last_known)))
                row = _row(level, shared, count, level.steps + told)
                missing = f"invånarantal {shared.start.year}"
                yield row if source else replace(row, amount=None, awaits=(*row.awaits, missing))


def _row(level: Level, span: DateRange, count: int, steps: Steps) -> Row:
    """The level for some of its days."""
    amount = None if level.amount is None else Amount(level.amount.ore * count)
    return Row(span, amount, Amount(level.last_known.ore * count), YEAR, level.awaits, steps)
