"""Peppol BIS Billing 3.0 (UBL 2.1), written so that what the rules ask for holds by construction.

The order is that of the schemas UBL-Invoice-2.1 and UBL-CreditNote-2.1. `faults` is asked first: what is wrong with the
values themselves is a person's to mend.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

from samsyn.exchange.invoices.document import Giro, InvoiceDocument, Line, TaxCase, Trader
from samsyn.exchange.invoices.elements import Element, basic, document, group, money

CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
INVOICE, CREDIT_NOTE = "380", "381"
CREDIT_TRANSFER = "30"
INVOICED_OBJECT = "130"
ORGANISATION_NUMBER = "0007"
F_TAX = "Godkänd för F-skatt"
BRANCH = {"bankgiro": "SE:BANKGIRO", "plusgiro": "SE:PLUSGIRO"}


def peppol_xml(invoice: InvoiceDocument) -> bytes:
    """UTF-8. Raises ValueError where a text has signs that XML cannot hold, which `faults` says by field."""
    if invoice.kind == "credit_note":
        return document("CreditNote", *_head(invoice), *_tail(invoice, "CreditNoteLine", "CreditedQuantity"))
    return document("Invoice", *_head(invoice), *_tail(invoice, "InvoiceLine", "InvoicedQuantity"))


def _head(invoice: InvoiceDocument) -> list[Element | None]:
    credit = invoice.kind == "credit_note"
    return [
        basic("CustomizationID", CUSTOMIZATION),
        basic("ProfileID", PROFILE),
        basic("ID", invoice.number),
        basic("IssueDate", invoice.issued),
        None if credit or invoice.due is None else basic("DueDate", invoice.due),
        basic("CreditNoteTypeCode", CREDIT_NOTE) if credit else basic("InvoiceTypeCode", INVOICE),
        basic("Note", invoice.note),
        basic("DocumentCurrencyCode", invoice.currency),
        basic("BuyerReference", invoice.buyer_reference),
        group("InvoicePeriod", basic("StartDate", invoice.period.start), basic("EndDate", invoice.period.last)),
        group("OrderReference", basic("ID", invoice.order_reference)),
        _credited(invoice),
        group("ContractDocumentReference", basic("ID", invoice.contract_reference)),
        _recurring(invoice.recurring),
    ]


def _credited(invoice: InvoiceDocument) -> Element | None:
    if invoice.credits is None:
        return None
    reference = group(
        "InvoiceDocumentReference", basic("ID", invoice.credits.number), basic("IssueDate", invoice.credits.issued)
    )
    return group("BillingReference", reference)


def _recurring(name: str) -> Element | None:
    if not name.strip():
        return None
    return group("AdditionalDocumentReference", basic("ID", name), basic("DocumentTypeCode", INVOICED_OBJECT))


def _tail(invoice: InvoiceDocument, line: str, quantity: str) -> list[Element | None]:
    taxed = invoice.tax.case != "outside"
    return [
        group("AccountingSupplierParty", _party(invoice.seller, vat=taxed, f_tax=invoice.seller.f_tax)),
        group("AccountingCustomerParty", _party(invoice.buyer, vat=taxed, f_tax=False)),
        _payment(invoice),
        group("PaymentTerms", basic("Note", invoice.terms)),
        _tax(invoice),
        _totals(invoice),
        *(_line(each, invoice.tax, line, quantity) for each in invoice.lines),
    ]


def _party(trader: Trader, *, vat: bool, f_tax: bool) -> Element | None:
    """A VAT number is never written on what lies outside the scope of VAT (BR-O-02)."""
    endpoint = trader.endpoint
    return group(
        "Party",
        basic("EndpointID", endpoint.id, schemeID=endpoint.scheme) if endpoint else None,
        group("PartyName", basic("Name", trader.name)),
        _address(trader),
        _scheme(trader.vat_number or "", "VAT") if vat else None,
        _scheme(F_TAX, "TAX") if f_tax else None,
        group(
            "PartyLegalEntity",
            basic("RegistrationName", trader.name),
            basic("CompanyID", trader.org_number, schemeID=ORGANISATION_NUMBER),
        ),
    )


def _address(trader: Trader) -> Element | None:
    rows = [row for row in trader.address if row.strip()]
    names = ("StreetName", "AdditionalStreetName")
    third = rows[2] if len(rows) > len(names) else ""
    return group(
        "PostalAddress",
        *(basic(name, row) for name, row in zip_longest(names, rows[: len(names)], fillvalue="")),
        basic("CityName", trader.city),
        basic("PostalZone", trader.postcode),
        group("AddressLine", basic("Line", third)),
        group("Country", basic("IdentificationCode", "SE")),
    )


def _scheme(number: str, scheme: str) -> Element | None:
    if not number:
        return None
    return group("PartyTaxScheme", basic("CompanyID", number), group("TaxScheme", basic("ID", scheme)))


def _payment(invoice: InvoiceDocument) -> Element | None:
    if invoice.giro is None:
        return None
    return group(
        "PaymentMeans",
        basic("PaymentMeansCode", CREDIT_TRANSFER),
        basic("PaymentID", invoice.payment_reference),
        _account(invoice.giro),
    )


def _account(giro: Giro) -> Element | None:
    branch = group("FinancialInstitutionBranch", basic("ID", BRANCH[giro.kind]))
    return group("PayeeFinancialAccount", basic("ID", giro.number), branch)


def _tax(invoice: InvoiceDocument) -> Element | None:
    """One sum and one part: the whole invoice has the same tax case (BR-O-11, PEPPOL-EN16931-R053)."""
    part = group(
        "TaxSubtotal",
        money("TaxableAmount", invoice.net),
        money("TaxAmount", invoice.vat),
        _category("TaxCategory", invoice.tax, reason=invoice.tax.reason),
    )
    return group("TaxTotal", money("TaxAmount", invoice.vat), part)


def _category(name: str, tax: TaxCase, reason: str = "") -> Element | None:
    """No rate for what lies outside (BR-O-05), 0 for what is exempt (BR-E-05)."""
    rate = {"outside": None, "exempt": Decimal(0), "taxed": tax.rate}[tax.case]
    return group(
        name,
        basic("ID", tax.category),
        None if rate is None else basic("Percent", rate),
        None if tax.case == "taxed" else basic("TaxExemptionReason", reason),
        group("TaxScheme", basic("ID", "VAT")),
    )


def _totals(invoice: InvoiceDocument) -> Element | None:
    return group(
        "LegalMonetaryTotal",
        money("LineExtensionAmount", invoice.net),
        money("TaxExclusiveAmount", invoice.net),
        money("TaxInclusiveAmount", invoice.total),
        money("PrepaidAmount", invoice.already_paid) if invoice.already_paid else None,
        money("PayableAmount", invoice.payable),
    )


def _line(line: Line, tax: TaxCase, name: str, quantity: str) -> Element | None:
    cost_line = (
        group("AdditionalItemProperty", basic("Name", "Kostnadsslag"), basic("Value", line.cost_line))
        if line.cost_line.strip()
        else None
    )
    return group(
        name,
        basic("ID", line.id),
        basic(quantity, line.quantity, unitCode=line.unit),
        money("LineExtensionAmount", line.amount),
        group("Item", basic("Name", line.text), _category("ClassifiedTaxCategory", tax), cost_line),
        group("Price", money("PriceAmount", line.price)),
    )
