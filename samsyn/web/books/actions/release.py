"""What the other parties are shown of the books: the rows of some days, and by themselves the words of a voucher."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.books.actions.salaries import sum_salaries
from samsyn.web.books.models import Release, RowText, VoucherRow
from samsyn.web.books.permissions import check_may_keep_books
from samsyn.web.books.rows import VoucherRowQuerySet
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

acts.register(
    {
        "books.release": gettext_lazy("lade fram sina kostnader för några dagar"),
        "books.release_texts": gettext_lazy("lät de andra parterna läsa texten på verifikationer"),
    }
)


@transaction.atomic
def release(partnership: Partnership, days: DateRange, *, by: Viewer, now: datetime) -> Release | None:
    """None where all of those days were shown already. ValidationError where nothing is stored for them."""
    check_may_keep_books(by, partnership.pk)
    take_turns(f"books {by.organisation_id}")
    rows = _own(partnership, by).filter(day__gte=days.start, day__lt=days.end)
    if not rows.exists():
        raise ValidationError(_("Det finns inga kostnader inlästa för de dagarna. Läs in bokföringen först."))
    waiting = rows.filter(release=None)
    if not waiting.exists():
        return None
    made = Release(partnership=partnership, organisation_id=by.organisation_id, days=PgRange(days.start, days.end))
    made.released_at, made.released_by_id = now, by.person_id
    made.save(force_insert=True)
    count = VoucherRow.objects.filter(pk__in=list(waiting.values_list("pk", flat=True))).update(release=made)
    sum_salaries(by.organisation_id, partnership.pk)
    about = {"from": days.start, "until": days.end, "rows": count}
    record("books.release", by=by, now=now, subject=made, partnership=partnership, refers_to=about, shared=True)
    return made


@transaction.atomic
def release_texts(partnership: Partnership, vouchers: Iterable[UUID], *, by: Viewer, now: datetime) -> int:
    """How many vouchers' words became readable. Those of salaries never do, nor of rows that are not shown."""
    check_may_keep_books(by, partnership.pk)
    take_turns(f"books {by.organisation_id}")
    rows = _own(partnership, by).filter(voucher__in=list(vouchers), release__isnull=False, is_salary=False)
    texts = RowText.objects.filter(row__in=list(rows.values_list("pk", flat=True)), released_at=None)
    found = set(texts.values_list("row__voucher_id", flat=True))
    texts.update(released_at=now, released_by_id=by.person_id)
    if found:
        about = {"vouchers": len(found)}
        record("books.release_texts", by=by, now=now, partnership=partnership, refers_to=about, shared=True)
    return len(found)


def _own(partnership: Partnership, by: Viewer) -> VoucherRowQuerySet:
    own = VoucherRow.objects.visible_to(by).filter(partnership=partnership, organisation_id=by.organisation_id)
    return own.standing()
