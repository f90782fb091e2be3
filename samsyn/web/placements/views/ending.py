"""A placement becomes longer, ends, or does not come to be."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements import actions
from samsyn.web.placements.forms.following import CloseForm, ExtendForm, OutcomeForm
from samsyn.web.placements.forms.hosting import CancelForm
from samsyn.web.placements.forms.referring import FALLING
from samsyn.web.placements.models import Closing, Extension, Placement
from samsyn.web.placements.views.scene import (
    Scene,
    Sheet,
    attempted,
    form_page,
    placement_or_404,
    typed,
    working_scene,
)
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def extend(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    scene, found = _found(request, slug, placement)
    waiting = Extension.objects.visible_to(scene.viewer).filter(placement=found).open()
    if request.method == "GET" and waiting.exists():
        messages.info(request, gettext("En förlängning är redan föreslagen. Den ska få sitt svar först."))
        return redirect(scene.placement_at(found.pk))
    form = ExtendForm(typed(request), initial={"consulted_on": scene.today})

    def act() -> None:
        said = form.cleaned_data
        made = actions.propose_extension(
            found, said["last"], consulted_on=said["consulted_on"], by=scene.viewer, now=clock.now(), today=scene.today
        )
        both = gettext("Den andra parten hade föreslagit samma dag. Placeringen är förlängd.")
        messages.success(request, both if made.in_force_on else done)

    other = found.sender_id if found.organisation_id == scene.viewer.organisation_id else found.organisation_id
    lead = gettext("Förslaget är er del av beslutet. Placeringen blir längre först när %(other)s också har sagt ja.")
    sheet = Sheet(
        gettext("Föreslå förlängning"),
        gettext("Föreslå"),
        _back(scene, found),
        lead % {"other": scene.name(other)},
        scene.ground.pool.clause,
    )
    done = gettext("Förslaget är skickat. %(other)s svarar.") % {"other": scene.name(other)}
    return form_page(request, scene, sheet, form, act)


@require_POST
def approve(request: ViewerRequest, organisation: str, slug: str, extension: UUID) -> HttpResponse:
    scene, found = _extension(request, slug, extension)
    act = partial(actions.approve_extension, found, by=scene.viewer, now=clock.now(), today=scene.today)
    attempted(request, act, gettext("Förlängningen är godkänd."))
    return redirect(scene.placement_at(found.placement_id))


@require_POST
def drop(request: ViewerRequest, organisation: str, slug: str, extension: UUID) -> HttpResponse:
    scene, found = _extension(request, slug, extension)
    act = partial(actions.drop_extension, found, by=scene.viewer, now=clock.now(), today=scene.today)
    attempted(request, act, gettext("Förslaget gäller inte längre. Den sista dagen är som förut."))
    return redirect(scene.placement_at(found.placement_id))


@require_http_methods(["GET", "POST"])
def close(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    scene, found = _found(request, slug, placement)
    form = CloseForm(typed(request), initial={"on": min(scene.today, found.planned_last)})

    def act() -> None:
        said = form.cleaned_data
        actions.close_placement(
            found, said["result"], said["outcome"], on=said["on"], by=scene.viewer, now=clock.now(), today=scene.today
        )

    lead = gettext("Platsen blir ledig från dagen efter. Båda parter får veta det.")
    sheet = Sheet(gettext("Avsluta placeringen"), gettext("Avsluta"), _back(scene, found), lead)
    return form_page(request, scene, sheet, form, act, gettext("Placeringen är avslutad."))


@require_http_methods(["GET", "POST"])
def say_outcome(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    """Where it led, as one's own organisation has come to know."""
    scene, found = _found(request, slug, placement)
    own = Closing.objects.visible_to(scene.viewer).filter(placement=found, organisation_id=scene.viewer.organisation_id)
    said = own.first()
    form = OutcomeForm(typed(request), initial={"outcome": said.outcome if said else None})

    def act() -> None:
        outcome = form.cleaned_data["outcome"]
        actions.say_outcome(found, outcome, by=scene.viewer, now=clock.now(), today=scene.today)

    sheet = Sheet(gettext("Vad placeringen ledde till"), gettext("Spara"), _back(scene, found))
    return form_page(request, scene, sheet, form, act, gettext("Det är inskrivet."))


@require_http_methods(["GET", "POST"])
def cancel(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    """It does not come to be: the place is free again."""
    scene, found = _found(request, slug, placement)
    form = CancelForm(typed(request), reasons=FALLING)

    def act() -> None:
        said = form.cleaned_data
        actions.cancel_placement(
            found, said["because"], again=said["again"], by=scene.viewer, now=clock.now(), today=scene.today
        )

    lead = gettext("Platsen blir ledig genast. Har deltagaren börjat avslutar ni placeringen i stället.")
    sheet = Sheet(gettext("Placeringen blir inte av"), gettext("Den blir inte av"), _back(scene, found), lead)
    return form_page(request, scene, sheet, form, act, gettext("Placeringen blir inte av. Platsen är ledig igen."))


def _found(request: ViewerRequest, slug: str, placement: UUID) -> tuple[Scene, Placement]:
    scene = working_scene(request, slug)
    return scene, placement_or_404(scene, placement)


def _extension(request: ViewerRequest, slug: str, extension: UUID) -> tuple[Scene, Extension]:
    scene = working_scene(request, slug)
    rows = Extension.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pk=extension)
    found = rows.select_related("placement__partnership").first()
    if found is None:
        raise Http404
    return scene, found


def _back(scene: Scene, placement: Placement) -> Place:
    return Place(placement.known_as, scene.placement_at(placement.pk))
