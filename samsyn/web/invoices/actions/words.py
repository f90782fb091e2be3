"""Word to the other side of an invoice that something has happened. The letter names nothing but the number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.models import Invoice
from samsyn.web.organisations.roles import Permission
from samsyn.web.reminders.actions import tell
from samsyn.web.reminders.queries import receivers_in

_SAID: Mapping[str, Promise] = {
    "sent": _("%(by)s har sänt faktura %(name)s. Läs den och svara om ni godtar den."),
    "credit": _("%(by)s har sänt kreditfaktura %(name)s."),
    "accepted": _("%(by)s har godtagit faktura %(name)s."),
    "disputed": _("%(by)s har bestritt faktura %(name)s och skrivit varför. Läs och svara."),
    "answered": _("%(by)s har svarat på det som ni har bestritt i faktura %(name)s."),
    "reminded": _("%(by)s påminner om att faktura %(name)s inte är betald."),
    "paid": _("%(by)s har skrivit att faktura %(name)s är betald."),
}


def tell_the_other(invoice: Invoice, kind: str, *, by: Viewer, now: datetime, today: date, about: str = "") -> int:
    """To those who keep the money there. Once for each thing that happens; `about` tells two of one kind apart."""
    other = invoice.payer_id if by.organisation_id == invoice.organisation_id else invoice.organisation_id
    key = "credit" if kind == "sent" and invoice.is_credit else kind
    return tell(
        receivers_in([other], Permission.MANAGE_MONEY, today),
        kind="news",
        about=f"invoice/{invoice.pk}/{kind}/{about}",
        partnership=invoice.partnership_id,
        says=str(_SAID[key]) % {"by": by.organisation_name, "name": invoice.name},
        path=f"partnerships/{invoice.partnership.slug}/invoices/{invoice.pk}/",
        by=by,
        now=now,
    )
