"""The invoice journal for the sender's own bookkeeping, as SIE 4 for import."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samsyn.exchange.sie import Entry, Journal, invoice_voucher, write_sie
from samsyn.rules.quantities import Amount
from samsyn.web.invoices.models import Invoice, Ledger
from samsyn.web.invoices.presenters.words import title_of
from samsyn.web.organisations.models import Organisation


def sie_of(invoices: Iterable[Invoice], ledger: Ledger, organisation: Organisation, today: date) -> bytes:
    """Each sent invoice a voucher: the claim against income and VAT, on the accounts that somebody has chosen.

    A credit note comes out the other way round. The vouchers have no number: the receiving program gives it.
    """
    vouchers = []
    for each in invoices:
        assert each.issued is not None, "only what is sent is in the journal"
        sign = -1 if each.is_credit else 1
        parts = [Entry(ledger.income, Amount(sign * each.net_ore))]
        if each.vat_ore:
            parts.append(Entry(ledger.vat, Amount(sign * each.vat_ore)))
        text = f"{title_of(each)} {each.payer.name}"
        vouchers.append(invoice_voucher("", each.issued, text, ledger.receivable, parts, series=ledger.series))
    return write_sie(
        Journal(
            company=organisation.legal_name or organisation.name,
            generated=today,
            vouchers=vouchers,
            org_number=organisation.org_nr,
        )
    )


def needs_vat_account(invoices: Iterable[Invoice], ledger: Ledger) -> bool:
    return not ledger.vat and any(each.vat_ore for each in invoices)
