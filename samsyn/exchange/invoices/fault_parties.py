"""What is wrong with seller and buyer, and with what is said of VAT."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from stdnum import ean, luhn

from samsyn.exchange.invoices.document import RATES, Endpoint, InvoiceDocument, Trader
from samsyn.exchange.invoices.fault import SAMSYN, Fault
from samsyn.exchange.invoices.personal import refuses

Side = Literal["seller", "buyer"]
WHO = {"seller": "Säljaren", "buyer": "Köparen"}
WHOSE = {"seller": "Säljarens", "buyer": "Köparens"}
NAME = {"seller": "BR-06", "buyer": "BR-07"}
ENDPOINT = {"seller": "PEPPOL-EN16931-R020", "buyer": "PEPPOL-EN16931-R010"}
DIGITS = 10
VAT_LENGTH = 14
ADDRESS_LINES = 3


def of_party(trader: Trader, side: Side) -> Iterator[Fault]:
    if not trader.name.strip():
        yield Fault(NAME[side], f"{WHO[side]} har inget namn.", f"{side}.name")
    yield from _org_number(trader.org_number, side)
    yield from _address(trader, side)
    yield from _endpoint(trader.endpoint, side)
    if trader.vat_number is not None:
        yield from _vat_number(trader.vat_number, side)


def _only_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _org_number(number: str, side: Side) -> Iterator[Fault]:
    field, whose = f"{side}.org_number", WHOSE[side]
    if not _only_digits(number):
        yield Fault("SE-R-003", f"{whose} organisationsnummer skrivs med bara siffror, utan bindestreck.", field)
    elif len(number) != DIGITS:
        yield Fault("SE-R-004", f"{whose} organisationsnummer ska ha 10 siffror men har {len(number)}.", field)
    elif not luhn.is_valid(number):
        yield Fault("SE-R-013", f"Kontrollsiffran i {whose.lower()} organisationsnummer stämmer inte.", field)
    elif refuses(number):
        yield Fault(SAMSYN, f"{whose} organisationsnummer är ett personnummer. Här skrivs en juridisk person.", field)


def _address(trader: Trader, side: Side) -> Iterator[Fault]:
    rows = [row for row in trader.address if row.strip()]
    if len(rows) > ADDRESS_LINES:
        yield Fault(SAMSYN, f"{WHOSE[side]} adress får plats på högst {ADDRESS_LINES} rader.", f"{side}.address")
    if not trader.postcode.strip():
        yield Fault(SAMSYN, f"{WHOSE[side]} postnummer saknas.", f"{side}.postcode")
    if not trader.city.strip():
        yield Fault(SAMSYN, f"{WHOSE[side]} postort saknas.", f"{side}.city")


def _endpoint(endpoint: Endpoint | None, side: Side) -> Iterator[Fault]:
    field, whose = f"{side}.endpoint", WHOSE[side]
    if endpoint is None or not endpoint.id.strip():
        yield Fault(ENDPOINT[side], f"{whose} adress i Peppol saknas.", field)
    elif endpoint.scheme == "0007":
        if not (_only_digits(endpoint.id) and len(endpoint.id) == DIGITS and luhn.is_valid(endpoint.id)):
            says = (
                f"{whose} adress i Peppol (0007) ska vara ett organisationsnummer: 10 siffror och rätt kontrollsiffra."
            )
            yield Fault("PEPPOL-COMMON-R049", says, field)
    elif endpoint.scheme == "0088":
        if not (_only_digits(endpoint.id) and len(endpoint.id) == 13 and ean.is_valid(endpoint.id)):
            says = f"{whose} adress i Peppol (0088) ska vara ett GLN: 13 siffror och rätt kontrollsiffra."
            yield Fault("PEPPOL-COMMON-R040", says, field)
    else:
        says = f"{whose} adress i Peppol ska börja med 0007 (organisationsnummer) eller 0088 (GLN)."
        yield Fault("PEPPOL-EN16931-CL008", says, field)


def _vat_number(number: str, side: Side) -> Iterator[Fault]:
    field, whose = f"{side}.vat_number", WHOSE[side]
    if len(number) != VAT_LENGTH:
        says = f"{whose} momsregistreringsnummer ska ha 14 tecken: SE, organisationsnumret och 01."
        yield Fault("SE-R-001", says, field)
    elif not (number.startswith("SE") and _only_digits(number[2:])):
        yield Fault("SE-R-002", f"{whose} momsregistreringsnummer ska vara SE och tolv siffror.", field)


def of_tax(invoice: InvoiceDocument) -> Iterator[Fault]:
    check = {"outside": _outside, "exempt": _exempt, "taxed": _taxed}[invoice.tax.case]
    yield from check(invoice)


def _outside(invoice: InvoiceDocument) -> Iterator[Fault]:
    parties: tuple[tuple[Side, Trader], ...] = (("seller", invoice.seller), ("buyer", invoice.buyer))
    for side, trader in parties:
        if trader.vat_number is not None:
            says = f"Fakturan är utanför momsens område. {WHOSE[side]} momsregistreringsnummer får då inte stå på den."
            yield Fault("BR-O-02", says, f"{side}.vat_number")
    yield from _untaxed(invoice, "BR-O-10", "BR-O-05")


def _exempt(invoice: InvoiceDocument) -> Iterator[Fault]:
    if invoice.seller.vat_number is None and not invoice.seller.f_tax:
        says = (
            "Fakturan kan inte skickas som momsfri: det kräver att säljaren har ett momsregistreringsnummer eller är "
            "godkänd för F-skatt. Rätta uppgifterna om säljaren, eller ta ställning till momsen igen."
        )
        yield Fault("BR-E-02", says, "tax")
    yield from _untaxed(invoice, "BR-E-10", "BR-E-05")


def _untaxed(invoice: InvoiceDocument, reason: str, rate: str) -> Iterator[Fault]:
    if not invoice.tax.reason.strip():
        yield Fault(reason, "Skriv varför fakturan är utan moms.", "tax.reason")
    if invoice.tax.rate is not None:
        yield Fault(rate, "En faktura utan moms har ingen momssats.", "tax.rate")


def _taxed(invoice: InvoiceDocument) -> Iterator[Fault]:
    if invoice.tax.rate not in RATES:
        yield Fault("SE-R-006", "Momsen ska vara 25, 12 eller 6 procent.", "tax.rate")
    if invoice.seller.vat_number is None and not invoice.seller.f_tax:
        says = "Fakturan har moms, men säljaren har varken momsregistreringsnummer eller F-skatt."
        yield Fault("BR-S-02", says, "seller.vat_number")
    if invoice.tax.reason.strip():
        yield Fault("BR-S-10", "En faktura med moms har inget skäl till att den är utan.", "tax.reason")
