"""Cards at one pad: that they are used, how many different there were, and a sheet of new ones to print."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.cards import new_card
from samsyn.web.tallies.presenters.cards import figures_of
from samsyn.web.tallies.presenters.devices import square
from samsyn.web.tallies.queries.cards import card_years, different_cards
from samsyn.web.tallies.views.scene import answering_scene, counting_scene, pressed, scene_or_404

ON_A_SHEET = 10


@require_GET
def cards(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, pad)
    years = card_years(request.viewer, scene.partnership.pk, scene.pad.id)
    found = {
        each.year: different_cards(request.viewer, scene.partnership.pk, scene.pad.id, each.year) for each in years[:3]
    }
    context = scene.context("cards") | {
        "used": any(each.year == scene.today.year for each in years),
        "tables": [figures_of(year, each) for year, each in found.items()],
    }
    return render(request, "tallies/cards.html", context)


@require_POST
def begin(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = answering_scene(request.viewer, slug, pad)

    def act() -> str:
        actions.begin_cards(scene.partnership, scene.pad.id, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Besökare kan visa kort vid plattan i år.")

    return pressed(request, scene, act, "cards/")


@never_cache
@require_GET
def sheet(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    """New codes each time it is opened. Nobody keeps them: a card that is not printed does not exist."""
    scene = counting_scene(request.viewer, slug, pad)
    years = card_years(request.viewer, scene.partnership.pk, scene.pad.id)
    if not any(each.year == scene.today.year for each in years):
        raise Http404
    codes = [new_card() for _ in range(ON_A_SHEET)]
    context = scene.inside() | {"cards": [(code, square(code.replace("-", ""))) for code in codes]}
    return render(request, "tallies/card_sheet.html", context)
