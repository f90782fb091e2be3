"""What a side says of itself from a day on, the series of numbers, and the accounts in its own bookkeeping."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.exchange.invoices import refuses
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.invoices.models import BuyerDetails, Invoice, Ledger, SellerDetails, Series
from samsyn.web.invoices.models.details import Address
from samsyn.web.invoices.permissions import check_may_manage
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

_MAY_BE_EMPTY = ("tax_rate", "includes_vat", "days_to_pay")
"""A form may leave them out; the table's constraints say when that is right."""
Side = TypeVar("Side", bound=Address)

acts.register(
    {
        "invoice_details.seller": _("skrev vad som ska stå om säljaren på fakturor"),
        "invoice_details.buyer": _("skrev vad som ska stå om köparen på fakturor"),
        "invoice_details.series": _("skrev var fakturanumren börjar"),
        "invoice_details.ledger": _("valde konton för fakturor"),
    }
)


@transaction.atomic
def write_seller(partnership: Partnership, said: Mapping[str, Any], *, by: Viewer, now: datetime) -> SellerDetails:
    """`said`: the fields of SellerDetails. What was said before stays to be read."""
    row = _row(SellerDetails, partnership, said, by, now)
    record("invoice_details.seller", by=by, now=now, subject=row, partnership=partnership, shared=True)
    return row


@transaction.atomic
def write_buyer(partnership: Partnership, said: Mapping[str, Any], *, by: Viewer, now: datetime) -> BuyerDetails:
    row = _row(BuyerDetails, partnership, said, by, now)
    record("invoice_details.buyer", by=by, now=now, subject=row, partnership=partnership, shared=True)
    return row


def _row(model: type[Side], partnership: Partnership, said: Mapping[str, Any], by: Viewer, now: datetime) -> Side:
    check_may_manage(by, partnership.pk)
    for name, text in said.items():
        if isinstance(text, str) and name != "org_number" and refuses(text):
            raise ValidationError({name: gettext("Det ser ut som ett personnummer. Ta bort det.")})
    row = model(
        partnership=partnership,
        organisation_id=by.organisation_id,
        written_at=now,
        written_by_id=by.person_id,
        **said,
    )
    row.full_clean(exclude=[*_MAY_BE_EMPTY, "partnership", "organisation", "written_by"])
    with refusals_of(model):
        row.save(force_insert=True)
    return row


@transaction.atomic
def begin_series(prefix: str, first: int, *, by: Viewer, now: datetime, partnership: Partnership) -> Series:
    """Where the numbers begin; once one is given they go on by themselves. Raises ValidationError then."""
    check_may_manage(by, partnership.pk)
    Series.objects.get_or_create(organisation_id=by.organisation_id)
    series: Series = Series.objects.select_for_update().get(organisation_id=by.organisation_id)
    if Invoice.objects.own(by).filter(number__isnull=False).exists():
        raise ValidationError(gettext("Det första numret är redan givet, och serien fortsätter av sig själv."))
    series.prefix, series.last = prefix.strip(), first - 1
    series.save(update_fields=["prefix", "last"])
    record("invoice_details.series", by=by, now=now, partnership=partnership, refers_to={"first": first})
    return series


@transaction.atomic
def write_ledger(partnership: Partnership, said: Mapping[str, str], *, by: Viewer, now: datetime) -> Ledger:
    """`said`: series, receivable, income, vat."""
    check_may_manage(by, partnership.pk)
    row, _made = Ledger.objects.update_or_create(
        partnership=partnership,
        organisation_id=by.organisation_id,
        defaults={**said, "written_at": now, "written_by_id": by.person_id},
    )
    record("invoice_details.ledger", by=by, now=now, subject=row, partnership=partnership)
    return row
