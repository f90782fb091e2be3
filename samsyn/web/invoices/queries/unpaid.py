"""Sent invoices of which something is left to pay, for the questions that are asked of many partnerships at once."""

from __future__ import annotations

from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Replace

from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.models import Invoice, Payment
from samsyn.web.invoices.queries.plan import INVOICE

_ORE = BigIntegerField()


def unpaid(viewer: Viewer) -> QuerySet[Invoice]:
    """Those that `Standing.left_ore` says are above zero, with `left` in öre. Credit notes are never among them."""
    rows = Invoice.objects.visible_to(viewer).filter(kind=Invoice.Kind.INVOICE, state=Invoice.State.SENT)
    notes = Invoice.objects.visible_to(viewer).filter(state=Invoice.State.SENT, credits=OuterRef("pk"))
    payments = Payment.objects.visible_to(viewer).standing().filter(invoice=OuterRef("pk"))
    credited = Subquery(notes.order_by().values("credits").annotate(ore=Sum("total_ore")).values("ore"))
    paid = Subquery(payments.order_by().values("invoice").annotate(ore=Sum("amount_ore")).values("ore"))
    left = F("total_ore") - Coalesce(credited, 0, output_field=_ORE) - Coalesce(paid, 0, output_field=_ORE)
    return rows.filter(credited_at=None).annotate(left=left).filter(left__gt=0)


def asked_for_by(bills: QuerySet[Invoice]) -> QuerySet[Invoice]:
    """Those of `bills` by which the payment of the outer obligation is asked for, as `payment_of` pairs the two."""
    paired = bills.annotate(pays=Replace("obligation__occurrence", Value(INVOICE), Value("")))
    return paired.filter(
        partnership=OuterRef("partnership"), obligation__term=OuterRef("term"), pays=OuterRef("occurrence")
    )
