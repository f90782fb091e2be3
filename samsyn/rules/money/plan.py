"""The payment plan: in which parts a sum is paid, exact to the öre."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.money.rows import Row, part_of, rows_of
from samsyn.rules.money.sums import ore_of
from samsyn.rules.periods import Slot, listed, slots
from samsyn.rules.periods.length import length
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Payment


@dataclass(frozen=True, slots=True)
class PlannedPayment:
    """What one period of the plan comes to.

    `amount` is None when something is awaited or not stated; `last_known` is then the sum by the latest published
    figure (None where the text gives no sum). `year` is the span of days in which the parts sum to the year's sum.
    """

    slot: Slot
    year: DateRange
    amount: Amount | None
    last_known: Amount | None
    awaits: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()


def payment_plan(
    agreement: Agreement, payment: Payment, life: DateRange, register: IndexRegister = EMPTY, payer: str | None = None
) -> tuple[PlannedPayment, ...]:
    """Every period of the plan within `life`, in order; the part of one payer, or the whole.

    1. Periods are those of the calendar, of the agreement, or those listed. 2. The sum of each year is divided by
    length: a quarter is a fourth, a cut period less. 3. Each part is rounded down to whole öre; the last one of the
    year carries the rest. 4. Where several pay by shares, the year is divided between them first, and then in time.
    """
    funding = agreement.funding[payment.funding]
    rows = rows_of(agreement, funding, life, register)
    years = _years(payment, life, agreement)
    share = partial(part_of, funding, payer) if payer is not None else _whole
    return tuple(planned for span, periods in years for planned in _divided(rows, span, periods, share))


def _whole(ore: int) -> int:
    return ore


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


def _divided(
    rows: Sequence[Row], year: DateRange, periods: Sequence[Slot], share: Callable[[int], int]
) -> list[PlannedPayment]:
    """The sum of a year over its periods. Of each row, the payer's part is divided over the periods it touches."""
    rows = [row for row in rows if row.span.overlap(year)]
    found: list[list[int]] = [[0] * len(periods), [0] * len(periods)]
    waiting = [False] * len(periods)
    for row in rows:
        shared = row.span.overlap(year)
        assert shared is not None
        touched = _touched(row, periods)
        for which, amount in enumerate((row.amount, row.last_known)):
            if amount is not None:
                for number, ore in _shares(share(ore_of(row, amount, shared)), touched):
                    found[which][number] += ore
        if row.amount is None:
            for number, _ in touched:
                waiting[number] = True
    return [
        _planned(rows, slot, year, None if waiting[number] else Amount(found[0][number]), Amount(found[1][number]))
        for number, slot in enumerate(periods)
    ]


def _touched(row: Row, periods: Sequence[Slot]) -> list[tuple[int, int]]:
    """Which periods a row falls on, and how much each weighs; on all alike if it falls beside them."""
    touched = [
        (number, length(shared))
        for number, slot in enumerate(periods)
        if (shared := slot.window.overlap(row.span)) is not None
    ]
    return touched or [(len(periods) - 1, 1)]


def _shares(ore: int, touched: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rounded down, and the rest on the last."""
    whole = sum(weight for _, weight in touched)
    shares = [(number, ore * weight // whole) for number, weight in touched]
    rest = ore - sum(share for _, share in shares)
    return [*shares[:-1], (shares[-1][0], shares[-1][1] + rest)]


def _planned(rows: Sequence[Row], slot: Slot, year: DateRange, amount: Amount | None, known: Amount) -> PlannedPayment:
    used = rows if len(rows) == 1 else [row for row in rows if row.span.overlap(slot.window)]
    if not used:
        return PlannedPayment(slot, year, None, None)
    if len(used) == 1:
        return PlannedPayment(slot, year, amount, known, used[0].awaits, used[0].steps)
    awaits = tuple(dict.fromkeys(each for row in used for each in row.awaits))
    return PlannedPayment(slot, year, amount, known, awaits, tuple(step for row in used for step in row.steps))
