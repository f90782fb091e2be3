"""Which funders stand behind a row of a voucher."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.books.models import VoucherRow
from samsyn.web.funders.models import Funder, VoucherFunding
from samsyn.web.funders.permissions import check_may_declare
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register({"funder.behind": gettext_lazy("sa vilka finansiärer som står bakom en verifikation")})


@transaction.atomic
def stand_behind(row: VoucherRow, funders: Collection[UUID], *, by: Viewer, now: datetime) -> int:
    """Just these funders stand behind the row from now on. Gives how many they are; nothing changed writes nothing."""
    check_may_declare(by, row.partnership_id)
    VoucherRow.objects.visible_to(by).select_for_update(of=("self",)).get(pk=row.pk, organisation_id=by.organisation_id)
    known = Funder.objects.own(by).filter(partnership_id=row.partnership_id, pk__in=funders)
    wanted = set(known.values_list("pk", flat=True))
    if len(wanted) != len(set(funders)):
        raise ValidationError(_("Någon av finansiärerna finns inte längre. Ladda om sidan och välj igen."))
    there = VoucherFunding.objects.own(by).filter(row=row)
    before = set(there.values_list("funder_id", flat=True))
    if before == wanted:
        return len(wanted)
    there.exclude(funder_id__in=wanted).delete()
    VoucherFunding.objects.bulk_create(
        VoucherFunding(partnership_id=row.partnership_id, organisation_id=by.organisation_id, row=row, funder_id=funder)
        for funder in wanted - before
    )
    record(
        "funder.behind", by=by, now=now, subject=row, partnership=row.partnership_id, refers_to={"count": len(wanted)}
    )
    return len(wanted)
