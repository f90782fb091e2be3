"""What a funding comes to for some days, with its calculation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.rules.because import Reason
from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.money.rows import Row, paid_life, rows_of
from samsyn.rules.periods.length import position
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement, Term
from samsyn.rules.terms.funding import Funding


@dataclass(frozen=True, slots=True)
class Planned:
    """The sum for a period. `amount` is None when a figure is awaited, or when the text gives no sum."""

    amount: Amount | None
    last_known: Amount | None
    awaits: tuple[str, ...]
    reason: Reason

    def __str__(self) -> str:
        """«4 500 000 kr», «awaits PKV 2026» or «not stated»."""
        if self.awaits:
            return f"awaits {', '.join(self.awaits)}"
        return str(self.amount) if self.amount is not None else "not stated"


def amount_of_year(
    agreement: Agreement, funding: Funding, year: int, register: IndexRegister = EMPTY, life: DateRange | None = None
) -> Planned:
    """The sum for the days of a calendar year that the agreement lives, or that are paid for although it has ended."""
    life = life or agreement.span
    paid_for = paid_life(agreement, funding, life)
    window = DateRange.year(year).overlap(paid_for)
    if window is None or window.overlap(life) is None:
        says = f"Överenskommelsen gäller inte år {year}."
        return Planned(None, None, (), Reason(funding.clause, funding.id, says))
    return amount_between(agreement, funding, window, register, paid_for)


def amount_between(
    agreement: Agreement, funding: Funding, window: DateRange, register: IndexRegister = EMPTY,
    life: DateRange | None = None,
) -> Planned:  # fmt: skip
    """The sum for the days of `window`. Sums of periods that join add up to the öre."""
    rows = [row for row in rows_of(agreement, funding, life or agreement.span, register) if row.span.overlap(window)]
    amount, known, awaits = total_in(rows, window)
    steps = tuple(step for row in rows for step in row.steps)
    index = agreement.index.get(funding.index or "")
    terms: tuple[Term, ...] = (funding, index) if index and len(steps) > 1 else (funding,)
    reason = Reason(terms[-1].clause, terms[-1].id, _sentence(amount, known, awaits, window), steps, assumed_in(*terms))
    return Planned(amount, known, awaits, reason)


def assumed_in(*terms: Term) -> tuple[str, ...]:
    """Ids of the assumptions of these terms whose other readings would calculate differently."""
    return tuple(
        each.id
        for term in terms
        for each in term.assumption
        if any(alternative.set for alternative in each.alternatives)
    )


def total_in(rows: Sequence[Row], window: DateRange) -> tuple[Amount | None, Amount | None, tuple[str, ...]]:
    """Sum, last known sum and what is awaited for the days of `window`; None where no row covers any of them."""
    amount, known, awaits, complete = 0, 0, dict[str, None](), True
    for row in rows:
        shared = row.span.overlap(window)
        if shared is None:
            continue
        amount += ore_of(row, row.amount, shared) if row.amount is not None else 0
        known += ore_of(row, row.last_known, shared)
        complete &= row.amount is not None
        awaits.update(dict.fromkeys(row.awaits))
    if not any(row.span.overlap(window) for row in rows):
        return None, None, ()
    return Amount(amount) if complete else None, Amount(known), tuple(awaits)


def ore_of(row: Row, amount: Amount, part: DateRange) -> int:
    """The öre of a row that fall on some of its days; parts that join add up exactly."""
    start = position(row.span.start)
    upto, before = position(part.end) - start, position(part.start) - start
    return amount.ore * upto // row.measure - amount.ore * before // row.measure


def waiting_note(awaits: tuple[str, ...], last_known: Amount) -> str:
    """«Väntar på PKV 2026. Senast kända summa: 4 500 000 kr.», or nothing."""
    return f"{_WAITS}{' och '.join(awaits)}. Senast kända summa: {last_known}." if awaits else ""


def awaited_in(note: str) -> tuple[str, ...]:
    """What a `waiting_note` waits for, oldest first; nothing for another text."""
    return tuple(note.removeprefix(_WAITS).partition(". ")[0].split(" och ")) if note.startswith(_WAITS) else ()


_WAITS = "Väntar på "


def _sentence(amount: Amount | None, known: Amount | None, awaits: tuple[str, ...], window: DateRange) -> str:
    if awaits:
        return f"Summan för {window} väntar på {' och '.join(awaits)}. Senast kända: {known}."
    return f"Summan för {window} är {amount}." if amount is not None else f"Texten anger ingen summa för {window}."
