"""What the parties have let go of, by period, and the periods that may be let go of next."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from samsyn.rules.quantities import DateRange
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_key
from samsyn.web.indicators.holders import holders
from samsyn.web.releases.periods import ended_periods
from samsyn.web.releases.permissions import may_release
from samsyn.web.releases.presenters.shown import Group, entry_of
from samsyn.web.releases.presenters.words import period_words
from samsyn.web.releases.queries import released
from samsyn.web.releases.told import ReleasedFigure
from samsyn.web.releases.views.scene import Scene, scene_or_404

SHOWN = 4
"""The periods last ended. Older ones have their address all the same."""


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    figures = released(request.viewer, scene.partnership)
    periods = dict.fromkeys(each.period for each in figures)
    context = scene.context() | {
        "periods": [{"title": period_words(days), "groups": _groups(scene, figures, days)} for days in periods],
        "next": _next(scene, figures) if may_release(request.viewer, scene.partnership) and _counts(scene) else [],
    }
    return render(request, "releases/listing.html", context)


def _groups(scene: Scene, figures: Sequence[ReleasedFigure], days: DateRange) -> list[Group]:
    """Sums of several first, then each party's own."""
    own = [each for each in figures if each.period == days]
    groups = []
    for compiled, organisation in dict.fromkeys((each.compiled, each.organisation) for each in own):
        title = gettext("Parternas siffror tillsammans") if compiled else scene.names.get(organisation, "")
        shown = [each for each in own if (each.compiled, each.organisation) == (compiled, organisation)]
        groups.append((not compiled, title, Group(title, tuple(entry_of(each, scene.home) for each in shown))))
    return [group for _order, _title, group in sorted(groups, key=lambda each: each[:2])]


def _next(scene: Scene, figures: Sequence[ReleasedFigure]) -> list[dict[str, object]]:
    first = scene.dossier.agreement.period.first
    done = {each.period for each in figures if each.organisation == scene.viewer.organisation_id and not each.compiled}
    return [
        {
            "title": period_words(days),
            "url": f"{scene.home}let-go/?first={days.start}",
            "done": days in done,
        }
        for days in ended_periods(scene.terms(), first, scene.today)[:SHOWN]
    ]


def _counts(scene: Scene) -> bool:
    """Whether the acting party counts anything that the agreement has an indicator for."""
    terms, own = scene.terms(), own_key(scene.viewer, scene.partnership.pk)
    return any(own in holders(each, terms) for each in terms.indicator.values() if each.applies)
