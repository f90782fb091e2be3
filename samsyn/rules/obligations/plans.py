"""The payment plans of a whole dossier: every year by the terms that hold on its last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.money.plan import PlannedPayment
from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.obligations.payment_days import debts_of
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Funding, Payment
from samsyn.rules.timeline import stretches
from samsyn.rules.timeline.life import life as life_of


@dataclass(frozen=True, slots=True)
class Plan:
    """What one payer, or several together where `whose` is empty, pays under one payment term.

    `payment` and `funding` are as they hold last; `parts` are in order of time. `terms` gives for each part the terms
    that it was worked out by.
    """

    payment: Payment
    funding: Funding
    whose: str
    payers: tuple[str, ...]
    parts: tuple[PlannedPayment, ...]
    terms: tuple[Agreement, ...]


def plans_of(dossier: Dossier, *, index: IndexRegister = EMPTY, known_on: date | None = None) -> tuple[Plan, ...]:
    """Every plan there is, in the order of the text. `known_on` as for `duties`."""
    life, register = life_of(dossier, known_on), index.known_on(known_on)
    found: dict[tuple[str, str], Plan] = {}
    for stretch in stretches(dossier, known_on):
        setting = Setting(stretch.terms, life, {}, register)
        for payment in stretch.terms.payment.values():
            for debt in debts_of(payment, setting) if payment.applies else ():
                parts = tuple(each for each in debt.plan if min(each.year.last, life.last) in stretch.span)
                before = found.get((payment.id, debt.whose))
                found[payment.id, debt.whose] = Plan(
                    payment,
                    stretch.terms.funding[payment.funding],
                    debt.whose,
                    debt.payers,
                    (*(before.parts if before else ()), *parts),
                    (*(before.terms if before else ()), *(stretch.terms for _ in parts)),
                )
    return tuple(plan for plan in found.values() if plan.parts)
