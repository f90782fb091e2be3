"""Invoices as files: Peppol BIS Billing 3.0 (UBL 2.1), what is wrong before it is written, and who judged it after."""

from samsyn.exchange.invoices.document import (
    RATES,
    Endpoint,
    Giro,
    InvoiceDocument,
    Line,
    Preceding,
    TaxCase,
    Trader,
    credit_of,
)

__all__ = [
    "RATES",
    "Endpoint",
    "Giro",
    "InvoiceDocument",
    "Line",
    "Preceding",
    "TaxCase",
    "Trader",
    "credit_of",
]
