"""A round: opened, shown with its addresses, printed as a poster, closed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_key
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.surveys import actions
from samsyn.web.surveys.forms.opening import OpeningForm
from samsyn.web.surveys.models import Audience, Round, Sheet
from samsyn.web.surveys.phrases import Voice, name_of
from samsyn.web.surveys.phrases import languages as spoken
from samsyn.web.surveys.presenters.home import days_words
from samsyn.web.surveys.queries.ground import asked_in, subjects
from samsyn.web.surveys.views.scene import Page, Scene, form_page, pressed, scene_or_404
from samsyn.web.surveys.wording import ready
from samsyn.web.tallies.presenters.devices import square
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def open_(request: ViewerRequest, organisation: str, slug: str, edition: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    found, term = scene.version(edition)
    if not found.is_fixed:
        return redirect(f"{scene.root}versions/{found.pk}/")
    asked = asked_in(found)
    can = [each for each in term.languages if each in spoken()]
    audiences = Audience if term.for_children else [Audience.ADULT]
    words = {str(each): ready(asked, each, can, found.main_language) for each in audiences}
    mine = own_key(request.viewer, scene.partnership.pk)
    sent = request.POST if request.method == "POST" else None
    form = OpeningForm(term, words, subjects(scene.terms, mine), scene.today, sent)
    lead = gettext("När den är öppen ändras inget i den. Resultatet visas när den har stängt.")
    page = Page(gettext("Öppna %(name)s") % {"name": term.name}, gettext("Öppna"), scene.root, lead)

    def act() -> str:
        actions.open_round(found, form.opening(), by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Enkäten är öppen. Sätt upp affischen, eller öppna den på en platta.")

    return form_page(request, scene, form, page, act)


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, round: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    found = scene.round(round)
    return render(request, "surveys/round.html", _about(request, scene, found))


@require_POST
def close(request: ViewerRequest, organisation: str, slug: str, round: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    found = scene.round(round)

    def act() -> str:
        actions.close_round(found, by=request.viewer, now=clock.now())
        return gettext("%(name)s är stängd. Resultatet finns nu.") % {"name": found.name}

    return pressed(request, act, scene.of(found))


@require_GET
def poster(request: ViewerRequest, organisation: str, slug: str, round: UUID) -> HttpResponse:
    """To print: the square and the address, in every language of the round."""
    scene = scene_or_404(request.viewer, slug)
    found = scene.round(round)
    address = _address(request, found)
    context = _about(request, scene, found) | {
        "voices": [Voice(each) for each in found.languages],
        "square": square(address),
    }
    return render(request, "surveys/poster.html", context)


def _about(request: ViewerRequest, scene: Scene, found: Round) -> dict[str, Any]:
    ended = found.has_ended(scene.today)
    address = _address(request, found)
    return scene.context(Place(gettext("Enkäter"), scene.root)) | {
        "round": found,
        "days": days_words(found),
        "open": found.is_open(scene.today),
        "ended": ended,
        "at": scene.of(found),
        "address": address,
        "kiosk": f"{address}?kiosk=1" if found.kiosk else "",
        "about": subjects(scene.terms, own_key(scene.viewer, scene.partnership.pk)).get(found.about, found.about),
        "languages": ", ".join(name_of(each) for each in found.languages),
        "audiences": ", ".join(str(Audience(each).label) for each in found.audiences),
        "sheets": Sheet.objects.visible_to(scene.viewer).filter(round=found).count(),
        "results": scene.of(found, "results/") if ended else "",
        "papers": [
            (f"{name_of(each)}, {Audience(who).label}", f"{scene.of(found, 'print/')}?lang={each}&who={who}")
            for each in found.languages
            for who in found.audiences
        ],
    }


def _address(request: ViewerRequest, found: Round) -> str:
    return request.build_absolute_uri(f"/answer/{found.code}/")
