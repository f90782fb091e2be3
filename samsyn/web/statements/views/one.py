"""One statement: what it says, how it stands, and what the viewer can do with it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, override
from django.views.decorators.http import require_GET

from samsyn.rules.money.statements import State
from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.roles import Permission
from samsyn.web.statements.actions.rows import WRITABLE
from samsyn.web.statements.material import material_of
from samsyn.web.statements.models import Addition, Submission
from samsyn.web.statements.permissions import may_answer, may_sign, may_write
from samsyn.web.statements.presenters.content import Content, content_of, digest, title_of
from samsyn.web.statements.presenters.paper import left_words, statement_paper, statement_workbook, summary
from samsyn.web.statements.presenters.words import stands_words, state_kind, state_words
from samsyn.web.statements.queries import Standing, days_of
from samsyn.web.statements.views.scene import Scene, own_or_404, scene_or_404, standing_or_404

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, statement: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standing = standing_or_404(scene, statement)
    return render(
        request, "statements/one.html", scene.context(scene.within(gettext("Redovisning"))) | page(scene, standing)
    )


def page(scene: Scene, standing: Standing) -> dict[str, Any]:
    found, viewer = standing.statement, scene.viewer
    mine = found.organisation_id == viewer.organisation_id
    drafting = mine and standing.state in (State.OPEN, State.SENT_BACK)
    writes = may_write(viewer, found) and standing.state in WRITABLE
    draft, alone = drafted(scene, standing) if drafting else (None, False)
    return {
        "statement": found,
        "title": title_of(found, days_of(found)),
        "days": days_of(found),
        "stands": stands_words(standing, scene.name_of, scene.today),
        "state_words": state_words(standing.state),
        "state_kind": state_kind(standing.state),
        "here": f"{scene.home}{found.pk}/",
        "drafting": drafting,
        "draft": shown(draft) if draft else None,
        "alone": alone,
        "additions": list(Addition.objects.visible_to(viewer).filter(statement=found)) if writes else [],
        "writes": writes,
        "signs": may_sign(viewer, found) and standing.state in WRITABLE,
        "answers": standing.waits_for(viewer.organisation_id) and may_answer(viewer, found, standing.receivers),
        "last": standing.last,
        "said": shown(standing.last.content) if standing.last else None,
        "submissions": [*reversed(standing.submissions)],
    }


def drafted(scene: Scene, standing: Standing) -> tuple[Content, bool]:
    """As it would be signed now, in the language of the document; and whether it tells what one person earns."""
    with override(settings.LANGUAGE_CODE):
        material = material_of(scene.viewer, standing.statement, scene.dossier)
        return content_of(material), material.figures.alone


def shown(said: Content) -> dict[str, Any]:
    return {**said, "summary": summary(said), "left": left_words(said["left_ore"]), "seal": digest(said)}


@require_GET
def draft_file(request: ViewerRequest, organisation: str, slug: str, statement: UUID, kind: str) -> HttpResponse:
    """The party's own draft, as it would be handed in."""
    scene, found = own_or_404(request.viewer, slug, statement, Permission.READ_PARTNERSHIP)
    said, _alone = drafted(scene, standing_or_404(scene, found.pk))
    if kind == "pdf":
        return _pdf(statement_paper(said, None, scene.today, fictitious=scene.partnership.is_demo), said)
    return _xlsx(said, scene.today)


@require_GET
def workbook(request: ViewerRequest, organisation: str, slug: str, submission: UUID) -> HttpResponse:
    """What was handed in, to reckon with."""
    scene = scene_or_404(request.viewer, slug)
    found = Submission.objects.visible_to(request.viewer).filter(partnership=scene.partnership, pk=submission).first()
    if found is None:
        raise Http404
    return _xlsx(found.content, found.signed_on)


def _pdf(data: bytes, said: Content) -> HttpResponse:
    return _file(data, "application/pdf", f"{said['kind']}-{said['first']}.pdf")


def _xlsx(said: Content, day: date) -> HttpResponse:
    return _file(statement_workbook(said, day), _XLSX, f"{said['kind']}-{said['first']}.xlsx")


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
