"""The one who refers: own participants, one participant, and the address to the participant's own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements import actions
from samsyn.web.placements.forms.referring import ParticipantForm
from samsyn.web.placements.models import Consent, OwnPage, Participant, Placement, Referral
from samsyn.web.placements.presenters.participants import consent_rows, overview, square
from samsyn.web.placements.queries.following import followed
from samsyn.web.placements.views.board import due_in, placements_in, who_in
from samsyn.web.placements.views.scene import (
    Scene,
    Sheet,
    form_page,
    participant_or_404,
    sending_scene,
    typed,
)
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place

_UNSHOWN = "placements_own_page"


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Mine first: those whose case officer the viewer is."""
    scene = sending_scene(request, slug)
    everyone = request.GET.get("show") == "all"
    rows = Participant.objects.visible_to(scene.viewer).filter(
        partnership=scene.partnership, organisation_id=scene.viewer.organisation_id
    )
    mine = rows.filter(case_officer_id=scene.viewer.person_id)
    shown = rows if everyone or not mine.exists() else mine
    every = placements_in(scene)
    notes = followed(every, scene.viewer)
    whom = {each.pk: who_in(scene, each, notes) for each in every}
    people = list(shown.select_related("case_officer").order_by("known_as", "id"))
    own = {each.pk for each in people}
    ours = [each for each in every if each.participant_id in own]
    context = scene.context("participants") | {
        "rows": overview(
            people, _latest_referrals(scene, people), ours, _open_consents(scene, people), scene.home, scene.today
        ),
        "due": due_in(scene, ours, notes, whom),
        "choices": [
            Place(gettext("Mina"), f"{scene.home}participants/", current=not everyone, count=mine.count()),
            Place(gettext("Alla"), f"{scene.home}participants/?show=all", current=everyone, count=rows.count()),
        ],
    }
    return render(request, "placements/participants.html", context)


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = sending_scene(request, slug)
    form = ParticipantForm(typed(request))

    def act() -> str:
        made = actions.write_participant(scene.partnership, **form.cleaned_data, by=scene.viewer, now=clock.now())
        return scene.participant_at(made.pk)

    sheet = Sheet(
        gettext("Skriv in en deltagare"),
        gettext("Spara"),
        Place(gettext("Deltagare"), f"{scene.home}participants/"),
        gettext("Bara ni ser uppgifterna tills deltagaren har samtyckt och ni har skickat en anvisning."),
    )
    return form_page(request, scene, sheet, form, act)


@require_http_methods(["GET", "POST"])
def edit(request: ViewerRequest, organisation: str, slug: str, participant: UUID) -> HttpResponse:
    scene = sending_scene(request, slug)
    found = participant_or_404(scene, participant)
    names = ("known_as", "birth_year", "sex", "language")
    form = ParticipantForm(typed(request), initial={name: getattr(found, name) for name in names})

    def act() -> None:
        actions.correct_participant(found, **form.cleaned_data, by=scene.viewer, now=clock.now())

    back = Place(found.known_as, scene.participant_at(found.pk))
    lead = gettext("En placering som redan är gjord behåller det namn som den andra parten fick.")
    sheet = Sheet(gettext("Rätta uppgifterna"), gettext("Spara"), back, lead)
    return form_page(request, scene, sheet, form, act, gettext("Uppgifterna är rättade."))


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, participant: UUID) -> HttpResponse:
    scene = sending_scene(request, slug)
    found = participant_or_404(scene, participant)
    viewer = scene.viewer
    placed = list(Placement.objects.visible_to(viewer).filter(participant=found).order_by("-first_day"))
    notes = followed(placed, viewer)
    referrals = Referral.objects.visible_to(viewer).filter(participant=found).order_by("-written_at")
    consents = Consent.objects.visible_to(viewer).filter(participant=found).order_by("-given_on")
    context = scene.inside(Place(gettext("Deltagare"), f"{scene.home}participants/")) | {
        "participant": found,
        "at": scene.participant_at(found.pk),
        "consents": consent_rows(consents, scene.name, scene.today),
        "covered": consents.in_force(viewer).exists(),
        "referrals": list(referrals),
        "may_refer": not referrals.open().exists()
        and not any(each.ended_on is None and not each.fell_through_on for each in placed),
        "placed": [who_in(scene, each, notes) for each in placed],
        "own_page": OwnPage.objects.visible_to(viewer).open().filter(participant=found).first(),
    }
    return render(request, "placements/participant.html", context | _shown_once(request, found))


@require_POST
def make_own_page(request: ViewerRequest, organisation: str, slug: str, participant: UUID) -> HttpResponse:
    """A new address; an old one stops. The page shows it once."""
    scene = sending_scene(request, slug)
    found = participant_or_404(scene, participant)
    secret = actions.make_own_page(found, by=scene.viewer, now=clock.now())
    request.session[_UNSHOWN] = {"secret": secret, "participant": str(found.pk)}
    return redirect(f"{scene.participant_at(found.pk)}#own-page")


@require_POST
def revoke_own_page(request: ViewerRequest, organisation: str, slug: str, participant: UUID) -> HttpResponse:
    scene = sending_scene(request, slug)
    found = participant_or_404(scene, participant)
    actions.revoke_own_page(found, by=scene.viewer, now=clock.now())
    messages.success(request, gettext("Adressen är stängd. Den som har den kvar ser ingenting."))
    return redirect(f"{scene.participant_at(found.pk)}#own-page")


def _shown_once(request: ViewerRequest, participant: Participant) -> dict[str, Any]:
    """The address just made, taken out of the session; nothing the second time."""
    unshown = request.session.get(_UNSHOWN)
    if unshown is None or unshown["participant"] != str(participant.pk):
        return {}
    del request.session[_UNSHOWN]
    address = request.build_absolute_uri(reverse("own_page", args=[unshown["secret"]]))
    return {"address": address, "square": square(address)}


def _latest_referrals(scene: Scene, people: list[Participant]) -> dict[UUID, Referral]:
    rows = (
        Referral.objects.visible_to(scene.viewer)
        .filter(participant__in=people)
        .order_by("participant_id", "written_at")
    )
    return {each.participant_id: each for each in rows}


def _open_consents(scene: Scene, people: list[Participant]) -> set[UUID]:
    rows = Consent.objects.visible_to(scene.viewer).in_force(scene.viewer).filter(participant__in=people)
    return set(rows.values_list("participant_id", flat=True))
