"""What is wrong with an invoice, said in words and by field, before anything is written.

The rules are those that a person can break: `peppol_xml` keeps the others by construction. Sources: EN 16931 (BR-…),
Peppol BIS Billing 3.0 with the Swedish rules (PEPPOL-…, SE-R-…). What only Samsyn asks for is marked SAMSYN.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from samsyn.exchange.invoices.document import InvoiceDocument
from samsyn.exchange.invoices.fault import SAMSYN, Fault
from samsyn.exchange.invoices.fault_lines import of_lines
from samsyn.exchange.invoices.fault_parties import of_party, of_tax
from samsyn.exchange.invoices.fault_texts import of_texts

NUMBERS = {"bankgiro": (7, 8), "plusgiro": (2, 8)}
RULES = {"bankgiro": ("SE-R-008", "SE-R-009"), "plusgiro": ("SE-R-007", "SE-R-010")}


def faults(invoice: InvoiceDocument) -> list[Fault]:
    """Everything that must be mended before it is sent, in the order of the invoice. Empty: it can be written."""
    return [
        *_head(invoice),
        *of_party(invoice.seller, "seller"),
        *of_party(invoice.buyer, "buyer"),
        *of_tax(invoice),
        *_references(invoice),
        *_payment(invoice),
        *of_lines(invoice),
        *of_texts(invoice),
    ]


def _head(invoice: InvoiceDocument) -> Iterator[Fault]:
    what = "Kreditfakturan" if invoice.kind == "credit_note" else "Fakturan"
    if not invoice.number.strip():
        yield Fault("BR-02", f"{what} har inget nummer.", "number")
    if invoice.due is not None and invoice.due < invoice.issued:
        yield Fault(SAMSYN, f"{what} förfaller innan den är daterad. Ändra förfallodagen.", "due")
    if invoice.kind == "credit_note":
        yield from _credit(invoice)


def _credit(invoice: InvoiceDocument) -> Iterator[Fault]:
    if invoice.credits is None or not invoice.credits.number.strip():
        yield Fault("BR-55", "Kreditfakturan säger inte vilken faktura den krediterar. Ange dess nummer.", "credits")
    elif invoice.credits.issued > invoice.issued:
        yield Fault(SAMSYN, "Kreditfakturan är daterad före fakturan som den krediterar. Ändra datumet.", "issued")


def _references(invoice: InvoiceDocument) -> Iterator[Fault]:
    if not invoice.buyer_reference.strip() and not invoice.order_reference.strip():
        says = "Beställarens referens eller ordernummer saknas. Fråga beställaren efter en av dem."
        yield Fault("PEPPOL-EN16931-R003", says, "buyer_reference")


def _payment(invoice: InvoiceDocument) -> Iterator[Fault]:
    if invoice.giro is not None:
        yield from _giro(invoice.giro.kind, invoice.giro.number)
    elif invoice.kind == "invoice" and invoice.payable.ore > 0:
        yield Fault(SAMSYN, "Det står inte vart pengarna ska betalas. Ange bankgiro eller plusgiro.", "giro")
    if invoice.total.ore < 0:
        says = f"Summan är under noll ({invoice.total}). Skriv en kreditfaktura i stället, med belopp över noll."
        yield Fault(SAMSYN, says, "lines")
    elif not Decimal(0) <= invoice.already_paid.ore <= invoice.total.ore:
        says = f"{invoice.already_paid} är redan betalt men fakturan gäller {invoice.total}. Rätta ett av beloppen."
        yield Fault(SAMSYN, says, "already_paid")
    yield from _when(invoice)


def _when(invoice: InvoiceDocument) -> Iterator[Fault]:
    """A credit note has no due date in UBL 2.1, so its terms are said in words."""
    if invoice.payable.ore <= 0 or invoice.terms.strip():
        return
    if invoice.kind == "credit_note":
        yield Fault("BR-CO-25", "Skriv vad som händer med pengarna: dras av eller betalas tillbaka.", "terms")
    elif invoice.due is None:
        yield Fault("BR-CO-25", "Fakturan har ingen förfallodag. Ange en, eller skriv villkoren i ord.", "due")


def _giro(kind: str, number: str) -> Iterator[Fault]:
    least, most = NUMBERS[kind]
    digits, length = RULES[kind]
    if not (number.isascii() and number.isdigit()):
        yield Fault(digits, f"Numret till {kind} skrivs med bara siffror, utan bindestreck.", "giro")
    elif not least <= len(number) <= most:
        yield Fault(length, f"Numret till {kind} ska ha {least}–{most} siffror men har {len(number)}.", "giro")
