"""The invoice that an obligation to invoice, or to pay, is about."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Value
from django.db.models.functions import Replace
from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.presenters.words import title_of
from samsyn.web.invoices.queries.plan import INVOICE
from samsyn.web.obligations.models import Obligation
from samsyn.web.ui.components.words import Place


def places_of(viewer: Viewer, owed: Obligation) -> Iterator[Place]:
    """The room, where there is none yet."""
    if owed.kind not in ("invoice", "payment"):
        return
    key = owed.occurrence.replace(INVOICE, "", 1)
    rows = Invoice.objects.visible_to(viewer).live().filter(partnership_id=owed.partnership_id)
    paired = rows.annotate(pays=Replace("obligation__occurrence", Value(INVOICE), Value("")))
    found = paired.filter(obligation__term=owed.term, pays=key).order_by("drafted_at", "pk")
    places = [Place(title_of(each), f"invoices/{each.pk}/") for each in found]
    yield from places or [Place(gettext("Fakturor"), "invoices/")]
