"""One report: whose turn it is, every party's part, and every version that was submitted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.reports import PartState, State
from samsyn.web.access.request import ViewerRequest
from samsyn.web.reports.content import title_of
from samsyn.web.reports.permissions import may_go_through, may_read_whole, may_sign, may_submit, may_write
from samsyn.web.reports.presenters.words import part_kind, part_words, stands_words, state_kind, state_words
from samsyn.web.reports.queries import Standing, draft_of
from samsyn.web.reports.views.scene import Scene, scene_or_404, standing_or_404
from samsyn.web.ui.components.words import Place


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, report: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standing = standing_or_404(scene, report)
    context = scene.context(Place(gettext("Rapporter"), scene.home)) | _page(scene, standing)
    return render(request, "reports/one.html", context)


def _page(scene: Scene, standing: Standing) -> dict[str, Any]:
    viewer, last = scene.viewer, standing.last
    return {
        "standing": standing,
        "report": standing.report,
        "title": title_of(standing),
        "days": standing.days,
        "here": scene.of(standing),
        "stands": stands_words(standing, scene.today),
        "state_words": state_words(standing.state),
        "state_kind": state_kind(standing.state),
        "parts": [_part(scene, standing, key) for key in standing.signers],
        "is_over": scene.today >= standing.days.end,
        "acts": _acts(scene, standing),
        "body": standing.terms.body[standing.body].name if standing.body in standing.terms.body else "",
        "last": last,
        "submissions": [*reversed(standing.submissions)],
        "has_words": bool(draft_of(viewer, standing.report).words) if may_write(viewer, standing) else False,
    }


def _part(scene: Scene, standing: Standing, key: str) -> dict[str, Any]:
    part = standing.signed(key)
    versions = standing.parts.get(key, ())
    return {
        "name": standing.name_of(key),
        "mine": standing.places[key].organisation_id == scene.viewer.organisation_id,
        "state_words": part_words(standing.part_state(key)),
        "state_kind": part_kind(standing.part_state(key)),
        "part": part,
        "url": f"{scene.home}parts/{part.pk}/" if part and hasattr(part, "said") else "",
        "kept": bool(part) and not hasattr(part, "said"),
        "notes": [back for each in versions for back in each.sent_back.all()],
    }


def _acts(scene: Scene, standing: Standing) -> dict[str, bool]:
    """What the viewer can do here; `first` of them is the button in view."""
    viewer = scene.viewer
    mine = standing.key_of(viewer.organisation_id)
    whole = all(standing.part_state(key) == PartState.SIGNED for key in standing.signers)
    waits = mine in standing.signers and standing.part_state(mine) != PartState.SIGNED
    compiles = mine == standing.compiler and bool(mine)
    return {
        "write": may_write(viewer, standing),
        "sign": may_sign(viewer, standing) and scene.today >= standing.days.end and waits,
        "correct": may_sign(viewer, standing) and mine in standing.signers and not waits,
        "go_through": whole
        and bool(standing.body)
        and not standing.is_gone_through
        and may_go_through(viewer, standing),
        "read_whole": whole and may_read_whole(viewer, standing) and standing.state != State.SUBMITTED,
        "submit": whole
        and may_submit(viewer, standing)
        and (not standing.body or standing.is_gone_through)
        and standing.state in (State.TO_COMPILE, State.CHANGED, State.SUBMITTED),
        "compiles": compiles and standing.state != State.SUBMITTED,
        "waits": waits,
    }
