"""A draft begins: by the bell when its day is near, by hand from the plan, or by hand beside it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import Amount, DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.invoices.actions.rows import happened, locked, summed, wait_in_line
from samsyn.web.invoices.models import Invoice, InvoiceLine
from samsyn.web.invoices.paper import net_of
from samsyn.web.invoices.permissions import check_may_manage, check_may_write
from samsyn.web.invoices.queries.details import seller_on
from samsyn.web.invoices.queries.plan import Period, invoiced_by_label, period_of
from samsyn.web.invoices.queries.standing import Standing
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "invoice.drafted": _("skrev ett utkast till en faktura"),
        "invoice.changed": _("ändrade ett utkast till en faktura"),
        "invoice.discarded": _("kastade ett utkast till en faktura"),
    }
)


def payer_of(obligation: Obligation) -> UUID | None:
    """Who is invoiced; None where several pay and the text does not say how they share."""
    return obligation.owed_to[0] if len(obligation.owed_to) == 1 and len(obligation.to_keys) == 1 else None


@transaction.atomic
def draft(obligation: Obligation, *, by: Viewer | Job, now: datetime, today: date) -> Invoice:
    """The invoice that meets an obligation of the plan, with its sum. Once more: the one that is there.

    Where the cost decides the sum, it begins without lines. Where a figure is awaited, the sum is the last known one
    and says so. Raises ValidationError where several pay and nobody has said how they share, and for what no longer
    follows from the terms.
    """
    if isinstance(by, Viewer):
        check_may_manage(by, obligation.partnership_id)
    wait_in_line(obligation.partnership_id)
    there = _of(obligation)
    if there is not None:
        return there
    payer, period = _payer(obligation), _period(obligation, today)
    if isinstance(by, Job) and period.follows_cost and obligation.window_end > today:
        raise ValidationError(gettext("Kostnaden är inte känd förrän perioden är slut."))
    made = Invoice(
        partnership_id=obligation.partnership_id,
        organisation_id=obligation.owed_by[0],
        payer_id=payer,
        obligation=obligation,
        first=obligation.window_start,
        last=obligation.window_end - date.resolution,
        awaits=", ".join(period.part.planned.awaits)[:200] if period.part.preliminary else "",
        drafted_at=now,
        drafted_by_id=by.person_id if isinstance(by, Viewer) else None,
    )
    with refusals_of(Invoice):
        made.save(force_insert=True)
    _write_line(made, period, today)
    happened("drafted", summed(made, today), by=by, now=now, today=today, clause=obligation.clause)
    return made


@transaction.atomic
def draft_by_hand(
    partnership: Partnership,
    payer: Organisation,
    days: DateRange,
    *,
    made: UUID,
    by: Viewer,
    now: datetime,
    today: date,
) -> Invoice:
    """Beside the plan: for one payer, with lines of one's own. `made` is the form's id: sent twice it is one."""
    check_may_manage(by, partnership.pk)
    there = Invoice.objects.own(by).filter(pk=made).first()
    if there is not None:
        return there
    with refusals_of(Invoice):
        invoice = Invoice.objects.create(
            id=made,
            partnership=partnership,
            organisation_id=by.organisation_id,
            payer=payer,
            first=days.start,
            last=days.last,
            drafted_at=now,
            drafted_by_id=by.person_id,
        )
    happened("drafted", invoice, by=by, now=now, today=today)
    return invoice


@transaction.atomic
def rewrite(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> Invoice:
    """The draft's lines anew by the plan as it is now: the agreement has changed, or an index has come."""
    check_may_write(by, invoice)
    found = locked(invoice, by)
    if found.obligation is None or not found.is_draft:
        raise ValidationError(gettext("Bara ett utkast ur planen kan skrivas om efter planen."))
    period = _period(found.obligation, today)
    if period.part.amount is None:
        raise ValidationError(gettext("Planen har ingen summa för den här perioden."))
    found.lines.all().delete()
    found.awaits = ", ".join(period.part.planned.awaits)[:200] if period.part.preliminary else ""
    found.save(update_fields=["awaits"])
    _write_line(found, period, today)
    happened("changed", summed(found, today), by=by, now=now, today=today, clause=found.obligation.clause)
    return found


@transaction.atomic
def discard(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> None:
    """A draft without a number. The bell does not write it again; by hand one may. Again: nothing."""
    check_may_write(by, invoice)
    found = locked(invoice, by)
    if found.state == Invoice.State.DISCARDED:
        return
    if not found.is_draft:
        raise ValidationError(gettext("Fakturan är inte längre ett utkast. Lämna tillbaka den till utkast först."))
    if found.number is not None:
        said = gettext("Fakturan har fått nummer %(name)s och kan inte kastas: numren ska vara obrutna. Rätta den.")
        raise ValidationError(said % {"name": found.name})
    found.state = Invoice.State.DISCARDED
    found.save(update_fields=["state"])
    happened("discarded", found, by=by, now=now, today=today)


def _of(obligation: Obligation) -> Invoice | None:
    rows = Invoice.objects.live().filter(obligation=obligation, kind=Invoice.Kind.INVOICE, credited_at=None)
    return rows.first()


def _payer(obligation: Obligation) -> UUID:
    payer = payer_of(obligation)
    if payer is None:
        said = gettext(
            "Flera parter betalar, och överenskommelsen säger inte hur de delar på summan (punkt %(clause)s). Kom "
            "överens om delningen först."
        )
        raise ValidationError(said % {"clause": obligation.clause})
    return payer


def _period(obligation: Obligation, today: date) -> Period:
    dossier = dossier_of(obligation.partnership)
    period = period_of(obligation, dossier, _invoiced(obligation), today)
    if period is None or obligation.fell_away_on is not None:
        raise ValidationError(
            gettext("Perioden finns inte längre i planen. Skriv en faktura för hand om något återstår.")
        )
    return period


def _invoiced(obligation: Obligation) -> dict[tuple[str, str], dict[str, Amount]]:
    """What is sent under the same plan; asked without a viewer, for the bell too."""
    sent = Invoice.objects.sent().filter(partnership_id=obligation.partnership_id).select_related("obligation")
    notes: dict[UUID | None, list[Invoice]] = {}
    for each in sent:
        if each.is_credit:
            notes.setdefault(each.credits_id, []).append(each)
    found = invoiced_by_label(Standing(each, (), (), tuple(notes.get(each.pk, ()))) for each in sent)
    return {key: dict(labels) for key, labels in found.items()}


def _write_line(invoice: Invoice, period: Period, today: date) -> None:
    """One line with the sum of the period; none where the cost decides, or nothing is left to invoice."""
    amount = period.part.amount
    if amount is None or amount.ore <= 0:
        return
    net = net_of(amount, seller_on(today, invoice.partnership_id, invoice.organisation_id))
    InvoiceLine.objects.create(
        partnership_id=invoice.partnership_id,
        organisation_id=invoice.organisation_id,
        invoice=invoice,
        position=1,
        text=_text(period, invoice),
        quantity=Decimal(1),
        price_ore=net.ore,
        amount_ore=net.ore,
    )


def _text(period: Period, invoice: Invoice) -> str:
    what = gettext("Bidrag") if period.funding.kind == "contribution" else gettext("Ersättning")
    said = gettext("%(what)s för %(first)s–%(last)s enligt punkt %(clause)s")
    named = {"what": what, "first": invoice.first, "last": invoice.last, "clause": period.funding.clause}
    return (said % named)[:200]
