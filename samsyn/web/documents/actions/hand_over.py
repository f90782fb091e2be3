"""A draft is handed over: every party sees it, it gets its number, and nothing in it is changed any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.documents.permissions import check_may_change
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.project.clock import SWEDEN
from samsyn.web.project.conflicts import refusals_of

acts.register({"document.hand_over": _("lämnade över en handling till de andra parterna")})


@transaction.atomic
def hand_over(document: Document, *, also_for: Iterable[UUID] | None = None, by: Viewer, now: datetime) -> Document:
    """Hand it over and tell the others by letter. Once more changes nothing.

    `also_for` are participants that may see it too; None leaves them as they were when it was laid in.
    """
    if also_for is not None:
        document.also_for = list(also_for)
    number_it(document, by=by, now=now)
    _tell(document, by=by, now=now)
    return document


@transaction.atomic
def number_it(document: Document, *, by: Viewer, now: datetime) -> Document:
    """The act without the letter. Two at once wait in line, so that no number is given twice or left out."""
    check_may_change(by, document)
    locked = Document.objects.select_for_update().get(pk=document.pk)
    if not locked.is_draft:
        document.refresh_from_db()
        return document
    with refusals_of(Document):
        others = Document.objects.filter(partnership_id=document.partnership_id)
        document.number = (others.aggregate(last=Max("number"))["last"] or 0) + 1
        document.handed_over_at = now
        document.save(update_fields=["number", "handed_over_at", "also_for"])
    record(
        "document.hand_over",
        by=by,
        now=now,
        subject=document,
        partnership=document.partnership_id,
        refers_to={"number": document.number},
        shared=True,
    )
    return document


def _tell(document: Document, *, by: Viewer, now: datetime) -> None:
    """Those who look after such things in the other parties. The letter says the public title and no other."""
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    places = PartnershipParty.objects.filter(partnership_id=document.partnership_id)
    others = {place.organisation_id for place in places if document.is_shown_to(place)}
    partnership = document.partnership
    with override(settings.LANGUAGE_CODE):
        said = gettext("%(who)s har lämnat över handling %(number)s: %(title)s.")
        says = said % {"who": by.organisation_name, "number": document.number, "title": document.public_title}
    tell(
        receivers_in(others, Permission.FULFIL, now.astimezone(SWEDEN).date()),
        kind="news",
        about=f"document/{document.pk}",
        partnership=partnership,
        says=says,
        path=f"partnerships/{partnership.slug}/documents/{document.pk}/",
        by=by,
        now=now,
    )
