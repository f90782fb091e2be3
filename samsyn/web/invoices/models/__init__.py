"""Invoices between the parties: what each side says of itself, the invoice, what happens to it, and the money."""

from samsyn.web.invoices.models.details import BuyerDetails, Ledger, SellerDetails, Series, Tax
from samsyn.web.invoices.models.happened import InvoiceEvent, InvoiceFile, Payment
from samsyn.web.invoices.models.invoice import Invoice, InvoiceLine, LineVoucher

__all__ = [
    "BuyerDetails",
    "Invoice",
    "InvoiceEvent",
    "InvoiceFile",
    "InvoiceLine",
    "Ledger",
    "LineVoucher",
    "Payment",
    "SellerDetails",
    "Series",
    "Tax",
]
