"""A credit note begins: a draft with all that the invoice has, which may then be lowered to a part of it."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.actions.rows import SUMS, State, happened, locked, sum_up
from samsyn.web.invoices.models import Invoice, LineVoucher
from samsyn.web.invoices.permissions import check_may_write
from samsyn.web.project.ids import new_id


@transaction.atomic
def credit(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> Invoice:
    """It goes the way of every invoice: checked, approved, sent. Once more while it is underway: the same one."""
    check_may_write(by, invoice)
    found = locked(invoice, by)
    if not found.is_sent or found.is_credit:
        raise ValidationError(gettext("Bara en sänd faktura kan krediteras."))
    if found.credited_at is not None:
        raise ValidationError(gettext("Hela fakturan är redan krediterad."))
    underway = found.credit_notes.filter(state__in=[State.DRAFTED, State.CHECKED, State.APPROVED]).first()
    if underway is not None:
        return underway
    note = _note(found, by, now)
    _copy_lines(found, note)
    sum_up(note, None)
    note.save(update_fields=SUMS)
    happened("drafted", note, by=by, now=now, today=today)
    return note


def _note(invoice: Invoice, by: Viewer, now: datetime) -> Invoice:
    return Invoice.objects.create(
        partnership_id=invoice.partnership_id,
        organisation_id=invoice.organisation_id,
        payer_id=invoice.payer_id,
        kind=Invoice.Kind.CREDIT,
        credits=invoice,
        first=invoice.first,
        last=invoice.last,
        tax=invoice.tax,
        tax_rate=invoice.tax_rate,
        tax_reason=invoice.tax_reason,
        includes_vat=invoice.includes_vat,
        drafted_at=now,
        drafted_by_id=by.person_id,
    )


def _copy_lines(invoice: Invoice, note: Invoice) -> None:
    for line in list(invoice.lines.prefetch_related("vouchers")):
        behind = [each.row_id for each in line.vouchers.all()]
        line.pk, line.invoice, line._state.adding = new_id(), note, True
        line.save(force_insert=True)
        LineVoucher.objects.bulk_create(
            LineVoucher(
                partnership_id=note.partnership_id, organisation_id=note.organisation_id, line_id=line.pk, row_id=row
            )
            for row in behind
        )
