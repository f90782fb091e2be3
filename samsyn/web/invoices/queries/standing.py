"""How invoices stand: worked out from what is frozen and from what has happened since, the same to both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from uuid import UUID

from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.models import Invoice, InvoiceEvent, Payment

Kind = InvoiceEvent.Kind
_ABOUT = {Kind.DISPUTED, Kind.ANSWERED, Kind.ACCEPTED}


class Stand(StrEnum):
    """The first three are the sender's own. `answered`: what was disputed is answered, and the payer has the word."""

    DRAFTED = "drafted"
    CHECKED = "checked"
    APPROVED = "approved"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    ANSWERED = "answered"
    PAID = "paid"
    CREDITED = "credited"


@dataclass(frozen=True, slots=True)
class Standing:
    """`events` are those that the viewer sees, in order; `payments` those that stand; `paid_back_ore` what is written
    in as paid of its credit notes. Öre."""

    invoice: Invoice
    events: tuple[InvoiceEvent, ...]
    payments: tuple[Payment, ...]
    credit_notes: tuple[Invoice, ...]
    paid_back_ore: int = 0

    @property
    def paid_ore(self) -> int:
        return sum(each.amount_ore for each in self.payments)

    @property
    def credited_ore(self) -> int:
        """By credit notes that are sent."""
        return sum(each.total_ore for each in self.credit_notes if each.is_sent)

    @property
    def left_ore(self) -> int:
        """What is still to be paid; below zero what is to be paid back. Of a credit note: what is not yet paid back."""
        return self.invoice.total_ore - self.credited_ore - self.paid_ore

    @property
    def to_pay_back_ore(self) -> int:
        """What was paid before it was credited, as far as it has not gone back."""
        return 0 if self.invoice.is_credit else max(0, -self.left_ore - self.paid_back_ore)

    @property
    def agreed_left_ore(self) -> int:
        """What it takes of the agreement's own sum when what is credited is taken away."""
        return self.invoice.agreed_ore - sum(each.agreed_ore for each in self.credit_notes if each.is_sent)

    @property
    def agreed_paid_ore(self) -> int:
        """What is paid, of the agreement's own sum: without the VAT where that is without."""
        total = self.invoice.total_ore
        exact = Decimal(self.paid_ore) * self.invoice.agreed_ore / total if total else Decimal(self.paid_ore)
        return int(exact.quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def stand(self) -> Stand:
        invoice = self.invoice
        if not invoice.is_sent:
            return Stand(invoice.state)
        if invoice.credited_at is not None:
            return Stand.CREDITED
        if not invoice.is_credit and self.left_ore <= 0:
            return Stand.PAID
        about = [each.kind for each in self.events if each.kind in _ABOUT]
        if about:
            return Stand(about[-1])
        return Stand.RECEIVED if any(each.kind == Kind.RECEIVED for each in self.events) else Stand.SENT

    @property
    def is_open(self) -> bool:
        """Something is left for somebody to do about it."""
        return self.stand not in (Stand.PAID, Stand.CREDITED) and not (self.invoice.is_credit and self.invoice.is_sent)

    def is_late(self, today: date) -> bool:
        """It is to be paid, and its day has been."""
        invoice = self.invoice
        owes = invoice.is_sent and not invoice.is_credit and self.is_open
        return owes and invoice.due is not None and invoice.due < today


def standings(viewer: Viewer, partnerships: Iterable[UUID]) -> list[Standing]:
    """All that the viewer sees, the latest first. Four queries, however many there are."""
    rows = Invoice.objects.visible_to(viewer).live().filter(partnership_id__in=list(partnerships))
    return _standing(viewer, list(rows.select_related("organisation", "payer", "obligation", "credits", "partnership")))


def standing_of(viewer: Viewer, invoice: Invoice) -> Standing:
    found = _standing(viewer, [invoice])[0]
    notes = Invoice.objects.visible_to(viewer).live().filter(credits=invoice).select_related("payer")
    back = Payment.objects.visible_to(viewer).standing().filter(invoice__credits=invoice)
    paid_back = sum(back.values_list("amount_ore", flat=True))
    return Standing(invoice, found.events, found.payments, tuple(notes), paid_back)


def left_to_pay(viewer: Viewer, found: Standing) -> int:
    """The most that can be written in as paid, in öre. Of a credit note: what was paid before and has not gone back."""
    credited = found.invoice.credits
    if credited is None:
        return max(0, found.left_ore)
    return max(0, min(found.left_ore, standing_of(viewer, credited).to_pay_back_ore))


def _standing(viewer: Viewer, invoices: list[Invoice]) -> list[Standing]:
    ids = [each.pk for each in invoices]
    events: dict[UUID, list[InvoiceEvent]] = defaultdict(list)
    payments: dict[UUID | None, list[Payment]] = defaultdict(list)
    notes: dict[UUID | None, list[Invoice]] = defaultdict(list)
    for event in InvoiceEvent.objects.visible_to(viewer).filter(invoice_id__in=ids).order_by("at", "id"):
        events[event.invoice_id].append(event)
    for payment in Payment.objects.visible_to(viewer).standing().filter(invoice_id__in=ids):
        payments[payment.invoice_id].append(payment)
    for each in invoices:
        if each.is_credit:
            notes[each.credits_id].append(each)
    return [
        Standing(
            each,
            tuple(events[each.pk]),
            tuple(payments[each.pk]),
            tuple(notes[each.pk]),
            sum(back.amount_ore for note in notes[each.pk] for back in payments[note.pk]),
        )
        for each in invoices
    ]
