"""The slip that the guest goes away with: print it, or show it; Enter leads to the next guest."""

from __future__ import annotations

from datetime import time
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.actions.ending import latest_hour
from samsyn.web.beds.actions.guests import open_guest, records_of
from samsyn.web.beds.codes import in_groups
from samsyn.web.beds.models import Card, Entitlement, Guest, Segment
from samsyn.web.beds.phrases import PHRASES
from samsyn.web.beds.presenters.slip import slip_of, square
from samsyn.web.beds.views.ground import Ground, coordinating_or_404
from samsyn.web.beds.views.placing import desk_trail, guest_or_404


@require_GET
def slip(request: ViewerRequest, organisation: str, slug: str, guest: UUID, entitlement: UUID) -> HttpResponse:
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    given = _given_or_404(ground, found, entitlement)
    open_guest(found, by=request.viewer, now=ground.now)
    stay = _stay_or_404(ground, given)
    card = Card.objects.visible_to(request.viewer).filter(guest__in=records_of(found), revoked_on=None).last()
    phrases = PHRASES.get(request.GET.get("lang", ""), PHRASES["sv"])
    context = ground.context(desk_trail(ground)) | {
        "slip": slip_of(given, stay, _latest(ground, stay), card.code if card else "", phrases),
        "languages": PHRASES.values(),
        "guest": found,
        "desk": f"{ground.home}intake/",
        "page": f"{ground.home}intake/guests/{found.pk}/",
        "ended": given.left_on,
    }
    return render(request, "beds/slip.html", context)


@require_GET
def card(request: ViewerRequest, organisation: str, slug: str, guest: UUID, card: UUID) -> HttpResponse:
    """The card alone, to print: a square, ten signs, and nothing about whose it is."""
    ground = coordinating_or_404(request.viewer, slug)
    found = guest_or_404(ground, guest)
    mine = Card.objects.visible_to(request.viewer).filter(guest__in=records_of(found), revoked_on=None)
    one = get_object_or_404(mine, pk=card)
    open_guest(found, by=request.viewer, now=ground.now)
    page = f"{ground.home}intake/guests/{found.pk}/"
    context = ground.context(desk_trail(ground)) | {
        "code": in_groups(one.code),
        "square": square(one.code),
        "page": page,
    }
    return render(request, "beds/card.html", context)


def _given_or_404(ground: Ground, guest: Guest, entitlement: UUID) -> Entitlement:
    mine = Entitlement.objects.visible_to(ground.viewer).filter(partnership=ground.partnership)
    return get_object_or_404(mine, pk=entitlement, guest__in=records_of(guest))


def _stay_or_404(ground: Ground, given: Entitlement) -> Segment:
    """Where the guest sleeps tonight; else where the stay begins or ended."""
    stays = Segment.objects.visible_to(ground.viewer).filter(entitlement=given, nights__isempty=False)
    found = list(stays.select_related("site__partnership", "place").order_by("nights"))
    if not found:
        raise Http404
    return next((each for each in found if each.nights.upper > ground.tonight), found[-1])


def _latest(ground: Ground, stay: Segment) -> time | None:
    said = latest_hour(stay.site, stay.pool, max(ground.tonight, stay.nights.lower), ground.viewer)
    return said.at.time() if said.at else None
