"""Referrals: the list of both sides, one of them with what the host sees, and what the sender does with it."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.placements import actions
from samsyn.web.placements.forms.referring import WITHDRAWING, BecauseForm, ReferralForm
from samsyn.web.placements.models import Consent, Placement, Referral
from samsyn.web.placements.permissions import check_may_change, may_answer, may_change
from samsyn.web.placements.presenters.participants import consent_row
from samsyn.web.placements.presenters.referral import seen_by_host, stands
from samsyn.web.placements.queries.consents import consent_to
from samsyn.web.placements.queries.ground import ground_of
from samsyn.web.placements.queries.line import waiting_line
from samsyn.web.placements.views.scene import (
    Scene,
    Sheet,
    attempted,
    form_page,
    participant_or_404,
    referral_or_404,
    sending_scene,
    typed,
    working_scene,
)
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """What waits for an answer, the line in its order, and what was answered."""
    scene = working_scene(request, slug)
    rows = Referral.objects.visible_to(scene.viewer).filter(partnership=scene.partnership)
    every = list(rows.select_related("participant").order_by("-written_at"))
    states = Referral.State
    line, because = waiting_line(scene.viewer, scene.ground)
    context = scene.context("referrals") | {
        "waits": [each for each in every if each.state == states.SENT],
        "line": line,
        "because": because,
        "drafts": [each for each in every if each.state == states.DRAFT],
        "over": [each for each in every if each.state in (states.STARTED, states.DECLINED, states.WITHDRAWN)][:50],
    }
    return render(request, "placements/referrals.html", context)


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, referral: UUID) -> HttpResponse:
    """As a draft it is a preview: «Det här ser …»."""
    scene = working_scene(request, slug)
    found = referral_or_404(scene, referral)
    viewer = scene.viewer
    mine = may_change(viewer, found)
    consent = consent_to(found.participant_id, found.host_id, Consent.Scope.IDENTITY, viewer)
    placement = Placement.objects.visible_to(viewer).filter(referral=found, fell_through_on=None).first()
    ground = ground_of(scene.partnership, found.pool, scene.today, scene.today)
    context = scene.inside(Place(gettext("Anvisningar"), f"{scene.home}referrals/")) | {
        "referral": found,
        "at": scene.referral_at(found.pk),
        "mine": mine,
        "answers": may_answer(viewer, found),
        "host": scene.name(found.host_id),
        "sender": scene.name(found.organisation_id),
        "seen": seen_by_host(found, consent, scene.name, ground.tracks),
        "stands": stands(found, scene.name, bool(placement), consent is not None),
        "consent": consent_row(consent, scene.name, scene.today) if consent else None,
        "consent_clause": ground.consent_clause,
        "placement_at": scene.placement_at(placement.pk) if placement else "",
        "participant_at": scene.participant_at(found.participant_id) if mine else "",
        "by_priority": ground.pool.order == "priority",
    }
    return render(request, "placements/referral.html", context)


@require_http_methods(["GET", "POST"])
def write(request: ViewerRequest, organisation: str, slug: str, participant: UUID) -> HttpResponse:
    """A draft; it can be written anew until it is sent."""
    scene = sending_scene(request, slug)
    found = participant_or_404(scene, participant)
    going = Referral.objects.visible_to(scene.viewer).filter(participant=found).open().first()
    if going is not None and going.state != Referral.State.DRAFT:
        messages.info(request, gettext("Deltagaren har redan en öppen anvisning. Fortsätt med den."))
        return redirect(scene.referral_at(going.pk))
    form = ReferralForm(typed(request), initial=_initial(scene, going), **_choices(scene))

    def act() -> str:
        said = dict(form.cleaned_data)
        officer = said.pop("assessed_by")
        host = said.pop("host", None)
        made = actions.write_referral(
            found,
            said.pop("pool", scene.ground.pool.id),
            host=UUID(host) if host else None,
            assessed_by=Person.objects.get(pk=officer) if officer else None,
            **said,
            by=scene.viewer,
            now=clock.now(),
            today=scene.today,
        )
        return scene.referral_at(made.pk)

    back = Place(found.known_as, scene.participant_at(found.pk))
    return form_page(request, scene, _sheet(scene, back), form, act)


@require_POST
def send(request: ViewerRequest, organisation: str, slug: str, referral: UUID) -> HttpResponse:
    scene, found = _mine(request, slug, referral)
    act = partial(actions.send_referral, found, by=scene.viewer, now=clock.now(), today=scene.today)
    done = gettext("Anvisningen är skickad. %(who)s har fått ett brev och svarar.") % {"who": scene.name(found.host_id)}
    attempted(request, act, done)
    return redirect(scene.referral_at(found.pk))


@require_POST
def discard(request: ViewerRequest, organisation: str, slug: str, referral: UUID) -> HttpResponse:
    scene, found = _mine(request, slug, referral)
    act = partial(actions.discard_referral, found, by=scene.viewer, now=clock.now())
    if attempted(request, act, gettext("Utkastet är kastat. Deltagaren finns kvar.")):
        return redirect(scene.participant_at(found.participant_id))
    return redirect(scene.referral_at(found.pk))


@require_http_methods(["GET", "POST"])
def withdraw(request: ViewerRequest, organisation: str, slug: str, referral: UUID) -> HttpResponse:
    scene, found = _mine(request, slug, referral)
    form = BecauseForm(typed(request), reasons=WITHDRAWING)

    def act() -> None:
        because = form.cleaned_data["because"]
        actions.withdraw_referral(found, because, by=scene.viewer, now=clock.now(), today=scene.today)

    sheet = Sheet(
        gettext("Ta tillbaka anvisningen"),
        gettext("Ta tillbaka"),
        Place(gettext("Anvisningen"), scene.referral_at(found.pk)),
        gettext("%(who)s ser den sedan inte längre, och får veta att den inte gäller.")
        % {"who": scene.name(found.host_id)},
    )
    return form_page(request, scene, sheet, form, act, gettext("Anvisningen är tillbakatagen."))


def _mine(request: ViewerRequest, slug: str, referral: UUID) -> tuple[Scene, Referral]:
    scene = working_scene(request, slug)
    found = referral_or_404(scene, referral)
    check_may_change(scene.viewer, found)
    return scene, found


def _choices(scene: Scene) -> dict[str, Any]:
    ground = scene.ground
    roles = Membership.objects.filter(organisation_id=scene.viewer.organisation_id)
    people = Person.objects.filter(pk__in=roles.values("person_id")).order_by("display_name")
    return {
        "pools": [(each.id, each.says) for each in scene.pools],
        "hosts": [(str(each), scene.name(each)) for each in ground.hosts],
        "tracks": list(ground.tracks.items()),
        "people": [(str(each.pk), each.display_name) for each in people],
    }


def _initial(scene: Scene, draft: Referral | None) -> dict[str, Any]:
    if draft is None:
        return {"assessed_by": str(scene.viewer.person_id), "assessed_on": scene.today}
    return {
        "pool": draft.pool,
        "host": str(draft.host_id),
        "wishes": draft.wishes,
        "wanted_from": draft.wanted_from,
        "assessed_by": str(draft.assessed_by_id or ""),
        "assessed_on": draft.assessed_on,
    }


def _sheet(scene: Scene, back: Place) -> Sheet:
    group = next((each for each in scene.ground.terms.target_group.values() if each.applies), None)
    lead = gettext("Här frågas om önskemål och startdag, och vem som har bedömt att deltagaren hör till målgruppen.")
    never = gettext(
        "Skriv aldrig varför: inga skäl, inget om hälsa, inget personnummer. De uppgifterna stannar hos er."
    )
    return Sheet(
        gettext("Skriv en anvisning"),
        gettext("Spara och läs igenom"),
        back,
        lead,
        group.clause if group else "",
        notice=never,
    )
