"""A party lets everyone read a submitted report, and takes it back. It is read while all let it be."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.publication.actions.renew import renew
from samsyn.web.publication.models import Paper, PaperOpening
from samsyn.web.publication.permissions import check_may_open
from samsyn.web.publication.queries import candidates_in, standing_of

acts.register(
    {
        "publication.let_out": gettext_lazy("lät en rapport bli offentlig för sin del"),
        "publication.take_back": gettext_lazy("tog tillbaka en rapport från den offentliga sidan"),
    }
)


@transaction.atomic
def let_out(document: Document, *, by: Viewer, now: datetime, today: date) -> PaperOpening:
    """For the acting party. Let out already, it is the one that is there. The last party puts it on the page."""
    partnership = document.partnership
    check_may_open(by, partnership)
    take_turns(f"publication/{partnership.pk}")
    if (there := _own(document, by)) is not None:
        return there
    found = candidates_in(by, partnership, dossier_of(partnership), today)
    if document.pk in {each.document.pk for each in found if not each.for_anyone}:
        raise ValidationError(_("I rapporten står tal som bara parterna får läsa. Den kan inte bli offentlig."))
    if document.pk not in {each.document.pk for each in found if each.is_newest}:
        raise ValidationError(_("Bara den senast inlämnade rapporten till en nämnd eller till alla kan bli offentlig."))
    opening = PaperOpening(
        partnership=partnership, organisation_id=by.organisation_id, document=document, opened_by_id=by.person_id,
        opened_at=now,
    )  # fmt: skip
    with refusals_of(PaperOpening):
        opening.save(force_insert=True)
    _remember("publication.let_out", opening, by=by, now=now)
    if _all_have(document, partnership):
        _copy(document, now)
        renew(partnership, by=by, now=now, today=today)
    return opening


@transaction.atomic
def take_back(document: Document, *, by: Viewer, now: datetime, today: date) -> PaperOpening | None:
    """At once, whatever the others want. Taken back already, nothing happens."""
    partnership = document.partnership
    check_may_open(by, partnership)
    take_turns(f"publication/{partnership.pk}")
    opening = _own(document, by)
    if opening is None:
        return None
    opening.closed_at, opening.closed_by_id = now, by.person_id
    # The database itself takes the copy away with it.
    opening.save(update_fields=["closed_at", "closed_by"])
    _remember("publication.take_back", opening, by=by, now=now)
    renew(partnership, by=by, now=now, today=today)
    return opening


def _own(document: Document, by: Viewer) -> PaperOpening | None:
    rows = PaperOpening.objects.visible_to(by).filter(document=document, organisation_id=by.organisation_id)
    return rows.standing().select_for_update().first()


def _all_have(document: Document, partnership: Partnership) -> bool:
    parties = {each.organisation_id for each in standing_of(partnership).places.values()}
    opened = PaperOpening.objects.filter(document=document).standing()
    return parties <= set(opened.values_list("organisation_id", flat=True))


def _copy(document: Document, now: datetime) -> Paper:
    content = document.content
    return Paper.objects.create(
        partnership_id=document.partnership_id, document=document, title=document.public_title, dated=document.dated,
        media_type=content.media_type, sha256=content.sha256, size=content.size, data=bytes(content.data), made_at=now,
    )  # fmt: skip


def _remember(name: str, opening: PaperOpening, *, by: Viewer, now: datetime) -> None:
    record(
        name, by=by, now=now, subject=opening, partnership=opening.partnership_id, shared=True,
        refers_to={"document": opening.document_id},
    )  # fmt: skip
