"""The five figures, the forecast, and how many places are held: for everyone in either party, and nobody is in them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.places import year_of
from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements.presenters.figures import forecast_because, forecast_words, raters_of, shown_of
from samsyn.web.placements.queries.figures import figures_of, forecast_of, standing_on
from samsyn.web.placements.views.scene import scene_or_404
from samsyn.web.project import clock


@require_GET
def figures(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today(), request.GET.get("pool", ""))
    ground, today = scene.ground, scene.today
    period = year_of(ground.terms, today, ground.life)
    followed = figures_of(scene.viewer, ground, period, today)
    forecast = forecast_of(scene.viewer, ground, today)
    shown = [shown_of(each, owns=scene.hosts) for each in followed.figures]
    context = scene.context("figures") | {
        "period": period,
        "figures": shown,
        "hidden": any(each.hidden for each in shown),
        "numbers": followed.numbers,
        "raters": raters_of(followed.raters),
        "forecast": forecast,
        "forecast_says": forecast_words(forecast),
        "forecast_because": forecast_because(forecast, ground.pool.months),
        "standing": standing_on(scene.viewer, ground, today),
    }
    return render(request, "placements/figures.html", context)
