"""The host answers a referral, and gives a place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements import actions
from samsyn.web.placements.forms.hosting import PriorityForm, StartForm
from samsyn.web.placements.forms.referring import DECLINING, BecauseForm
from samsyn.web.placements.models import Placement, Referral
from samsyn.web.placements.permissions import check_may_answer
from samsyn.web.placements.presenters.room import first_days, room_of
from samsyn.web.placements.queries.free import held
from samsyn.web.placements.queries.ground import ground_of
from samsyn.web.placements.views.scene import (
    Scene,
    Sheet,
    attempted,
    form_page,
    referral_or_404,
    tried,
    typed,
    working_scene,
)
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.formats import civil_date


@require_POST
def accept(request: ViewerRequest, organisation: str, slug: str, received: UUID) -> HttpResponse:
    done = gettext("Anvisningen är mottagen. Välj plats och första dag, eller sätt deltagaren i kö.")
    return _pressed(request, slug, received, actions.accept_referral, done)


@require_POST
def wait(request: ViewerRequest, organisation: str, slug: str, received: UUID) -> HttpResponse:
    return _pressed(
        request, slug, received, actions.put_on_waiting_list, gettext("Deltagaren står i kö till en plats.")
    )


@require_http_methods(["GET", "POST"])
def decline(request: ViewerRequest, organisation: str, slug: str, received: UUID) -> HttpResponse:
    scene, found = _received(request, slug, received)
    form = BecauseForm(typed(request), reasons=DECLINING)

    def act() -> str:
        because = form.cleaned_data["because"]
        actions.decline_referral(found, because, by=scene.viewer, now=clock.now(), today=scene.today)
        return f"{scene.home}referrals/"

    lead = gettext("%(who)s får veta skälet. Ni ser sedan inte deltagaren längre.")
    sheet = Sheet(
        gettext("Ta inte emot"),
        gettext("Svara nej"),
        Place(gettext("Anvisningen"), scene.referral_at(found.pk)),
        lead % {"who": scene.name(found.organisation_id)},
    )
    return form_page(request, scene, sheet, form, act, gettext("Svaret är skickat."))


@require_http_methods(["GET", "POST"])
def prioritise(request: ViewerRequest, organisation: str, slug: str, received: UUID) -> HttpResponse:
    scene, found = _received(request, slug, received)
    form = PriorityForm(typed(request), reasons=Referral.Priority.choices, initial={"priority": found.priority})

    def act() -> None:
        reason = form.cleaned_data["priority"]
        actions.prioritise(found, reason, by=scene.viewer, now=clock.now(), today=scene.today)

    sheet = Sheet(
        gettext("Förtur i kön"),
        gettext("Spara"),
        Place(gettext("Anvisningen"), scene.referral_at(found.pk)),
        clause=scene.ground.pool.clause,
    )
    return form_page(request, scene, sheet, form, act, gettext("Skälet är sparat."))


@require_http_methods(["GET", "POST"])
def start(request: ViewerRequest, organisation: str, slug: str, received: UUID) -> HttpResponse:
    """Which place and when: above the form stands what is free."""
    scene, found = _received(request, slug, received)
    if started := _started(scene, found):
        return _already(request, scene, started)
    ground = ground_of(scene.partnership, found.pool, scene.today, scene.today)
    form = StartForm(
        typed(request), tracks=_tracks(ground.tracks, found), longest=_longest(ground), initial=_wish(scene, found)
    )
    done = form.is_valid() and tried(form, partial(_start, form, scene, found))
    if placement := _started(scene, found):
        return redirect(scene.placement_at(placement.pk)) if done else _already(request, scene, placement)
    places = held(scene.partnership.pk, found.pool)
    back = Place(gettext("Anvisningen"), scene.referral_at(found.pk))
    context = scene.inside(back) | {
        "form": form,
        "back": back,
        "referral": found,
        "name": found.participant.known_as,
        "made": bool(places),
        "room": room_of(places, scene.today),
        "first_days": first_days(places, ground, max(scene.today, found.wanted_from or scene.today)),
        "count": len(places) or ground.pool.places,
    }
    return render(request, "placements/start.html", context, status=422 if form.is_bound else 200)


def _started(scene: Scene, referral: Referral) -> Placement | None:
    """What the referral has led to. Pressed twice, or by two at once, it leads there."""
    return referral.placements.visible_to(scene.viewer).filter(fell_through_on=None).first()


def _already(request: ViewerRequest, scene: Scene, placement: Placement) -> HttpResponse:
    says = gettext("Placeringen är redan startad, från och med %(day)s.")
    messages.info(request, says % {"day": civil_date(placement.first_day)})
    return redirect(scene.placement_at(placement.pk))


def _start(form: StartForm, scene: Scene, referral: Referral) -> None:
    said = form.cleaned_data
    actions.start_placement(
        referral,
        said["first_day"],
        last=said["last"],
        track=said.get("track", ""),
        number=said["number"],
        by=scene.viewer,
        now=clock.now(),
        today=scene.today,
    )


def _received(request: ViewerRequest, slug: str, received: UUID) -> tuple[Scene, Referral]:
    scene = working_scene(request, slug)
    found = referral_or_404(scene, received)
    check_may_answer(scene.viewer, found)
    return scene, found


def _pressed(
    request: ViewerRequest, slug: str, received: UUID, act: Callable[..., Referral], done: str
) -> HttpResponse:
    scene, found = _received(request, slug, received)
    attempted(request, partial(act, found, by=scene.viewer, now=clock.now(), today=scene.today), done)
    return redirect(scene.referral_at(found.pk))


def _tracks(tracks: Any, referral: Referral) -> list[tuple[str, str]]:
    """What the participant wishes first."""
    wished = [(key, gettext("%(track)s (önskad)") % {"track": tracks[key]}) for key in referral.wishes if key in tracks]
    return [*wished, *((key, name) for key, name in tracks.items() if key not in referral.wishes)]


def _wish(scene: Scene, referral: Referral) -> dict[str, Any]:
    first = max(referral.wanted_from or scene.today, scene.today)
    return {"first_day": first, "track": referral.wishes[0] if referral.wishes else None}


def _longest(ground: Any) -> str:
    if not ground.pool.months:
        return gettext("Lämna tomt för överenskommelsens sista dag, %(day)s.") % {"day": civil_date(ground.life.last)}
    return gettext("Lämna tomt för så länge som överenskommelsen låter, %(months)s månader (%(clause)s).") % {
        "months": ground.pool.months,
        "clause": ground.pool.clause,
    }
