"""What is wrong with the lines of an invoice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from samsyn.exchange.invoices.document import InvoiceDocument, Line
from samsyn.exchange.invoices.fault import SAMSYN, Fault

UNITS = {
    "C62": "st", "HUR": "tim", "DAY": "dygn", "WEE": "vecka", "MON": "mån", "ANN": "år", "KMT": "km", "KGM": "kg",
    "LTR": "l", "MTK": "m²",
}  # fmt: skip
"""Codes of UN/ECE recommendation 20, and what they are called on paper."""
SLACK = 2
"""Öre by which a line may differ from quantity × price (PEPPOL-EN16931-R120)."""


def of_lines(invoice: InvoiceDocument) -> Iterator[Fault]:
    if not invoice.lines:
        yield Fault("BR-16", "Fakturan har inga rader. Lägg till minst en.", "lines")
    for name, times in Counter(line.id for line in invoice.lines).items():
        if times > 1:
            yield Fault(SAMSYN, f"{times} rader har samma nummer ({name}). Ge varje rad sitt eget.", "lines")
    for line in invoice.lines:
        yield from _line(line)


def _line(line: Line) -> Iterator[Fault]:
    field = f"lines.{line.id}"
    if not line.id.strip():
        yield Fault("BR-21", "En rad har inget nummer.", "lines")
    if not line.text.strip():
        yield Fault("BR-25", f"Rad {line.id} säger inte vad den gäller.", f"{field}.text")
    if line.unit not in UNITS:
        yield Fault("BR-CL-23", f"Enheten på rad {line.id} känns inte igen. Välj en i listan.", f"{field}.unit")
    if line.price.ore < 0:
        says = f"Priset på rad {line.id} är under noll. Skriv ett avdrag med antal under noll i stället."
        yield Fault("BR-27", says, f"{field}.price")
    if not line.quantity.is_finite():
        yield Fault("BR-22", f"Antalet på rad {line.id} är inget tal.", f"{field}.quantity")
    elif abs(line.amount.ore - line.quantity * line.price.ore) > SLACK:
        says = f"Rad {line.id}: antal × pris är {line.multiplied}, men beloppet är {line.amount}. Rätta ett av dem."
        yield Fault("PEPPOL-EN16931-R120", says, f"{field}.amount")
