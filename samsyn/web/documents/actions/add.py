"""A paper comes in or is drawn up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.exchange.papers.kinds import PDF
from samsyn.exchange.signatures import seals_in
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.actions.hand_over import number_it
from samsyn.web.documents.intake import Paper, taken_in
from samsyn.web.documents.models import Content, Document
from samsyn.web.documents.permissions import check_may_add
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN

_NOT_TYPED = {"content", "partnership", "organisation", "added_by", "also_for", "only_for", "handed_over_at", "number"}

acts.register({"document.add": _("lade in en handling")})


@transaction.atomic
def add_document(
    partnership: Partnership,
    file_name: str,
    data: bytes,
    *,
    title: str,
    public_title: str,
    direction: str,
    dated: date,
    correspondent: str = "",
    also_for: Iterable[UUID] = (),
    only_for: Iterable[UUID] = (),
    hand_over: bool = False,
    by: Viewer,
    now: datetime,
) -> Document:
    """Lay in a file as a draft that only the acting organisation sees.

    `hand_over` is for acts that tell the others themselves what it is about (minutes to approve, a change to sign): it
    is handed over at once, and no letter is written. Raises ValidationError for a file that is not taken and for a day
    that has not come.

    1. may they; 2. is it a paper; 3. the bytes, once; 4. the entry; 5. history; 6. handed over.
    """
    check_may_add(by, partnership.pk)
    paper = taken_in(file_name, data)
    document = Document(
        partnership=partnership,
        organisation_id=by.organisation_id,
        content_id=paper.sha256,
        file_name=paper.name,
        title=title,
        public_title=public_title,
        direction=direction,
        dated=dated,
        correspondent=correspondent,
        added_by_id=by.person_id,
        added_at=now,
        also_for=list(also_for),
        only_for=list(only_for),
    )
    _check(document, now)
    _keep(paper, now)
    document.save(force_insert=True)
    record("document.add", by=by, now=now, subject=document, partnership=partnership)
    return number_it(document, by=by, now=now) if hand_over else document


def _check(document: Document, now: datetime) -> None:
    """The bytes cannot be looked up before the paper stands: until then nobody sees them."""
    document.clean_fields(exclude=_NOT_TYPED)
    if document.dated > now.astimezone(SWEDEN).date():
        said = gettext("%(day)s har inte varit än. Skriv i dag eller en tidigare dag.")
        raise ValidationError({"dated": said % {"day": document.dated}})


def _keep(paper: Paper, now: datetime) -> None:
    """Once: the same bytes may already be there, also where the acting organisation does not see it."""
    issuers = Path(settings.SAMSYN_ISSUERS) if settings.SAMSYN_ISSUERS else None
    seals = seals_in(paper.data, issuers, now) if paper.media_type == PDF else []
    content = Content(
        sha256=paper.sha256, size=len(paper.data), media_type=paper.media_type, data=paper.data, seals=seals
    )
    Content.objects.bulk_create([content], ignore_conflicts=True)
