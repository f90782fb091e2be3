"""What must not stand in any text of an invoice: persons, and signs that XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samsyn.exchange.invoices.document import InvoiceDocument, Trader
from samsyn.exchange.invoices.fault import SAMSYN, Fault
from samsyn.exchange.invoices.personal import refuses

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Whatever is no Char of XML 1.0 (§2.2)."""


def of_texts(invoice: InvoiceDocument) -> Iterator[Fault]:
    for field, text in _spoken(invoice):
        if refuses(text):
            says = "Här står något som ser ut som ett personnummer. En faktura får inte peka ut en person: ta bort det."
            yield Fault(SAMSYN, says, field)
    for field, text in (*_spoken(invoice), *_named(invoice)):
        if _NOT_XML.search(text):
            yield Fault(SAMSYN, "Här finns ett osynligt tecken som inte kan skickas. Skriv texten på nytt.", field)


def _spoken(invoice: InvoiceDocument) -> Iterator[tuple[str, str]]:
    """What a person has written freely."""
    yield from (("note", invoice.note), ("terms", invoice.terms), ("tax.reason", invoice.tax.reason))
    for line in invoice.lines:
        yield from ((f"lines.{line.id}.text", line.text), (f"lines.{line.id}.cost_line", line.cost_line))


def _named(invoice: InvoiceDocument) -> Iterator[tuple[str, str]]:
    """Names and numbers."""
    names = ("number", "buyer_reference", "order_reference", "contract_reference", "recurring", "payment_reference")
    yield from ((name, getattr(invoice, name)) for name in names)
    yield from _of_trader("seller", invoice.seller)
    yield from _of_trader("buyer", invoice.buyer)
    if invoice.credits is not None:
        yield "credits", invoice.credits.number
    yield from (("lines", line.id) for line in invoice.lines)


def _of_trader(side: str, trader: Trader) -> Iterator[tuple[str, str]]:
    yield from ((f"{side}.name", trader.name), (f"{side}.postcode", trader.postcode), (f"{side}.city", trader.city))
    yield from ((f"{side}.address", row) for row in trader.address)
