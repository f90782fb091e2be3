"""The tablets: which there are, a link for a new one, and the end of one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.forms import DeviceForm
from samsyn.web.tallies.models import Device
from samsyn.web.tallies.presenters.devices import square
from samsyn.web.tallies.views.scene import (
    Scene,
    Sheet,
    answering_scene,
    counting_scene,
    form_page,
    pressed,
    scene_or_404,
)


@require_GET
def devices(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, pad)
    if not (scene.counts or scene.answers):
        require(request.viewer, Permission.WORK)
    found = _of(scene).select_related("made_by")
    context = scene.context("devices") | {
        "live": [each for each in found if each.revoked_at is None],
        "revoked": [each for each in found if each.revoked_at is not None],
    }
    return render(request, "tallies/devices.html", context)


@require_http_methods(["GET", "POST"])
def make(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = counting_scene(request.viewer, slug, pad)
    form = DeviceForm(request.POST or None)
    sheet = Sheet(
        gettext("Lägg till en platta"),
        gettext("Lägg till"),
        gettext("En telefon eller surfplatta som bara räknar. Den loggar inte in och visar inget annat."),
    )

    def act(said: dict[str, object]) -> str:
        actions.make_device(
            scene.partnership, scene.pad.id, form.cleaned_data["name"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Plattan finns nu. Gör en länk till den, och öppna länken på plattan.")

    return form_page(request, scene, form, sheet, act, "devices/")


@require_POST
def link(request: ViewerRequest, organisation: str, slug: str, pad: str, device: UUID) -> HttpResponse:
    """The answer is a page and not a redirect: the code is shown once and kept nowhere."""
    scene = counting_scene(request.viewer, slug, pad)
    found = get_object_or_404(_of(scene), pk=device)
    if found.revoked_at is not None:
        return redirect(f"{scene.home}devices/")
    code = actions.invite(found, by=request.viewer, now=clock.now())
    address = request.build_absolute_uri(reverse("pad:join", args=[code]))
    context = scene.inside() | {"device": found, "address": address, "square": square(address)}
    return render(request, "tallies/link.html", context)


@require_POST
def revoke(request: ViewerRequest, organisation: str, slug: str, pad: str, device: UUID) -> HttpResponse:
    scene = answering_scene(request.viewer, slug, pad)
    found = get_object_or_404(_of(scene), pk=device)

    def act() -> str:
        actions.revoke_device(found, by=request.viewer, now=clock.now())
        return gettext("%(name)s är avkopplad och räknar inte mer.") % {"name": found.name}

    return pressed(request, scene, act, "devices/")


def _of(scene: Scene):  # type: ignore[no-untyped-def]
    return Device.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pad=scene.pad.id)
