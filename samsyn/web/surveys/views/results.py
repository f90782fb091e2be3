"""The results of a round, and of several side by side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules import surveys as rules
from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.surveys.models import Audience, FreeText, Round
from samsyn.web.surveys.presenters.compared import compared
from samsyn.web.surveys.presenters.results import rate_words, sheets_words, shown_of
from samsyn.web.surveys.queries.results import texts_of, visits_of
from samsyn.web.surveys.views.ended import Scene, round_or_404
from samsyn.web.ui.components.words import Place


@require_GET
def results(request: ViewerRequest, organisation: str, slug: str, ended: UUID) -> HttpResponse:
    scene, found = round_or_404(request.viewer, slug, ended, clock.today())
    parts = [_part(scene, found, audience) for audience in Audience.values if audience in found.audiences]
    texts = texts_of(request.viewer, found)
    context = scene.context(Place(scene.name, scene.root)) | {
        "round": found,
        "says": _says(scene, found, sum(part["sheets"] for part in parts)),
        "parts": parts,
        "held": sum(each.state == FreeText.State.HELD for each in texts),
        "words": scene.at(found, "words") if texts and scene.reads_words else "",
        "compare": scene.at(found, "compare") if len(scene.rounds) > 1 else "",
        "needs": scene.at(found, "needs") if scene.term and scene.term.kind == "need_inventory" else "",
    }
    return render(request, "surveys/results.html", context)


@require_GET
def compare(request: ViewerRequest, organisation: str, slug: str, ended: UUID) -> HttpResponse:
    scene, _ = round_or_404(request.viewer, slug, ended, clock.today())
    rounds = list(scene.rounds)
    parts = [(_title(rounds[-1], each), compared(scene.answered(rounds, each))) for each in Audience.values]
    context = scene.context(Place(scene.name, scene.root)) | {
        "parts": [part for part in parts if part[1]],
        "rounds": [(each, scene.at(each)) for each in rounds],
    }
    return render(request, "surveys/compare.html", context)


def _part(scene: Scene, of: Round, audience: str) -> dict[str, Any]:
    """One audience. Its shown words are told only where it is large enough."""
    (answered,) = scene.answered([of], audience)
    large = len(answered.sheets) >= of.smallest_group
    words = {each.id: each.text for each in answered.asked}
    texts = [each for each in texts_of(scene.viewer, of, audience) if each.state == FreeText.State.SHOWN and large]
    own_words: dict[str, list[str]] = {}
    for each in texts:
        own_words.setdefault(words.get(each.question_id, ""), []).append(each.text)
    return {
        "title": _title(of, audience),
        "sheets": len(answered.sheets),
        "questions": shown_of(answered),
        "own_words": own_words,
    }


def _says(scene: Scene, of: Round, sheets: int) -> str:
    visits = visits_of(scene.viewer, of, scene.term)
    return sheets_words(sheets) if visits is None else rate_words(rules.rate(sheets, visits))


def _title(of: Round, audience: str) -> str:
    if len(of.audiences) < 2:
        return gettext("Svaren")
    return gettext("Barn") if audience == Audience.CHILD else gettext("Vuxna")
