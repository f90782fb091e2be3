"""Betalning: the payer pays, by invoice or without; the parts of a year sum to the sum of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.payment_days import after_invoice, day_of, debts_of, entry, terms_behind
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.wording import in_a_row
from samsyn.rules.terms.funding import Payment


def derive(payment: Payment, setting: Setting) -> Iterator[Obligation]:
    """One for each period of the plan, and for each payer where the text divides the sum."""
    payees, also = setting.agreement.funding[payment.funding].payees, terms_behind(payment, setting)
    for debt in debts_of(payment, setting):
        owed = KIND.owed(payment, debt.payers, payees, joint=len(debt.payers) > 1, also=also, whose=debt.whose)
        if payment.invoiced:
            owed = replace(owed, sentence=_pays(debt.payers, payees, setting))
        for planned in debt.plan:
            day = day_of(planned.slot, payment)
            if payment.invoiced:
                day = after_invoice(day, planned.slot, payment)
            yield entry(owed, planned, day, payment, setting, planned.slot.label)


def _pays(payers: Sequence[str], payees: Sequence[str], setting: Setting) -> str:
    """The term's own sentence is about the invoice; this one is about the money."""
    name = setting.agreement.party_name
    return f"{in_a_row(map(name, payers))} betalar {in_a_row(map(name, payees))}"


KIND = Kind(
    name="payment",
    title="Betalning",
    english="Payment",
    meaning="The payer pays, by invoice or without; the parts of a year sum to the sum of the year.",
    evidence=Evidence.PAYMENT,
    family="payment",
    derive=derive,
)
