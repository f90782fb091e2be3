"""A file is looked at before it is stored. What is stored are whole vouchers, and of them the rows that are mapped."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.exchange.sie import read
from samsyn.web.access.viewer import Viewer
from samsyn.web.books.actions.storing import Storing
from samsyn.web.books.differences import Difference, difference_of
from samsyn.web.books.models import Import
from samsyn.web.books.permissions import check_may_import
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.project.conflicts import refusals_of, take_turns

acts.register(
    {
        "books.preview": gettext_lazy("läste in en bokföringsfil för att se vad den ändrar"),
        "books.store": gettext_lazy("lagrade verifikationer ur en bokföringsfil"),
        "books.discard": gettext_lazy("slängde en bokföringsfil som inte var lagrad"),
    }
)


@transaction.atomic
def preview(file_name: str, data: bytes, *, by: Viewer, now: datetime) -> Import:
    """The same file again is the same preview. ValidationError for an empty one, and for what is no bookkeeping."""
    check_may_import(by)
    if not data:
        raise ValidationError({"file": _("Filen är tom. Exportera bokföringen som SIE typ 4.")})
    _check_is_books(data)
    take_turns(f"books {by.organisation_id}")
    digest = sha256(data).hexdigest()
    there = Import.objects.visible_to(by).filter(sha256=digest, state=Import.State.PREVIEWED).first()
    if there is not None:
        return there
    found = Import(organisation_id=by.organisation_id, sha256=digest, file_name=file_name[:200], size=len(data))
    found.data, found.made_at, found.made_by_id = data, now, by.person_id
    with refusals_of(Import):
        found.save(force_insert=True)
    record("books.preview", by=by, now=now, subject=found, refers_to={"bytes": len(data)})
    return found


def _check_is_books(data: bytes) -> None:
    """A photo laid in by mistake is not kept for a week. Reads no further than to the first voucher."""
    reading = read(BytesIO(data))
    if reading.is_refused:
        raise ValidationError({"file": next(each.says for each in reading.faults if each.whole)})


@transaction.atomic
def store(imported: Import, *, also_gone: bool = False, by: Viewer, now: datetime) -> Import:
    """All of what the file changes, or nothing. `also_gone`: vouchers that are no longer in it count no more.

    Stored already: as it was. ValidationError for a file that is refused as a whole.
    """
    check_may_import(by)
    take_turns(f"books {by.organisation_id}")
    found = Import.objects.visible_to(by).select_for_update(of=("self",)).get(pk=imported.pk)
    if found.state == Import.State.STORED:
        return found
    difference = difference_of(found)
    if difference.refused:
        raise ValidationError(str(difference.faults[-1]))
    Storing(found, difference, now).carry_out(also_gone=also_gone)
    _close(found, difference, also_gone, by, now)
    return found


@transaction.atomic
def discard(imported: Import, *, by: Viewer, now: datetime) -> None:
    """A preview that nobody wants. Stored, it stands; gone already: nothing."""
    check_may_import(by)
    found = Import.objects.visible_to(by).filter(pk=imported.pk).select_for_update(of=("self",)).first()
    if found is None:
        return
    if found.state == Import.State.STORED:
        raise ValidationError(_("Filen är redan lagrad och står kvar."))
    record("books.discard", by=by, now=now, subject=found)
    found.delete()


def _close(found: Import, difference: Difference, also_gone: bool, by: Viewer, now: datetime) -> None:
    counts = difference.counts() | ({} if also_gone else {"gone": 0})
    found.counts, found.state, found.data = counts, Import.State.STORED, None
    found.stored_at, found.stored_by_id = now, by.person_id
    found.save(update_fields=["counts", "state", "data", "stored_at", "stored_by"])
    record("books.store", by=by, now=now, subject=found, refers_to=counts)
