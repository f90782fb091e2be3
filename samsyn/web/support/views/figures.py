"""The sums per month and half-year, for all in the party that runs the line."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from samsyn.rules.timeline import life
from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.support.half import half_in, half_of
from samsyn.web.support.presenters import figures as shown
from samsyn.web.support.queries import tally_of
from samsyn.web.support.views.scene import quiet_page, scene_or_404


@require_GET
def figures(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    first = min(half_of(life(scene.dossier, scene.today).start), half_of(scene.today))
    half = half_in(request.GET.get("half", ""), first, half_of(scene.today))
    tally = tally_of(request.viewer, scene.partnership, half)
    context = scene.context("figures") | {
        "half": half,
        "half_says": shown.half_words(half),
        "says": shown.total_words(tally, half, scene.today),
        "total": tally.total,
        "by_kind": shown.by_kind(tally, scene.line, half, scene.today),
        "by_channel": shown.by_channel(tally, scene.line, half, scene.today),
        "crossed": shown.crossed(tally, scene.line),
        "of_half": shown.of_half(tally, scene.line),
        "earlier": half.previous if half > first else None,
        "later": half.next if half < half_of(scene.today) else None,
    }
    return quiet_page(request, "support/figures.html", context)
