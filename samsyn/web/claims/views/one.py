"""One claim: what it is about, what each says, what is decided, what is paid, and what the viewer can do next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.money.claims import State, unconsidered
from samsyn.web.access.request import ViewerRequest
from samsyn.web.changes.models import Change
from samsyn.web.claims.actions.rows import OPEN
from samsyn.web.claims.permissions import (
    may_answer,
    may_consider,
    may_prepare,
    may_pursue,
    may_rewrite,
    may_settle,
)
from samsyn.web.claims.presenters.words import entry_words, exceptions_of, stands_words, state_kind, state_words
from samsyn.web.claims.queries import Standing, clause_behind
from samsyn.web.claims.views.scene import Scene, claim_or_404


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim)
    return render(request, "claims/one.html", scene.context(scene.back()) | page(scene, standing))


def page(scene: Scene, standing: Standing) -> dict[str, Any]:
    claim = standing.claim
    _terms, clause = clause_behind(scene.dossier, claim)
    change = _seen(scene, claim.change)
    return {
        "claim": claim,
        "standing": standing,
        "clause_says": clause.says if clause else "",
        "assumed": bool(clause and clause.assumption),
        "stands": stands_words(standing),
        "state_words": state_words(standing.state),
        "state_kind": state_kind(standing.state),
        "here": scene.address(claim),
        "last_day": claim.days.upper - scene.today.resolution if claim.days else None,
        "exceptions": exceptions_of(standing, clause, scene.viewer.organisation_id),
        "entries": [(each, entry_words(each)) for each in reversed(standing.entries)],
        "change": change,
        "change_url": scene.change_address(change.pk) if change else "",
        "payments": [(each, standing.confirmed.get(each.pk)) for each in standing.repaid],
        "plan_agreed_on": standing.agreed.get(standing.agreed_plan.pk) if standing.agreed_plan else None,
        "me": scene.viewer.organisation_id,
        "left_to_consider": unconsidered(clause, standing.considered) if clause else (),
    } | _acts(scene, standing)


def _acts(scene: Scene, standing: Standing) -> dict[str, bool]:
    viewer, claim, state = scene.viewer, standing.claim, standing.state
    is_open = state in OPEN
    return {
        "rewrites": state == State.DRAFT and may_rewrite(viewer, claim),
        "raises": state == State.DRAFT and may_pursue(viewer, claim),
        "answers": is_open and may_answer(viewer, claim),
        "considers": is_open and may_consider(viewer, claim),
        "prepares": is_open and may_prepare(viewer, claim),
        "decides": state in (State.RAISED, State.ANSWERED) and may_pursue(viewer, claim),
        "withdraws": is_open and may_pursue(viewer, claim),
        "settles": state == State.OWED and may_settle(viewer, claim),
        "receives": claim.organisation_id == viewer.organisation_id,
    }


def _seen(scene: Scene, change: Change | None) -> Change | None:
    """A draft of a decision is its party's own."""
    if change is None:
        return None
    return change if change.proposed_at or change.organisation_id == scene.viewer.organisation_id else None
