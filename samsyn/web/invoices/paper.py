"""An invoice as the values of `samsyn.exchange.invoices`, and what must be mended before it can be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

from django.utils.translation import gettext

from samsyn.exchange.invoices import (
    Endpoint,
    Fault,
    Giro,
    InvoiceDocument,
    Line,
    Preceding,
    TaxCase,
    Trader,
    faults,
)
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Payment as PaymentTerm
from samsyn.web.invoices.models import BuyerDetails, Invoice, InvoiceLine, SellerDetails, Tax
from samsyn.web.invoices.presenters.words import purpose_words
from samsyn.web.invoices.queries.details import buyer_as_of, buyer_on, seller_as_of, seller_on
from samsyn.web.invoices.queries.plan import payment_of
from samsyn.web.partnerships.models import PartnershipParty

OURS = "SAMSYN"
"""Stands for a rule that is no standard's."""
CHECKED = ("tax", "tax_rate", "tax_reason", "includes_vat", "vat_number", "f_tax", "paid_to", "paid_to_number")
"""Of what the seller says: what decides the sum and where it is paid, and so what somebody has looked at."""


@dataclass(frozen=True)
class Paper:
    """What is written on the invoice on a day, as far as it is known.

    `case_number` is the payer's own; `terms` the agreement as it is on that day. `rebooked`: lines with vouchers behind
    them that have been corrected since.
    """

    invoice: Invoice
    lines: tuple[InvoiceLine, ...]
    seller: SellerDetails | None
    buyer: BuyerDetails | None
    case_number: str
    terms: Agreement
    day: date
    number: str = field(default="")
    rebooked: tuple[InvoiceLine, ...] = ()

    @cached_property
    def due(self) -> date | None:
        """The day by which it is to be paid.

        1. So many days after the invoice, where the agreement says it. 2. The day that the agreement gives for the
        payment, where it has not been. 3. So many days as the seller has said. A credit note has none.
        """
        if self.invoice.is_credit:
            return None
        payment = self._payment_term
        if payment is not None and payment.days_to_pay is not None:
            return self.day + timedelta(days=payment.days_to_pay)
        owed = payment_of(self.invoice.obligation) if self.invoice.obligation else None
        if owed is not None and owed.due is not None and owed.due_stated and owed.due >= self.day:
            return owed.due
        days = self.seller.days_to_pay if self.seller else None
        return None if days is None else self.day + timedelta(days=days)

    @cached_property
    def _payment_term(self) -> PaymentTerm | None:
        obligation = self.invoice.obligation
        return self.terms.payment.get(obligation.term) if obligation else None

    @cached_property
    def document(self) -> InvoiceDocument | None:
        """None until both sides have said what is to stand of them."""
        if self.seller is None or self.buyer is None:
            return None
        invoice, seller, buyer = self.invoice, self.seller, self.buyer
        return InvoiceDocument(
            number=self.number or invoice.name,
            kind="credit_note" if invoice.is_credit else "invoice",
            issued=invoice.issued or self.day,
            due=invoice.due or self.due,
            period=DateRange.through(invoice.first, invoice.last),
            seller=_trader(seller, self._taxed or seller),
            buyer=_trader(buyer),
            tax=tax_of(invoice, seller),
            lines=tuple(_line(number, line, self.terms) for number, line in enumerate(self.lines, 1)),
            giro=None if invoice.is_credit else Giro(_giro(seller.paid_to), seller.paid_to_number),
            buyer_reference=buyer.buyer_reference,
            order_reference=buyer.order_reference,
            contract_reference=self.case_number,
            recurring=buyer.recurring,
            payment_reference="" if invoice.is_credit else (self.number or invoice.name),
            terms=self._terms(),
            note=invoice.note,
            credits=_credited(invoice),
        )

    @property
    def _taxed(self) -> SellerDetails | None:
        """What the seller was to the Tax Agency. A credit note has the VAT of what it credits, whatever holds since."""
        credited = self.invoice.credits
        if credited is None or credited.sent_at is None:
            return self.seller
        return seller_as_of(credited.sent_at, credited.partnership_id, credited.organisation_id)

    @cached_property
    def _changed(self) -> bool:
        """Whether the seller has come to say anything else since somebody checked it."""
        invoice = self.invoice
        if invoice.checked_at is None or invoice.is_sent or invoice.is_credit or self.seller is None:
            return False
        then = seller_as_of(invoice.checked_at, invoice.partnership_id, invoice.organisation_id)
        return any(getattr(then, name, None) != getattr(self.seller, name) for name in CHECKED)

    def _rebooked(self, line: InvoiceLine) -> Fault:
        """What is no longer in the books is no verified cost."""
        says = gettext("Bokföringen bakom «%(line)s» är rättad. Hämta raderna ur bokföringen på nytt.")
        return Fault(OURS, says % {"line": line.text}, "books" if self.invoice.is_draft else "checked")

    def _terms(self) -> str:
        if self.invoice.is_credit:
            return gettext("Dras av från fakturan, eller betalas tillbaka om den är betald.")
        return ""

    @cached_property
    def faults(self) -> list[Fault]:
        """Everything that must be mended, each with where that is done. Empty: it can be sent.

        Until it is approved it has no number, which is no fault.
        """
        missing = []
        if self.seller is None:
            says = gettext("Ni har inte skrivit vad som ska stå om er på fakturan: moms, bankgiro och adress.")
            missing.append(Fault(OURS, says, "seller"))
        if self.buyer is None:
            says = gettext("%(payer)s har inte skrivit vad som ska stå om dem på fakturan: referens och adress.")
            missing.append(Fault(OURS, says % {"payer": self.invoice.payer.name}, "buyer"))
        if not self.lines:
            missing.append(Fault("BR-16", gettext("Fakturan har inga rader."), "lines"))
        missing += [self._rebooked(each) for each in self.rebooked]
        if self._changed:
            says = gettext(
                "Momsen eller kontot att betala till har ändrats sedan fakturan granskades. Lämna tillbaka den till "
                "utkast, så att den granskas och godkänns som den nu blir."
            )
            return [*missing, Fault(OURS, says, "checked")]
        if self.document is None:
            return missing
        found = [each for each in faults(self.document) if each.field != "number" or self.invoice.number]
        return [*missing, *(each for each in found if not (each.rule == "BR-16" and missing))]


