"""What the agreement sets aside for each cost line on some days: the budget beside which an outcome is laid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.money.sums import amount_between
from samsyn.rules.periods.length import position
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import CostLine, Funding


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """`amount` None: the agreement sets nothing aside for it alone. `part_of`: its sum is in that line's.

    `says` and `clause` are the term's.
    """

    id: str
    says: str
    clause: str
    amount: Amount | None
    part_of: str | None = None
    assumed: bool = False


def budget_lines(
    agreement: Agreement,
    window: DateRange,
    payee: str | None = None,
    register: IndexRegister = EMPTY,
    life: DateRange | None = None,
) -> tuple[BudgetLine, ...]:
    """In the agreement's order. `payee`: only what that party receives.

    A sum of a line is for the same time as the sums written for its funding; for some of the days it is in proportion,
    so that parts that join add up. Without cost lines: one line for each funding.
    """
    fundings = {
        key: each for key, each in agreement.funding.items() if each.applies and (payee is None or payee in each.payees)
    }
    lines = [each for each in agreement.cost_line.values() if each.applies and each.funding in fundings]
    if lines:
        return tuple(_of_line(each, fundings[each.funding], window) for each in lines)
    return tuple(_of_funding(agreement, each, window, register, life) for each in fundings.values())


def _of_line(line: CostLine, funding: Funding, window: DateRange) -> BudgetLine:
    amount = None if line.amount is None else _for_days(line.amount, funding, window)
    return BudgetLine(line.id, line.says, line.clause, amount, line.part_of, bool(line.assumption))


def _for_days(amount: Amount, funding: Funding, window: DateRange) -> Amount | None:
    """None where no day of the window is one that the sum is for."""
    spans = [DateRange.through(each.first, each.last) for each in funding.amounts]
    if not spans:
        return amount
    shared = [(span, part) for span in spans if (part := span.overlap(window))]
    if not shared:
        return None
    whole = sum(position(span.end) - position(span.start) for span in spans)
    before = _passed(spans, min(part.start for _, part in shared))
    upto = _passed(spans, max(part.end for _, part in shared))
    return Amount(int(Fraction(amount.ore * upto, whole)) - int(Fraction(amount.ore * before, whole)))


def _passed(spans: list[DateRange], day: date) -> int:
    """How much of the spans lies before a day."""
    return sum(position(min(span.end, day)) - position(span.start) for span in spans if span.start < day)


def _of_funding(
    agreement: Agreement, funding: Funding, window: DateRange, register: IndexRegister, life: DateRange | None
) -> BudgetLine:
    planned = amount_between(agreement, funding, window, register, life)
    amount = planned.amount if planned.amount is not None else planned.last_known
    return BudgetLine(funding.id, funding.says, planned.reason.clause, amount, None, bool(funding.assumption))
