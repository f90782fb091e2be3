"""The payment plan: in which parts a sum is paid, exact to the öre."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.money.rows import Row, paid_life, rows_of
from samsyn.rules.money.shares import Part
from samsyn.rules.periods import Slot, listed, slots
from samsyn.rules.periods.length import length
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Funding, Payment


@dataclass(frozen=True, slots=True)
class PlannedPayment:
    """What one period of the plan comes to.

    `amount` is None when something is awaited, when it is not settled beforehand (`is_open`) or when no sum is stated;
    where it is awaited `last_known` is the sum by the latest published figure. `year` is the span of days in which the
    parts sum to the year's sum; `steps` is its calculation; `written` are the sums that it rests on, in words.
    """

    slot: Slot
    year: DateRange
    amount: Amount | None
    last_known: Amount | None
    awaits: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    written: tuple[str, ...] = ()
    is_open: bool = False


def payment_plan(
    agreement: Agreement, payment: Payment, life: DateRange, register: IndexRegister = EMPTY, payer: str | None = None
) -> tuple[PlannedPayment, ...]:
    """Every period of the plan within `life`, in order; the part of one payer, or the whole.

    1. Periods are those of the calendar, of the agreement, or those listed. 2. A period is paid its part of what is
    written, by length: a quarter is a fourth of the year also where the agreement ends within it. 3. Each part is
    rounded down to whole öre; the last one of the year carries what is left of the year's sum. 4. Where several pay by
    shares, the sum is divided between them first, and then in time. 5. Where the cost decides, or the parts are open,
    no part has a sum.
    """
    funding = agreement.funding[payment.funding]
    paid_for = paid_life(agreement, funding, life)
    rows, part = rows_of(agreement, funding, paid_for, register), Part(funding, payer)
    years = _years(payment, life, paid_for, agreement.period.first)
    plan = tuple(planned for year in years for planned in _divided(rows, year, part))
    return tuple(map(_open, plan)) if _settled_later(funding, payment) else plan


def _settled_later(funding: Funding, payment: Payment) -> bool:
    return funding.basis in ("ceiling", "verified_cost") or payment.parts == "open"


def _open(planned: PlannedPayment) -> PlannedPayment:
    return replace(planned, amount=None, last_known=None, is_open=True)


@dataclass(frozen=True, slots=True)
class _Year:
    """The days whose sum is divided over some periods. `gaps`: they are listed by a text and leave days out."""

    days: DateRange
    periods: Sequence[Slot]
    gaps: bool = False


def _years(payment: Payment, life: DateRange, paid_for: DateRange, anchor: date) -> Iterator[_Year]:
    """Listed periods that cross a year are one group."""
    if payment.every == "periods":
        yield from _listed(payment, life)
        return
    periods = slots(life, payment.every, payment.aligned, anchor)
    for year in slots(life, "year", payment.aligned, anchor):
        days = year.whole.overlap(paid_for) or year.window
        yield _Year(days, [slot for slot in periods if slot.year == year.year])


def _listed(payment: Payment, life: DateRange) -> Iterator[_Year]:
    groups: dict[int, list[Slot]] = {}
    crossing = any(period.first.year != period.last.year for period in payment.periods)
    for number, period in enumerate(payment.periods, 1):
        whole = DateRange.through(period.first, period.last)
        if window := whole.overlap(life):
            year = 0 if crossing else period.first.year
            groups.setdefault(year, []).append(listed(whole, window, number))
    for year, periods in groups.items():
        hull = DateRange(periods[0].window.start, periods[-1].window.end)
        days = (year and DateRange.year(year).overlap(life)) or hull
        yield _Year(days, periods, sum(length(slot.window) for slot in periods) != length(days))


def _divided(rows: Sequence[Row], year: _Year, part: Part) -> list[PlannedPayment]:
    """The sum of a year over its periods. Each row is divided over the periods it touches."""
    rows = [row for row in rows if row.span.overlap(year.days)]
    found: list[list[int]] = [[0] * len(year.periods), [0] * len(year.periods)]
    waiting = [False] * len(year.periods)
    for row in rows:
        touched = _touched(row, year.periods)
        for which, amount in enumerate((row.amount, row.last_known)):
            if amount is not None:
                for number, ore in _shares(row, amount, year, touched, part):
                    found[which][number] += ore
        if row.amount is None:
            for number, _ in touched:
                waiting[number] = True
    return [
        _planned(rows, slot, year.days, None if waiting[number] else Amount(found[0][number]), Amount(found[1][number]))
        for number, slot in enumerate(year.periods)
    ]


def _touched(row: Row, periods: Sequence[Slot]) -> list[tuple[int, int]]:
    """Which periods a row falls on, and how much each weighs; the last one if it falls beside them."""
    touched = [
        (number, length(shared))
        for number, slot in enumerate(periods)
        if (shared := slot.window.overlap(row.span)) is not None
    ]
    return touched or [(len(periods) - 1, 1)]


def _shares(
    row: Row, amount: Amount, year: _Year, touched: Sequence[tuple[int, int]], part: Part
) -> Iterator[tuple[int, int]]:
    """To each period its part of the row, rounded down; to the last what is left of the year's sum.

    Listed periods that leave days out share the year's sum between them.
    """
    days = row.span.overlap(year.days)
    assert days is not None, "only rows that touch the year are divided"
    left = part.within(row, amount, days)
    whole, measure = (part.of(amount).ore, row.measure)
    if year.gaps:
        whole, measure = left, sum(weight for _, weight in touched)
    for number, weight in touched[:-1]:
        ore = whole * weight // measure
        left -= ore
        yield number, ore
    yield touched[-1][0], left


def _planned(rows: Sequence[Row], slot: Slot, year: DateRange, amount: Amount | None, known: Amount) -> PlannedPayment:
    used = rows if len(rows) == 1 else [row for row in rows if row.span.overlap(slot.window)]
    if not used:
        return PlannedPayment(slot, year, None, None)
    written = tuple(map(str, used))
    if len(used) == 1:
        return PlannedPayment(slot, year, amount, known, used[0].awaits, used[0].steps, written)
    awaits = tuple(dict.fromkeys(each for row in used for each in row.awaits))
    return PlannedPayment(slot, year, amount, known, awaits, tuple(step for row in used for step in row.steps), written)
