"""Inside the sender's organisation: one checks, another approves and thereby gives the number."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.invoices.actions.rows import State, happened, locked, summed, terms_of
from samsyn.web.invoices.limits import check_limits
from samsyn.web.invoices.models import Invoice, Series
from samsyn.web.invoices.paper import OURS, Paper, paper_of
from samsyn.web.invoices.permissions import check_may_decide, check_may_return, check_may_write
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "invoice.checked": _("granskade en faktura"),
        "invoice.approved": _("godkände en faktura"),
        "invoice.returned": _("lämnade tillbaka en faktura till utkast"),
    }
)


@transaction.atomic
def check(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> Invoice:
    """The draft is as it shall be. Raises ValidationError with everything that must be mended. Again: as it was."""
    check_may_write(by, invoice)
    found = locked(invoice, by)
    if found.state == State.CHECKED:
        return found
    if not found.is_draft:
        raise ValidationError(gettext("Fakturan är redan godkänd. Ladda om sidan."))
    check_sound(summed(found, today), today)
    found.state, found.checked_at, found.checked_by_id = State.CHECKED, now, by.person_id
    found.save(update_fields=["state", "checked_at", "checked_by"])
    happened("checked", found, by=by, now=now, today=today)
    return found


@transaction.atomic
def approve(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> Invoice:
    """By another than whoever checked it. It gets the next number of the organisation, once. Again: as it was."""
    check_may_decide(by, invoice)
    found = locked(invoice, by)
    if found.state == State.APPROVED:
        return found
    if found.state != State.CHECKED:
        raise ValidationError(gettext("Fakturan ska vara granskad innan den godkänns. Ladda om sidan."))
    if found.checked_by_id == by.person_id:
        raise ValidationError(gettext("Du har granskat fakturan själv. Någon annan hos er godkänner den."))
    check_sound(summed(found, today), today)
    if found.number is None:
        found.number, found.name = _next_number(found)
    found.state, found.approved_at, found.approved_by_id = State.APPROVED, now, by.person_id
    with refusals_of(Invoice):
        found.save(update_fields=["number", "name", "state", "approved_at", "approved_by"])
    happened("approved", found, by=by, now=now, today=today)
    return found


@transaction.atomic
def give_back(invoice: Invoice, because: str, *, by: Viewer, now: datetime, today: date) -> Invoice:
    """To draft, with the reason. It keeps its number, so that none is missing. Again: as it was."""
    check_may_return(by, invoice)
    found = locked(invoice, by)
    if found.is_draft:
        return found
    if found.state not in (State.CHECKED, State.APPROVED):
        raise ValidationError(gettext("Fakturan är sänd. Kreditera den i stället."))
    if not because.strip():
        raise ValidationError({"because": gettext("Skriv vad som ska rättas.")})
    found.state, found.checked_at, found.checked_by, found.approved_at, found.approved_by = (
        State.DRAFTED, None, None, None, None,
    )  # fmt: skip
    found.save(update_fields=["state", "checked_at", "checked_by", "approved_at", "approved_by"])
    happened("returned", found, by=by, now=now, today=today, says=because.strip())
    return found


def check_sound(invoice: Invoice, today: date) -> Paper:
    """Raises ValidationError: everything that is wrong, and what the agreement does not let through."""
    dossier, terms = terms_of(invoice, today)
    paper = paper_of(invoice, terms, today)
    if paper.faults:
        raise ValidationError(
            [each.says if each.rule == OURS else f"{each.says} ({each.rule})" for each in paper.faults]
        )
    check_limits(invoice, dossier, today)
    return paper


def _next_number(invoice: Invoice) -> tuple[int, str]:
    """In the transaction of the approval: what is taken back with it leaves no gap. Others wait for it."""
    Series.objects.get_or_create(organisation_id=invoice.organisation_id)
    series = Series.objects.select_for_update().get(organisation_id=invoice.organisation_id)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last, f"{series.prefix}{series.last}"
