"""One figure that was let go of: what is told of it, how it was counted, and what was corrected."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.releases.presenters.shown import grids_of
from samsyn.web.releases.presenters.words import period_words, value_words
from samsyn.web.releases.queries import released, released_one
from samsyn.web.releases.told import ReleasedFigure
from samsyn.web.releases.views.scene import Scene, scene_or_404
from samsyn.web.releases.weighing import smallest_of
from samsyn.web.ui.components.words import Place


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, release: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    figure = released_one(request.viewer, scene.partnership, release)
    if figure is None:
        raise Http404
    terms = scene.terms(figure.period.last)
    context = scene.context(Place(gettext("Frisläppta siffror"), scene.home)) | {
        "figure": figure,
        "period": period_words(figure.period),
        "total": value_words(figure.total.value, figure.unit, figure.measure),
        "grids": grids_of(figure, terms),
        "who": _who(scene, figure),
        "without": [scene.names[each] for each in figure.without if each in scene.names],
        "smallest": smallest_of(terms),
        "others": _numbers(scene, figure),
    }
    return render(request, "releases/one.html", context)


def _who(scene: Scene, figure: ReleasedFigure) -> str:
    if figure.compiled:
        return gettext("Parternas siffror tillsammans")
    return scene.names.get(figure.organisation, "")


def _numbers(scene: Scene, figure: ReleasedFigure) -> list[dict[str, object]]:
    """The other versions of the same, the latest first."""
    rows = released(
        scene.viewer, scene.partnership, figure.period, compiled=figure.compiled, organisation=figure.organisation,
        indicators=[figure.indicator], all_numbers=True,
    )  # fmt: skip
    return [
        {
            "number": each.number,
            "url": f"{scene.home}{each.release}/",
            "value": value_words(each.total.value, each.unit, each.measure),
            "because": each.because,
        }
        for each in reversed(rows)
        if each.release != figure.release
    ]
