"""The payment plan: in which parts a sum is paid, exact to the öre."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.money.rows import Row, rows_of
from samsyn.rules.money.shares import Part
from samsyn.rules.periods import Slot, listed, slots
from samsyn.rules.periods.length import length
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Funding, Payment


@dataclass(frozen=True, slots=True)
class PlannedPayment:
    """What one period of the plan comes to.

    `amount` is None when something is awaited, when the cost decides (`by_cost`) or when no sum is stated; where it is
    awaited `last_known` is the sum by the latest published figure. `year` is the span of days in which the parts sum to
    the year's sum; `steps` is its calculation; `written` are the sums that it rests on, in words.
    """

    slot: Slot
    year: DateRange
    amount: Amount | None
    last_known: Amount | None
    awaits: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()
    written: tuple[str, ...] = ()
    by_cost: bool = False


def payment_plan(
    agreement: Agreement, payment: Payment, life: DateRange, register: IndexRegister = EMPTY, payer: str | None = None
) -> tuple[PlannedPayment, ...]:
    """Every period of the plan within `life`, in order; the part of one payer, or the whole.

    1. Periods are those of the calendar, of the agreement, or those listed. 2. A period is paid its part of what is
    written, by length: a quarter is a fourth of the year also where the agreement ends within it. 3. Each part is
    rounded down to whole öre; the last one of the year carries what is left of the year's sum. 4. Where several pay by
    shares, the sum is divided between them first, and then in time. 5. Where the cost decides, no part has a sum.
    """
    funding = agreement.funding[payment.funding]
    rows = rows_of(agreement, funding, life, register)
    years, part = _years(payment, life, agreement), Part(funding, payer)
    plan = tuple(planned for span, periods in years for planned in _divided(rows, span, periods, part))
    return tuple(map(_by_cost, plan)) if decided_by_cost(funding, payment) else plan


def decided_by_cost(funding: Funding, payment: Payment) -> bool:
    """Is what is paid what can be shown to have been spent, whatever sum is written?"""
    return funding.basis in ("ceiling", "verified_cost") or payment.verified


def _by_cost(planned: PlannedPayment) -> PlannedPayment:
    return replace(planned, amount=None, last_known=None, by_cost=True)


Years = Sequence[tuple[DateRange, Sequence[Slot]]]


def _years(payment: Payment, life: DateRange, agreement: Agreement) -> Years:
    """The periods of the plan by year. Listed periods that cross a year are one group."""
    if payment.every == "periods":
        return _listed(payment, life)
    anchor = agreement.period.first
    periods = slots(life, payment.every, payment.aligned, anchor)
    years = slots(life, "year", payment.aligned, anchor)
    return [(year.window, [slot for slot in periods if slot.year == year.year]) for year in years]


def _listed(payment: Payment, life: DateRange) -> Years:
    groups: dict[int, list[Slot]] = {}
    crossing = any(period.first.year != period.last.year for period in payment.periods)
    for number, period in enumerate(payment.periods, 1):
        whole = DateRange.through(period.first, period.last)
        if window := whole.overlap(life):
            year = 0 if crossing else period.first.year
            groups.setdefault(year, []).append(listed(whole, window, number))
    found = []
    for year, periods in groups.items():
        hull = DateRange(periods[0].window.start, periods[-1].window.end)
        found.append(((year and DateRange.year(year).overlap(life)) or hull, periods))
    return found


def _divided(rows: Sequence[Row], year: DateRange, periods: Sequence[Slot], part: Part) -> list[PlannedPayment]:
    """The sum of a year over its periods. Each row is divided over the periods it touches."""
    rows = [row for row in rows if row.span.overlap(year)]
    found: list[list[int]] = [[0] * len(periods), [0] * len(periods)]
    waiting = [False] * len(periods)
    for row in rows:
        touched = _touched(row, periods)
        for which, amount in enumerate((row.amount, row.last_known)):
            if amount is not None:
                for number, ore in _shares(row, amount, year, touched, part):
                    found[which][number] += ore
        if row.amount is None:
            for number, _ in touched:
                waiting[number] = True
    return [
        _planned(rows, slot, year, None if waiting[number] else Amount(found[0][number]), Amount(found[1][number]))
        for number, slot in enumerate(periods)
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
    row: Row, amount: Amount, year: DateRange, touched: Sequence[tuple[int, int]], part: Part
) -> Iterator[tuple[int, int]]:
    """To each period its part of the row, rounded down; to the last what is left of the year's sum.

    Periods that a text lists and that leave days out share the year's sum between them.
    """
    days = row.span.overlap(year)
    assert days is not None, "only rows that touch the year are divided"
    left, covered = part.within(row, amount, days), sum(weight for _, weight in touched)
    whole, measure = (part.of(amount).ore, row.measure) if covered == length(days) else (left, covered)
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
