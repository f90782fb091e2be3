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
from samsyn.exchange.invoices.fault import Fault
from samsyn.exchange.invoices.fault_lines import UNITS
from samsyn.exchange.invoices.faults import faults
from samsyn.exchange.invoices.judging import Failure, Judgement, judge
from samsyn.exchange.invoices.personal import refuses
from samsyn.exchange.invoices.rulefiles import NoRules, RuleSet
from samsyn.exchange.invoices.writing import peppol_xml

__all__ = [
    "RATES",
    "UNITS",
    "Endpoint",
    "Failure",
    "Fault",
    "Giro",
    "InvoiceDocument",
    "Judgement",
    "Line",
    "NoRules",
    "Preceding",
    "RuleSet",
    "TaxCase",
    "Trader",
    "credit_of",
    "faults",
    "judge",
    "peppol_xml",
    "refuses",
]
