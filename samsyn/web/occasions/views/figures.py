"""The sums of a half-year or a month."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.quantities.dates import end_of_month
from samsyn.rules.timeline import life
from samsyn.web.access.request import ViewerRequest
from samsyn.web.occasions.presenters.figures import figure_rows, months_of
from samsyn.web.occasions.queries import figures as figures_of
from samsyn.web.occasions.views.listing import month_in
from samsyn.web.occasions.views.scene import scene_or_404
from samsyn.web.support.half import half_in, half_of


@require_GET
def figures(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    month = month_in(request.GET["month"], scene.today) if request.GET.get("month") else None
    earliest = min(half_of(life(scene.dossier, scene.today).start), half_of(scene.today))
    half = half_of(month) if month else half_in(request.GET.get("half", ""), earliest, half_of(scene.today))
    first, last = (month, end_of_month(month)) if month else (half.first, half.last)
    found = figures_of(request.viewer, scene.partnership, first, last)
    context = scene.context("figures") | {
        "first": first,
        "last": last,
        "month": month,
        "half": half,
        "months": months_of(half, month, scene.today),
        "rows": figure_rows(found, scene.names, scene.activities),
        "earlier": half.previous if half > earliest else None,
        "later": half.next if half < half_of(scene.today) else None,
        "groups": [each for each in scene.activities if each.kind == "group"] if scene.holds else [],
    }
    return render(request, "occasions/figures.html", context)
