"""For whoever counts: what the taps became."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.quantities import DateRange
from samsyn.rules.quantities.dates import add_months
from samsyn.web.access.request import ViewerRequest
from samsyn.web.indicators.presenters.became import became_of, is_counted_by_hand
from samsyn.web.indicators.queries import indicators_of, series_of
from samsyn.web.indicators.views.scene import Scene, scene_or_404
from samsyn.web.ui.components.words import Place

MONTHS = 6


@require_GET
def became(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    days, counted = _days(scene), _counted_by_hand(scene)
    series = (
        series_of(scene.viewer, scene.partnership, scene.dossier, days, now=scene.now, only=counted) if counted else []
    )
    context = scene.context(Place(gettext("Siffror"), scene.home)) | {
        "found": [became_of(each, scene.terms) for each in series],
        "first": days.start,
        "tallies": f"{scene.home.removesuffix('indicators/')}tallies/" if _has_pad(scene) else "",
    }
    return render(request, "indicators/became.html", context)


def _counted_by_hand(scene: Scene) -> list[str]:
    known = indicators_of(scene.viewer, scene.partnership, scene.dossier, scene.today)
    return [each.id for each in known if is_counted_by_hand(each)]


def _days(scene: Scene) -> DateRange:
    """The last months with this one, through its end: what lies ahead is not counted."""
    after = add_months(scene.today.replace(day=1), 1)
    first = add_months(after, -MONTHS)
    return DateRange(max(first, min(scene.life.start, scene.today.replace(day=1))), after)


def _has_pad(scene: Scene) -> bool:
    from samsyn.web.agreements.queries import own_key

    own = own_key(scene.viewer, scene.partnership.pk)
    return any(each.applies and each.by == own for each in scene.terms.pad.values())
