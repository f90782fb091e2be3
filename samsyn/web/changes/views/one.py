"""One change: what it says, what it brings, what it needs, and the one thing that the viewer's party does next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.because import Reason
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.paper import paper_of
from samsyn.web.changes.permissions import may_decide, may_draft, may_redraft
from samsyn.web.changes.presenters.acts import acts_of
from samsyn.web.changes.presenters.countdown import countdown_of
from samsyn.web.changes.presenters.needs import is_ours, needs_of, other_ways
from samsyn.web.changes.presenters.one import (
    Drafted,
    Refusal,
    facts_of,
    refusal_in,
    standing_sentence,
    terms_drafted,
    waits_words,
    with_changes_shown,
)
from samsyn.web.changes.presenters.openings import way_in
from samsyn.web.changes.presenters.preview import PreviewWords, preview_words
from samsyn.web.changes.presenters.words import KINDS
from samsyn.web.changes.views.scene import Scene, scene_or_404, standing_or_none
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, change: UUID) -> HttpResponse:
    require(request.viewer, Permission.READ_PARTNERSHIP)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    preview, troubles = _preview(found, scene)
    context = {
        **scene.context(),
        "change": found,
        "words": KINDS[found.kind],
        "here": scene.address(found),
        "stands": standing_sentence(found, scene.agreement, scene.places),
        "facts": facts_of(found, scene.agreement, scene.places),
        "preview": preview,
        "troubles": troubles,
        "countdown": countdown_of(scene.dossier, scene.today) if found.version_id else None,
        "may_draft": may_draft(request.viewer),
        "may_redraft": may_redraft(request.viewer, found),
        "may_decide": may_decide(request.viewer, found),
        "drafted": _drafted(found, scene, preview),
        **_needs(request, scene, found),
    }
    return render(request, "changes/one.html", context)


def _preview(change: Change, scene: Scene) -> tuple[PreviewWords | None, list[str]]:
    """What it brings, or why it does not fit the agreement as it has become."""
    if change.closed_at is not None:
        return None, []
    try:
        return preview_words(paper_of(change, scene.today).preview, change, scene.today), []
    except ValidationError as trouble:
        return None, trouble.messages


def _drafted(change: Change, scene: Scene, preview: PreviewWords | None) -> tuple[Drafted, ...]:
    if not change.is_draft:
        return ()
    return with_changes_shown(terms_drafted(change, scene.agreement), preview.terms if preview else ())


def _needs(request: ViewerRequest, scene: Scene, change: Change) -> dict[str, Any]:
    """For a change in force or closed what was done stands there, without what was wanted."""
    standing = standing_or_none(change, scene.today)
    steps = list(
        Step.objects.filter(change=change)
        .select_related("place", "document__content")
        .defer("document__content__data")
        .order_by("on", "recorded_at")
    )
    refusal = refusal_in(steps, scene.agreement) or _taken_back(request, scene, change)
    if standing is None:
        return {"no_way": _no_way(change, scene), "refusal": refusal}
    may = may_decide(request.viewer, change)
    return {
        "standing": standing,
        "refusal": refusal,
        "ours": is_ours(standing.way.reason),
        "needs": needs_of(standing, steps, scene.agreement, scene.mine, scene.frame_to, scene.today),
        "other_ways": other_ways(standing, scene.agreement),
        "acts": acts_of(change, standing, scene.mine, scene.address(change), may=may),
        "waits": waits_words(standing, scene.agreement, scene.mine) if change.is_pending else "",
    }


def _taken_back(request: ViewerRequest, scene: Scene, change: Change) -> Refusal | None:
    """Why a proposal was taken back stands in the history of the act."""
    if change.closed_how != Change.Closed.WITHDRAWN or change.proposed_at is None:
        return None
    act = Act.objects.visible_to(request.viewer).about(change).filter(name="change.withdraw").first()
    return Refusal(act.organisation.name, act.reason) if act and act.organisation and act.reason else None


def _no_way(change: Change, scene: Scene) -> Reason | None:
    way = way_in(change.kind, scene.dossier, scene.agreement, scene.mine, scene.today)
    return way if isinstance(way, Reason) else None
