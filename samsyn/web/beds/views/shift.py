"""A guest sleeps elsewhere: another place in the house, another house, or in exchange with somebody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds import actions
from samsyn.web.beds.evening import Evening, Sleeper, State, sites_of, tonight_of
from samsyn.web.beds.forms.watch import ShiftForm
from samsyn.web.beds.models import Site
from samsyn.web.beds.views.ground import Ground, ground_or_404
from samsyn.web.beds.views.tonight import sleeper_or_404
from samsyn.web.beds.views.watch import at_site
from samsyn.web.organisations.roles import Permission

_PLACE, _SITE, _WITH = "place", "site", "with"


@require_http_methods(["GET", "POST"])
def shift(request: ViewerRequest, organisation: str, slug: str, site: UUID, segment: UUID) -> HttpResponse:
    """From tonight for a guest who has not come, from the next night for one who has: what is slept is slept."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK)
    house = ground.own_site_or_404(site)
    sleeper = sleeper_or_404(ground, house, segment)
    night = ground.tonight + timedelta(days=sleeper.state is not State.EXPECTED)
    ways = _ways(ground, tonight_of(request.viewer, house, ground.tonight), sleeper)
    form = ShiftForm(request.POST or None, ways=ways)

    def write(form: Form) -> None:
        how, _, key = form.cleaned_data["to"].partition(":")
        who: dict[str, Any] = {"from_night": night, "by": ground.viewer, "now": ground.now}
        if how == _WITH:
            actions.swap(sleeper.segment, sleeper_or_404(ground, house, UUID(key)).segment, **who)
        elif how == _SITE:
            there = next(each for each in _houses(ground) if str(each.pk) == key)
            actions.move(sleeper.segment, to_site=there, **who)
        else:
            actions.move(sleeper.segment, to_place=house.places.get(pk=key), **who)

    words = {
        "title": gettext("%(who)s byter plats") % {"who": sleeper.called or gettext("Gästen")},
        "lead": gettext("Från i natt.") if night == ground.tonight else gettext("Från nästa natt."),
        "act": gettext("Byt plats"),
        "nothing": "" if ways and night < sleeper.until else gettext("Det finns ingen annan plats att byta till."),
    }
    return at_site(request, ground, house, form, write, words, sleeper)


def _ways(ground: Ground, evening: Evening, sleeper: Sleeper) -> list[tuple[str, str]]:
    """Free places of the same sort here; other houses, for the coordination; then those who can take this place."""
    pool = sleeper.segment.pool
    ways = [
        (f"{_PLACE}:{place.pk}", gettext("Plats %(label)s, ledig") % {"label": place.label})
        for place, its_pool in evening.free
        if its_pool == pool
    ]
    if ground.coordinates:
        houses = _houses(ground)
        ways += [
            (f"{_SITE}:{each.pk}", gettext("%(site)s, om där finns en ledig") % {"site": each.name})
            for each in houses
            if each.pk != evening.site.pk
        ]
    ways += [
        (
            f"{_WITH}:{each.segment.pk}",
            gettext("Plats %(label)s, i byte med den som har den") % {"label": each.place.label},
        )
        for each in evening.those(State.EXPECTED, State.ARRIVED)
        if each.segment.pk != sleeper.segment.pk and each.segment.pool == pool and each.state is sleeper.state
    ]
    return ways


def _houses(ground: Ground) -> list[Site]:
    return sites_of(ground.viewer, ground.partnership, ground.tonight)
