"""A draft is thrown away."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.documents.permissions import check_may_change
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register({"document.discard": _("kastade ett utkast till en handling")})


@transaction.atomic
def discard(document: Document, *, by: Viewer, now: datetime) -> None:
    """Drafts only. Bytes that no other paper has are erased the night after.

    Raises ValidationError for one that is handed over or that something else rests on.
    """
    check_may_change(by, document)
    locked = Document.objects.select_for_update().get(pk=document.pk)
    if not locked.is_draft:
        said = gettext(
            "Handling %(number)s är överlämnad och kan inte kastas: de andra parterna har den. Är något fel i den, "
            "lägg in en ny handling som säger vad."
        )
        raise ValidationError(said % {"number": locked.number})
    record("document.discard", by=by, now=now, subject=locked, partnership=locked.partnership_id)
    try:
        locked.delete()
    except ProtectedError as trouble:
        said = gettext("Utkastet används på ett annat ställe. Ta bort det därifrån först.")
        raise ValidationError(said) from trouble
