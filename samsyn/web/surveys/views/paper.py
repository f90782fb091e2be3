"""Paper: the sheet to print, and what was answered on it typed in. The same questions as behind the public door."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.ids import new_timeless_id
from samsyn.web.surveys import actions
from samsyn.web.surveys.forms.sheet import filled_in, given_in, sheet_in
from samsyn.web.surveys.models import Audience, Round
from samsyn.web.surveys.phrases import Voice, name_of
from samsyn.web.surveys.presenters.sheet import about_oneself, shown
from samsyn.web.surveys.queries.ground import questions_of
from samsyn.web.surveys.views.scene import Scene, scene_or_404
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.fields import CivilDateField


@require_GET
def blank(request: ViewerRequest, organisation: str, slug: str, round: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    found = scene.round(round)
    said = _voice(request.GET, found)
    context = {"round": found, "lang": said.language, "direction": said.direction, "say": said.words()}
    return render(request, "surveys/paper_blank.html", context | {"questions": _asked(found, said, {})})


@require_http_methods(["GET", "POST"])
def paper(request: ViewerRequest, organisation: str, slug: str, round: UUID) -> HttpResponse:
    """Sent twice it counts once: the id of the sheet stands in the page."""
    scene = scene_or_404(request.viewer, slug, Permission.WORK)
    found = scene.round(round)
    said = _voice(request.GET, found)
    if request.method != "POST":
        return _typed(request, scene, found, said)
    day = _day(request.POST)
    if day is None:
        return _typed(
            request, scene, found, said, gettext("Skriv dagen då pappret fylldes i, till exempel 2026-03-01.")
        )
    filled = filled_in(request.POST, said.language, _who(said), "paper")
    try:
        sheet = sheet_in(request.POST) or new_timeless_id()
        new = actions.enter_paper(found, filled, sheet, day=day, by=request.viewer, today=scene.today)
    except ValidationError as trouble:
        return _typed(request, scene, found, said, " ".join(trouble.messages))
    messages.success(request, gettext("Pappret är inlagt.") if new else gettext("Pappret var redan inlagt."))
    return redirect(f"{scene.of(found, 'paper/')}?lang={said.language}&who={_who(said)}&day={day}")


def _typed(request: ViewerRequest, scene: Scene, found: Round, said: Voice, trouble: str = "") -> HttpResponse:
    here = f"{scene.of(found, 'paper/')}"
    context = scene.context(Place(gettext("Enkäter"), scene.root), Place(found.name, scene.of(found))) | {
        "round": found,
        "takes": found.closed_at is None,
        "questions": _asked(found, said, given_in(request.POST)),
        "sheet": sheet_in(request.POST) or new_timeless_id(),
        "day": request.POST.get("day") or request.GET.get("day") or min(scene.today, found.last_day).isoformat(),
        "trouble": trouble,
        "lang": said.language,
        "direction": said.direction,
        "action": f"{here}?lang={said.language}&who={_who(said)}",
        "ways": [
            Place(f"{name_of(each)}, {Audience(who).label}", f"{here}?lang={each}&who={who}",
                  current=(each, who) == (said.language, _who(said)))
            for each in found.languages for who in found.audiences
        ],
    }  # fmt: skip
    return render(request, "surveys/paper.html", context, status=422 if trouble else 200)


def _asked(found: Round, said: Voice, given: Any) -> list[Any]:
    every = shown(questions_of([found.version])[found.version_id], _who(said), said, given)
    return [*every, *about_oneself(found.asks, found.age_bands, said, given)]


def _voice(sent: QueryDict, found: Round) -> Voice:
    language, who = sent.get("lang", ""), sent.get("who", "")
    return Voice(
        language if language in found.languages else found.languages[0],
        (who if who in found.audiences else found.audiences[0]) == "child",
    )


def _who(said: Voice) -> str:
    return "child" if said.to_child else "adult"


def _day(sent: QueryDict) -> date | None:
    try:
        found: date | None = CivilDateField(required=False).clean(sent.get("day", ""))
    except ValidationError:
        return None
    return found
