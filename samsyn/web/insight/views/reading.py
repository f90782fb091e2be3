"""All requests of a partnership, and one of them with its log. The same for every party."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.secrecy import grounds_for
from samsyn.web.access.request import ViewerRequest
from samsyn.web.insight.figures import names_of
from samsyn.web.insight.models import Answer
from samsyn.web.insight.permissions import may_answer, may_withdraw
from samsyn.web.insight.presenters.words import (
    ground_words,
    next_day,
    outcome_words,
    stands_words,
    state_kind,
    state_words,
    title_of,
)
from samsyn.web.insight.queries import Standing, State, askable, on_request, standings_in
from samsyn.web.insight.views.scene import Scene, scene_or_404, standing_or_404


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standings = standings_in(request.viewer, [scene.partnership.pk])
    context = scene.context() | {
        "waiting": [_row(scene, each) for each in reversed(standings) if each.state.is_open],
        "answered": [_row(scene, each) for each in standings if not each.state.is_open],
        "clauses": on_request(request.viewer, scene.partnership),
        "askable": {each.pk for each in askable(request.viewer, scene.partnership)},
    }
    return render(request, "insight/listing.html", context)


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, inquiry: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standing = standing_or_404(scene, inquiry)
    names = names_of(request.viewer, [figure for each in standing.answers for figure in each.figures])
    context = (
        scene.context(scene.on_the_list())
        | _row(scene, standing)
        | {
            "inquiry": standing.request,
            "here": f"{scene.home}{inquiry}/",
            "log": [_answered(scene, each, names) for each in reversed(standing.answers)],
            "answers": may_answer(request.viewer, standing.request) and standing.state != State.WITHDRAWN,
            "open": standing.state.is_open,
            "lists_staff": standing.request.obligation.kind != "statistics",
            "withdraws": may_withdraw(request.viewer, standing.request) and standing.state.is_open,
        }
    )
    return render(request, "insight/one.html", context)


def _row(scene: Scene, standing: Standing) -> dict[str, Any]:
    request = standing.request
    return {
        "title": title_of(request),
        "asks": request.asks,
        "about": request.about,
        "url": f"{scene.home}{request.pk}/",
        "day": next_day(request) if standing.state.is_open else request.on,
        "on": request.on,
        "binding": request.due is not None and standing.state.is_open,
        "clause": request.obligation.clause,
        "assumed": request.obligation.assumptions,
        "says": stands_words(standing),
        "state_words": state_words(standing.state),
        "state_kind": state_kind(standing.state),
    }


def _answered(scene: Scene, answer: Answer, names: Mapping[UUID, str]) -> dict[str, Any]:
    known = grounds_for(scene.terms, scene.key_of(answer.organisation_id))
    return {
        "answer": answer,
        "says": outcome_words(answer, answer.organisation.name),
        "grounds": [ground_words(each) for each in known if each.key in answer.grounds],
        "handed": list(answer.handed.all()),
        "figures": [(key, names[key]) for key in answer.figures if key in names],
    }
