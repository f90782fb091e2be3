"""Betalning utan plan: money that is promised while no clause says in what parts or when it is paid."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import OCCURRENCE
from samsyn.rules.terms.funding import Funding


def derive(funding: Funding, setting: Setting) -> Iterator[Obligation]:
    """One over the days on which the money is promised; nothing where a payment plan says when it is paid."""
    planned = any(each.funding == funding.id and each.applies for each in setting.agreement.payment.values())
    days = setting.days_of(funding)
    if planned or days is None:
        return
    owed = KIND.owed(funding, funding.payers, funding.payees, joint=len(funding.payers) > 1)
    why = "Punkten säger inte när eller i vilka delar pengarna betalas."
    yield Obligation(owed, OCCURRENCE["always"], days, None, False, why, amount_note=_sums(funding))


def _sums(funding: Funding) -> str:
    """The sums as they are written."""
    written = [f"{row.amount} för {row.first}–{row.last}" for row in funding.amounts]
    return f"{'; '.join(written)}." if written else "Texten anger ingen summa."


KIND = Kind(
    name="unplanned_payment",
    title="Betalning utan plan",
    english="Payment without a plan",
    meaning="Money that is promised while no clause says in what parts or when it is paid.",
    evidence=Evidence.PAYMENT,
    family="funding",
    derive=derive,
)
