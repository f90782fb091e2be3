"""An invoice between invented parties, for chapters, specimens and measured runs to vary. Not sent to anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from samsyn.exchange.invoices.document import Endpoint, Giro, InvoiceDocument, Line, TaxCase, Trader, credit_of
from samsyn.rules.quantities import Amount, DateRange

ASSOCIATION = Trader(
    name="Föreningen Exempel",
    org_number="0000001016",
    address=("Exempelgatan 1",),
    postcode="123 45",
    city="Exempelstad",
    endpoint=Endpoint("0007", "0000001016"),
)
MUNICIPALITY = Trader(
    name="Exempelstads kommun",
    org_number="0000001008",
    address=("Box 1",),
    postcode="123 45",
    city="Exempelstad",
    endpoint=Endpoint("0007", "0000001008"),
)
OUTSIDE = TaxCase.outside("Bidrag enligt partnerskap, ingen ersättning för en tjänst")
EXEMPT = TaxCase.exempt("Social omsorg, 10 kap. 14 § mervärdesskattelagen (2023:200)")
TAXED = TaxCase.taxed(25)


def invoice(tax: TaxCase = OUTSIDE) -> InvoiceDocument:
    """A quarter in advance, in two lines. Where there is VAT both parties have the numbers that it asks for."""
    seller, buyer = ASSOCIATION, MUNICIPALITY
    if tax.case != "outside":
        seller = replace(seller, vat_number=f"SE{seller.org_number}01", f_tax=True)
        buyer = replace(buyer, vat_number=f"SE{buyer.org_number}01")
    return InvoiceDocument(
        number="2026-1",
        kind="invoice",
        issued=date(2026, 1, 2),
        due=date(2026, 2, 1),
        period=DateRange(date(2026, 1, 1), date(2026, 4, 1)),
        seller=seller,
        buyer=buyer,
        tax=tax,
        lines=(
            Line("1", "Personal, första kvartalet", Decimal(3), "MON", Amount(145_000_00), Amount(435_000_00), "Lön"),
            Line("2", "Lokaler, första kvartalet", Decimal(1), "C62", Amount(46_659_25), Amount(46_659_25), "Lokaler"),
        ),
        giro=Giro("bankgiro", "00000018"),
        buyer_reference="EX123456",
        contract_reference="SN 2026/12",
        payment_reference="20261",
    )


def credit_note(tax: TaxCase = OUTSIDE) -> InvoiceDocument:
    return credit_of(invoice(tax), "2026-2", date(2026, 1, 20), "Dras av från faktura 2026-1.")
