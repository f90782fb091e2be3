"""Reading what people wrote with their own words, before it is shown."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.surveys.actions.screen import show_text, withhold_text
from samsyn.web.surveys.models import FreeText
from samsyn.web.surveys.queries.results import texts_of
from samsyn.web.surveys.views.ended import Scene, round_or_404
from samsyn.web.ui.components.words import Place


@require_GET
def words(request: ViewerRequest, organisation: str, slug: str, ended: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    scene, found = round_or_404(request.viewer, slug, ended, clock.today())
    texts = texts_of(request.viewer, found)
    back = [Place(scene.name, scene.root), Place(found.name, scene.at(found))]
    context = scene.context(*back) | {
        "round": found,
        "at": scene.at(found, "words"),
        "held": [each for each in texts if each.state == FreeText.State.HELD],
        "read": [each for each in texts if each.state != FreeText.State.HELD],
        "reasons": FreeText.Because.choices,
    }
    return render(request, "surveys/words.html", context)


@require_POST
def show(request: ViewerRequest, organisation: str, slug: str, ended: UUID, text: UUID) -> HttpResponse:
    scene, at, found = _one(request, slug, ended, text)
    show_text(found, by=scene.viewer, now=clock.now())
    messages.success(request, gettext("Svaret visas i resultatet."))
    return redirect(at)


@require_POST
def withhold(request: ViewerRequest, organisation: str, slug: str, ended: UUID, text: UUID) -> HttpResponse:
    scene, at, found = _one(request, slug, ended, text)
    try:
        withhold_text(found, request.POST.get("because", ""), by=scene.viewer, now=clock.now())
        messages.success(request, gettext("Svaret visas inte."))
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(at)


def _one(request: ViewerRequest, slug: str, ended: UUID, text_id: UUID) -> tuple[Scene, str, FreeText]:
    require(request.viewer, Permission.FULFIL)
    scene, found = round_or_404(request.viewer, slug, ended, clock.today())
    text = next((each for each in texts_of(request.viewer, found) if each.pk == text_id), None)
    if text is None:
        raise Http404
    return scene, scene.at(found, "words"), text
