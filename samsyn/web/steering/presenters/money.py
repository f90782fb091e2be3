"""The year's money: what the agreement says, what is invoiced, paid, and what it has cost so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.money.budget import BudgetLine
from samsyn.rules.quantities import DateRange, end_of_month
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.books.presenters.budget import Words, budget_page
from samsyn.web.books.queries import Outcome
from samsyn.web.economy.presenters.plan import YearTable, lead, year_tables
from samsyn.web.economy.queries import Money


@dataclass(frozen=True, slots=True)
class Cost:
    """What the parties have let each other see of their books, beside what is set aside for the year.

    `until`: the last month of which anything is seen. `of_ore` None: nothing is set aside.
    """

    ore: int
    of_ore: int | None
    until: date


@dataclass(frozen=True, slots=True)
class YearsMoney:
    """`lead`: one sentence of the year."""

    year: int
    lead: str
    plans: tuple[YearTable, ...]
    cost: Cost | None

    @property
    def by_invoice(self) -> bool:
        return any(each.by_invoice for each in self.plans)


@dataclass(frozen=True, slots=True)
class Spent:
    """Set aside and used in `days`, as both sides see it."""

    days: DateRange
    lines: Sequence[BudgetLine]
    outcome: Sequence[Outcome]


def money_of_year(money: Money, spent: Spent, agreement: Agreement, to: Addresses, today: date) -> YearsMoney | None:
    """Nothing where the year has neither plan nor costs."""
    plans, cost = money.of(today.year), cost_of(spent)
    if not plans and cost is None:
        return None
    return YearsMoney(today.year, lead(plans, today.year), tuple(year_tables(plans, agreement, to, today)), cost)


def cost_of(spent: Spent) -> Cost | None:
    page = budget_page(spent.lines, spent.outcome, spent.days, Words({}, "", ""))
    if not page.has_outcome:
        return None
    return Cost(page.outcome, page.budget, end_of_month(max(each.month for each in spent.outcome)))