def paper_of(invoice: Invoice, terms: Agreement, day: date, number: str = "") -> Paper:
    """Four queries. A sent invoice is as it was when it was sent, whatever is written afterwards."""
    if invoice.sent_at is not None:
        seller = seller_as_of(invoice.sent_at, invoice.partnership_id, invoice.organisation_id)
        buyer = buyer_as_of(invoice.sent_at, invoice.partnership_id, invoice.payer_id)
    else:
        seller = seller_on(day, invoice.partnership_id, invoice.organisation_id)
        buyer = buyer_on(day, invoice.partnership_id, invoice.payer_id)
    places = PartnershipParty.objects.filter(partnership_id=invoice.partnership_id, organisation_id=invoice.payer_id)
    return Paper(
        invoice=invoice,
        lines=tuple(invoice.lines.order_by("position")),
        seller=seller,
        buyer=buyer,
        case_number=places.values_list("case_number", flat=True).first() or "",
        terms=terms,
        day=day,
        number=number,
        rebooked=() if invoice.is_sent else rebooked(invoice),
    )


def rebooked(invoice: Invoice) -> tuple[InvoiceLine, ...]:
    """Its lines with vouchers behind them that have been corrected since."""
    if invoice.is_credit or invoice.credited_at is not None:
        return ()
    rows = invoice.lines.filter(vouchers__row__voucher__superseded_at__isnull=False)
    return tuple(rows.order_by("position").distinct())


def tax_of(invoice: Invoice, seller: SellerDetails) -> TaxCase:
    """As it was approved; until then as the seller says now. A credit note has that of what it credits."""
    if invoice.tax:
        return _case(invoice.tax, invoice.tax_rate, invoice.tax_reason)
    return _case(seller.tax, seller.tax_rate, seller.tax_reason)


def net_of(agreed: Amount, seller: SellerDetails | None) -> Amount:
    """The agreement's sum without VAT: where the sum is with VAT, so much that VAT on it makes the sum again."""
    if seller is None or seller.tax != Tax.TAXED or not seller.includes_vat or seller.tax_rate is None:
        return agreed
    exact = Decimal(agreed.ore) * 100 / (100 + seller.tax_rate)
    return Amount(int(exact.quantize(Decimal(1), ROUND_HALF_UP)))


def vat_on(net_ore: int, tax: str, rate: int | None) -> int:
    """In öre, reckoned once on the sum of the lines."""
    if tax != Tax.TAXED or rate is None:
        return 0
    return int((Decimal(net_ore) * rate / 100).quantize(Decimal(1), ROUND_HALF_UP))


def _case(tax: str, rate: int | None, reason: str) -> TaxCase:
    if tax == Tax.TAXED:
        return TaxCase.taxed(rate or 0)
    return TaxCase.exempt(reason) if tax == Tax.EXEMPT else TaxCase.outside(reason)


def _trader(side: SellerDetails | BuyerDetails, taxed: SellerDetails | None = None) -> Trader:
    endpoint = Endpoint(side.endpoint_scheme, side.endpoint_id) if side.endpoint_id else None
    vat_number, f_tax = (taxed.vat_number or None, taxed.f_tax) if taxed else (None, False)
    return Trader(side.name, side.org_number, (side.street,), side.postcode, side.city, endpoint, vat_number, f_tax)


def _giro(paid_to: str) -> Literal["bankgiro", "plusgiro"]:
    return "plusgiro" if paid_to == SellerDetails.PaidTo.PLUSGIRO else "bankgiro"


def _line(number: int, line: InvoiceLine, terms: Agreement) -> Line:
    cost = terms.cost_line.get(line.cost_line)
    named = purpose_words(cost.purpose) if cost else ""
    return Line(
        id=str(number),
        text=line.text,
        quantity=line.quantity,
        unit=line.unit,
        price=Amount(line.price_ore),
        amount=Amount(line.amount_ore),
        cost_line="" if line.text.startswith(named) else named,
    )


def _credited(invoice: Invoice) -> Preceding | None:
    credited = invoice.credits
    if credited is None or credited.issued is None:
        return None
    return Preceding(credited.name, credited.issued)
