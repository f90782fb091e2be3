"""What people asked for, and taking it up with the other parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.surveys.actions.needs import may_raise, raise_need
from samsyn.web.surveys.forms.needs import RaiseForm
from samsyn.web.surveys.models import Audience, FreeText, Round
from samsyn.web.surveys.presenters.needs import Wished, wish_words, wishes_of
from samsyn.web.surveys.queries.raised import coming_meetings, courses_of
from samsyn.web.surveys.queries.results import Answered, Asked, texts_of
from samsyn.web.surveys.views.ended import Scene, round_or_404
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_GET
def needs(request: ViewerRequest, organisation: str, slug: str, ended: UUID) -> HttpResponse:
    scene, found = round_or_404(request.viewer, slug, ended, clock.today())
    context = scene.context(*_back(scene, found)) | {
        "round": found,
        "at": scene.at(found, "needs"),
        "questions": _wished(scene, found),
        "raises": may_raise(request.viewer, found),
        "tallies": f"/as/{organisation}/partnerships/{slug}/tallies/" if scene.term and scene.term.against else "",
    }
    return render(request, "surveys/needs.html", context)


@require_http_methods(["GET", "POST"])
def raise_(
    request: ViewerRequest, organisation: str, slug: str, ended: UUID, wish: UUID, wished: str = ""
) -> HttpResponse:
    """`wish` is the question, `wished` the option that was chosen; empty for own words."""
    require(request.viewer, Permission.FULFIL)
    scene, found = round_or_404(request.viewer, slug, ended, clock.today())
    answered, asked = _need(scene, found, wish, wished)
    title, background = wish_words(asked, wished, answered)
    form = RaiseForm(
        request.POST if request.method == "POST" else None,
        meetings=coming_meetings(request.viewer, found.partnership_id, clock.now()),
        initial={"title": title, "background": background},
    )
    if form.is_valid():
        try:
            raised = raise_need(found, asked.id, wished, *form.said(), by=request.viewer, now=clock.now())
        except ValidationError as trouble:
            put_into(form, trouble)
        else:
            messages.success(request, gettext("Det står på mötets dagordning. Där beslutar parterna vad det blir av."))
            return redirect(f"/as/{organisation}/partnerships/{slug}/meetings/{raised.meeting_id}/")
    context = scene.context(*_back(scene, found), Place(gettext("Önskemål"), scene.at(found, "needs"))) | {
        "form": form,
        "wish": title or asked.text,
        "back": scene.at(found, "needs"),
        "meetings": f"/as/{organisation}/partnerships/{slug}/meetings/",
        "none": not form.fields["meeting"].choices,  # type: ignore[attr-defined]
    }
    return render(request, "surveys/raise.html", context, status=422 if form.is_bound else 200)


def _wished(scene: Scene, of: Round) -> list[Wished]:
    """Grown-ups' and children's, each in their words."""
    shown: dict[str, dict[UUID, list[str]]] = {each: defaultdict(list) for each in Audience.values}
    for text in texts_of(scene.viewer, of):
        if text.state == FreeText.State.SHOWN:
            shown[text.sheet.audience][text.question_id].append(text.text)
    courses = courses_of(scene.viewer, of)
    meetings = f"/as/{scene.viewer.organisation_slug}/partnerships/{scene.partnership.slug}/meetings/"
    found: list[Wished] = []
    for answered in _of_each(scene, of):
        large = len(answered.sheets) >= of.smallest_group
        texts: Mapping[UUID, Sequence[str]] = shown[answered.audience] if large else {}
        found += wishes_of(answered, texts, courses, meetings)
    return found


def _of_each(scene: Scene, of: Round) -> list[Answered]:
    return [part for audience in Audience.values for part in scene.answered([of], audience)]


def _need(scene: Scene, of: Round, wish: UUID, wished: str) -> tuple[Answered, Asked]:
    """404 for what was not asked, and for what cannot be taken up: a scale, a number, no such option."""
    for answered in _of_each(scene, of):
        for asked in answered.asked:
            if asked.id == wish and wished in _wishes(asked):
                return answered, asked
    raise Http404


def _wishes(asked: Asked) -> tuple[str, ...]:
    """What can be taken up of a question: each option, or own words as a whole."""
    if asked.question.type == "free":
        return ("",)
    return tuple(map(str, asked.question.values)) if asked.question.type in ("choice", "yesno") else ()


def _back(scene: Scene, of: Round) -> tuple[Place, Place]:
    return Place(scene.name, scene.root), Place(of.name, scene.at(of))
