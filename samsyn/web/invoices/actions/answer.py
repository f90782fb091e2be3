"""What happens to a sent invoice: received, accepted, disputed with a reason, answered, reminded of."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.invoices.actions.rows import happened, locked, seen_now
from samsyn.web.invoices.actions.words import tell_the_other
from samsyn.web.invoices.models import Invoice, InvoiceEvent
from samsyn.web.invoices.permissions import check_may_answer, check_may_write
from samsyn.web.invoices.queries.standing import Stand, Standing, standing_of

acts.register(
    {
        "invoice.received": _("bekräftade att en faktura har kommit"),
        "invoice.accepted": _("godtog en faktura"),
        "invoice.disputed": _("bestred en faktura"),
        "invoice.answered": _("svarade på en bestridd faktura"),
        "invoice.reminded": _("påminde om en faktura"),
    }
)

Kind = InvoiceEvent.Kind


@transaction.atomic
def receive(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> None:
    """It has come. Again, or after an answer: nothing."""
    check_may_answer(by, invoice)
    found = _stands(invoice, by)
    if found.stand == Stand.SENT:
        happened(Kind.RECEIVED, found.invoice, by=by, now=now, today=today)


@transaction.atomic
def accept(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> None:
    """It is right, also after a dispute. Again: nothing."""
    check_may_answer(by, invoice)
    found = _stands(invoice, by)
    if found.stand in (Stand.ACCEPTED, Stand.PAID, Stand.CREDITED):
        return
    happened(Kind.ACCEPTED, found.invoice, by=by, now=now, today=today)
    tell_the_other(found.invoice, "accepted", by=by, now=now, today=today)


@transaction.atomic
def dispute(invoice: Invoice, because: str, *, by: Viewer, now: datetime, today: date) -> None:
    """It is not right, and why. The same once more is what is already said."""
    check_may_answer(by, invoice)
    found = _stands(invoice, by)
    if found.stand == Stand.DISPUTED and found.events[-1].says == because.strip():
        return
    if found.stand not in (Stand.SENT, Stand.RECEIVED, Stand.ANSWERED):
        raise ValidationError(
            gettext("Fakturan är redan godtagen, bestridd, betald eller krediterad. Ladda om sidan för att se läget.")
        )
    if not because.strip():
        raise ValidationError(
            {"because": gettext("Skriv vad som inte stämmer, så att de andra kan svara eller rätta.")}
        )
    event = happened(Kind.DISPUTED, found.invoice, by=by, now=now, today=today, says=because.strip())
    tell_the_other(found.invoice, "disputed", by=by, now=now, today=today, about=str(event.pk))


@transaction.atomic
def answer(invoice: Invoice, says: str, *, by: Viewer, now: datetime, today: date) -> None:
    """The sender's word on what is disputed. To correct it is to credit it, and that says itself."""
    check_may_write(by, invoice)
    found = _stands(invoice, by, own=True)
    if found.stand == Stand.ANSWERED and found.events[-1].says == says.strip():
        return
    if found.stand != Stand.DISPUTED:
        raise ValidationError(gettext("Det finns inget bestridande att svara på. Ladda om sidan för att se läget."))
    if not says.strip():
        raise ValidationError({"because": gettext("Skriv ert svar.")})
    event = happened(Kind.ANSWERED, found.invoice, by=by, now=now, today=today, says=says.strip())
    tell_the_other(found.invoice, "answered", by=by, now=now, today=today, about=str(event.pk))


@transaction.atomic
def remind(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> bool:
    """A letter to the payer, once a day, after the day by which it is to be paid. Whether one was written now."""
    check_may_write(by, invoice)
    found = _stands(invoice, by, own=True)
    if not found.is_late(today):
        raise ValidationError(gettext("Fakturan behöver ingen påminnelse: dagen har inte varit, eller inget är kvar."))
    if found.stand == Stand.DISPUTED:
        raise ValidationError(gettext("Fakturan är bestridd. Svara på det först."))
    if any(each.kind == Kind.REMINDED and each.on == today for each in found.events):
        return False
    happened(Kind.REMINDED, found.invoice, by=by, now=now, today=today)
    tell_the_other(found.invoice, "reminded", by=by, now=now, today=today, about=str(today))
    return True


def _stands(invoice: Invoice, by: Viewer, *, own: bool = False) -> Standing:
    """As it stands now, after whoever else acts on it is done."""
    found = locked(invoice, by) if own else seen_now(invoice, by)
    if not found.is_sent:
        raise ValidationError(gettext("Fakturan är inte sänd än."))
    return standing_of(by, found)
