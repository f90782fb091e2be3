"""Money that has been paid, for accounts of how it was used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.rules.quantities import Amount
from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.models import Payment


@dataclass(frozen=True, slots=True)
class Received:
    """`organisation` got it, or, below zero, paid it back. `invoice`: its number, or empty where there was none."""

    day: date
    amount: Amount
    invoice: str
    payment: Payment


def received(viewer: Viewer, partnership: UUID, organisation: UUID, first: date, last: date) -> list[Received]:
    """What an organisation was paid from first to last, both included, by invoices and without. One query."""
    rows = Payment.objects.visible_to(viewer).standing().filter(partnership_id=partnership)
    rows = rows.filter(paid_on__gte=first, paid_on__lte=last).select_related("invoice", "obligation")
    found = []
    for each in rows.order_by("paid_on", "written_at"):
        invoice, debt = each.invoice, each.obligation
        if invoice is not None and invoice.organisation_id == organisation:
            sign = -1 if invoice.is_credit else 1
            found.append(Received(each.paid_on, Amount(sign * each.amount_ore), invoice.name, each))
        elif invoice is None and debt is not None and organisation in debt.owed_to:
            found.append(Received(each.paid_on, Amount(each.amount_ore), "", each))
    return found
