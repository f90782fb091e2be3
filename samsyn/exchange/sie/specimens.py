"""A journal of two invoices and a credit note as SIE 4, for bookkeeping programs and outside readers to judge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from samsyn.exchange.sie.writing import Entry, Journal, invoice_voucher, write_sie
from samsyn.rules.quantities import Amount, DateRange

_RECEIVABLE, _INCOME, _VAT = "1510", "3987", "2611"
"""Accounts of the example alone: an organisation chooses its own."""


def sie_specimens(folder: Path) -> list[Path]:
    """They need no loaded data: no agreement says which accounts a party uses."""
    path = folder / "invoice-journal.si"
    path.write_bytes(write_sie(journal()))
    return [path]


def journal() -> Journal:
    project = (("6", "P1"),)
    first = [Entry(_INCOME, Amount.kronor(250_000), objects=project)]
    taxed = [Entry(_INCOME, Amount.kronor(8_000), objects=project), Entry(_VAT, Amount.kronor(2_000), "Moms 25 %")]
    credit = [Entry(_INCOME, Amount.kronor(-250_000), objects=project)]
    return Journal(
        company="Exempelföreningen (påhittad)",
        org_number="802000-0006",
        generated=date(2026, 4, 30),
        years={0: DateRange.year(2026)},
        accounts={_RECEIVABLE: "Kundfordringar", _INCOME: "Bidrag från kommun", _VAT: "Utgående moms 25 %"},
        dimensions={"6": "Projekt"},
        objects={project[0]: "Verksamheten"},
        vouchers=[
            invoice_voucher("1", date(2026, 1, 2), "Faktura 1, första kvartalet", _RECEIVABLE, first),
            invoice_voucher("2", date(2026, 3, 31), "Faktura 2, uthyrning", _RECEIVABLE, taxed),
            invoice_voucher("3", date(2026, 4, 1), "Kreditfaktura 3 till faktura 1", _RECEIVABLE, credit),
        ],
    )
