"""The questions as they will be met, before they are fixed for good: in each language, by grown-ups and by children."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.terms.surveys import Survey
from samsyn.web.access.request import ViewerRequest
from samsyn.web.surveys.models import Audience
from samsyn.web.surveys.phrases import Voice, name_of
from samsyn.web.surveys.phrases import languages as spoken
from samsyn.web.surveys.presenters.sheet import shown
from samsyn.web.surveys.queries.ground import questions_of
from samsyn.web.surveys.views.scene import scene_or_404
from samsyn.web.surveys.wording import Asked, Said, is_asked
from samsyn.web.ui.components.words import Place


@require_GET
def preview(request: ViewerRequest, organisation: str, slug: str, edition: UUID) -> HttpResponse:
    """Nothing can be sent from it. A question without words in the language is left out, as it would be."""
    scene = scene_or_404(request.viewer, slug)
    found, term = scene.version(edition)
    questions = questions_of([found])[found.pk]
    every = _ways(term, [asked for _, asked in questions], found.main_language)
    wanted = (request.GET.get("who", ""), request.GET.get("lang", ""))
    who, language = wanted if wanted in every else every[0]
    said = Voice(language, who == Audience.CHILD)
    back = f"{scene.root}versions/{found.pk}/"
    context = scene.context(Place(term.name, back)) | {
        "version": found,
        "back": back,
        "lang": language,
        "direction": said.direction,
        "questions": shown(questions, who, said, {}),
        "ways": [_place(each, (who, language), several=len({who for who, _ in every}) > 1) for each in every],
    }
    return render(request, "surveys/preview.html", context)


def _ways(term: Survey, asked: list[Asked], main: str) -> list[Said]:
    """Those with any words, in the languages that the page around them speaks too."""
    audiences = [each for each in Audience if is_asked(asked, each, main)] or [Audience.ADULT]
    languages = [main, *(each for each in term.languages if each != main and each in spoken())]
    written = {said for each in asked for said in each.words}
    found = [(str(who), language) for language in languages for who in audiences if (who, language) in written]
    return found or [(str(audiences[0]), main)]


def _place(way: Said, here: Said, *, several: bool) -> Place:
    who, language = way
    whom = {Audience.ADULT: gettext("vuxna"), Audience.CHILD: gettext("barn")}[Audience(who)]
    name = f"{name_of(language)}, {whom}" if several else name_of(language)
    return Place(name, f"?lang={language}&who={who}", current=way == here)
