"""Faktura: the receiver invoices the payer, in advance, in arrears or on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.payment_days import debts_of, entry, invoice_day, terms_behind
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.terms.funding import Payment


def derive(payment: Payment, setting: Setting) -> Iterator[Obligation]:
    """One for each period of the plan; nothing where money is paid without an invoice."""
    if not payment.invoiced:
        return
    payees, also = setting.agreement.funding[payment.funding].payees, terms_behind(payment, setting)
    for debt in debts_of(payment, setting):
        owed = KIND.owed(payment, payees, debt.payers, joint=len(payees) > 1, also=also, whose=debt.whose)
        for planned in debt.plan:
            day = invoice_day(planned.slot, payment)
            yield entry(owed, planned, day, payment, setting, f"{planned.slot.label}-invoice")


KIND = Kind(
    name="invoice",
    title="Faktura",
    english="Invoice",
    meaning="The receiver invoices the payer, in advance, in arrears or on a fixed day.",
    evidence=Evidence.INVOICE,
    family="payment",
    derive=derive,
)
