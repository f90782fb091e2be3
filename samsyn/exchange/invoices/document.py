"""An invoice or a credit note as plain values: what is written as Peppol XML and as PDF, and what is checked before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

from samsyn.rules.quantities import Amount, DateRange

Kind = Literal["invoice", "credit_note"]
Case = Literal["outside", "exempt", "taxed"]
CATEGORY: dict[Case, str] = {"outside": "O", "exempt": "E", "taxed": "S"}
"""UNCL 5305, as EN 16931 uses it."""
NOTHING = Amount(0)
RATES = (Decimal(25), Decimal(12), Decimal(6))
"""Per cent that category S may bear in Sweden (SE-R-006)."""


@dataclass(frozen=True, slots=True)
class TaxCase:
    """What VAT says of the whole invoice: outside its scope (O), exempt (E) or taxed (S). Asked for, never guessed.

    `rate` is in per cent and only for what is taxed; `reason` is said in words and only for what is not.
    """

    case: Case
    rate: Decimal | None = None
    reason: str = ""

    @classmethod
    def outside(cls, reason: str) -> TaxCase:
        return cls("outside", reason=reason)

    @classmethod
    def exempt(cls, reason: str) -> TaxCase:
        return cls("exempt", reason=reason)

    @classmethod
    def taxed(cls, rate: int | Decimal) -> TaxCase:
        return cls("taxed", rate=Decimal(rate))

    @property
    def category(self) -> str:
        return CATEGORY[self.case]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address in Peppol. `scheme` is 0007 (organisation number) or 0088 (GLN)."""

    scheme: str
    id: str


@dataclass(frozen=True, slots=True)
class Trader:
    """Seller or buyer: a legal person, never a human being.

    `org_number` has ten digits and no hyphen. `vat_number` is written SE + ten digits + 01. `f_tax`: approved for
    F-skatt; says something of the seller only.
    """

    name: str
    org_number: str
    address: tuple[str, ...]
    postcode: str
    city: str
    endpoint: Endpoint | None
    vat_number: str | None = None
    f_tax: bool = False


@dataclass(frozen=True, slots=True)
class Giro:
    """Where the money goes. `number` has digits only, no hyphen."""

    kind: Literal["bankgiro", "plusgiro"]
    number: str


@dataclass(frozen=True, slots=True)
class Line:
    """`unit` is a code of UN/ECE recommendation 20: C62 (one), MON (month), HUR (hour), DAY.

    What lowers the sum has a quantity below zero; a price never is. `cost_line` is the agreement's own name of the cost
    line, or empty.
    """

    id: str
    text: str
    quantity: Decimal
    unit: str
    price: Amount
    amount: Amount
    cost_line: str = ""

    @property
    def multiplied(self) -> Amount:
        """Quantity × price, rounded to the nearest öre, a half away from zero."""
        return Amount(int((self.quantity * self.price.ore).quantize(Decimal(1), ROUND_HALF_UP)))


@dataclass(frozen=True, slots=True)
class Preceding:
    """The invoice that a credit note credits."""

    number: str
    issued: date


@dataclass(frozen=True)
class InvoiceDocument:
    """Everything that is on it, in Swedish kronor. The same values always give the same bytes.

    A credit note has the amounts of what it credits, above zero, and names it in `credits`. `terms` are the terms of
    payment in words, needed where something is to be paid and there is no day in `due`. `recurring` is the buyer's
    name of a standing invoice (DocumentTypeCode 130). `order_reference` or `buyer_reference` must be there.
    """

    number: str
    kind: Kind
    issued: date
    due: date | None
    period: DateRange
    seller: Trader
    buyer: Trader
    tax: TaxCase
    lines: tuple[Line, ...]
    giro: Giro | None
    buyer_reference: str = ""
    order_reference: str = ""
    contract_reference: str = ""
    recurring: str = ""
    payment_reference: str = ""
    terms: str = ""
    note: str = ""
    credits: Preceding | None = None
    already_paid: Amount = NOTHING
    currency: Literal["SEK"] = "SEK"

    @cached_property
    def net(self) -> Amount:
        """The sum of the lines, without VAT."""
        return Amount(sum(line.amount.ore for line in self.lines))

    @cached_property
    def vat(self) -> Amount:
        """Reckoned once on the sum of the lines, and rounded to the nearest öre."""
        rate = self.tax.rate if self.tax.case == "taxed" and self.tax.rate is not None else Decimal(0)
        return Amount(int((self.net.ore * rate / 100).quantize(Decimal(1), ROUND_HALF_UP)))

    @property
    def total(self) -> Amount:
        return self.net + self.vat

    @property
    def payable(self) -> Amount:
        return self.total - self.already_paid

    @property
    def signed_total(self) -> Amount:
        """What it does to the debt of the buyer: a credit note lowers it."""
        return -self.total if self.kind == "credit_note" else self.total


def credit_of(invoice: InvoiceDocument, number: str, issued: date, terms: str) -> InvoiceDocument:
    """The credit note that takes back the whole of an invoice. Together they are zero.

    `terms` says what becomes of the money: set off against the invoice, or paid back. Raises ValueError for what is a
    credit note already.
    """
    if invoice.kind != "invoice":
        raise ValueError(f"{invoice.number} is a credit note already")
    preceding = Preceding(invoice.number, invoice.issued)
    return replace(
        invoice, number=number, kind="credit_note", issued=issued, due=None, terms=terms, credits=preceding,
        already_paid=NOTHING, giro=None, payment_reference="",
    )  # fmt: skip
