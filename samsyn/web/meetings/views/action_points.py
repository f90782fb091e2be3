"""What there is to do in a partnership, and saying that it is done."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings import actions
from samsyn.web.meetings.forms import DoneForm, DropForm
from samsyn.web.meetings.models import ActionPoint
from samsyn.web.meetings.views.scene import Scene, scene_of_party, tried, working_scene
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place

LATELY = 20


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_of_party(request.viewer, slug, clock.today())
    every = ActionPoint.objects.visible_to(scene.viewer).filter(partnership=scene.partnership)
    every = every.select_related("organisation", "meeting")
    closed = every.exclude(done_on=None, dropped_on=None).order_by("-done_on", "-dropped_on")
    context = scene.context() | {
        "open": every.open().order_by("due", "added_at"),
        "closed": closed[:LATELY],
        "address": _address(scene),
    }
    return render(request, "meetings/actions.html", context)


@require_http_methods(["GET", "POST"])
def finish(request: ViewerRequest, organisation: str, slug: str, action: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, action)
    form = DoneForm(request.POST if request.method == "POST" else None, initial={"done_on": scene.today})

    def act() -> None:
        typed = form.cleaned_data
        actions.finish_action(
            found, typed["done_on"], typed["says"], by=scene.viewer, now=clock.now(), today=scene.today
        )

    if form.is_valid() and tried(form, act):
        messages.success(request, gettext("Det är gjort och följer inte med till nästa möte."))
        return redirect(_address(scene))
    return _page(request, scene, found, form, gettext("Det är gjort"), gettext("Skriv att det är gjort"))


@require_http_methods(["GET", "POST"])
def drop(request: ViewerRequest, organisation: str, slug: str, action: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, action)
    form = DropForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        because = form.cleaned_data["because"]
        actions.drop_action(found, because, by=scene.viewer, now=clock.now(), today=scene.today)

    if form.is_valid() and tried(form, act):
        messages.success(request, gettext("Det är struket. Skälet står kvar i listan."))
        return redirect(_address(scene))
    return _page(request, scene, found, form, gettext("Stryk det"), gettext("Stryk"))


def _scene(request: ViewerRequest, slug: str, action: UUID) -> tuple[Scene, ActionPoint]:
    scene = working_scene(request.viewer, slug, clock.today())
    mine = ActionPoint.objects.visible_to(scene.viewer).filter(partnership=scene.partnership)
    return scene, get_object_or_404(mine.select_related("organisation"), pk=action)


def _address(scene: Scene) -> str:
    return f"{scene.home}actions/"


def _page(
    request: ViewerRequest, scene: Scene, action: ActionPoint, form: Form, title: str, button: str
) -> HttpResponse:
    lead = f"{action.organisation.name}: {action.says}"
    said = {"form": form, "title": title, "button": button, "lead": lead, "back": _address(scene)}
    context = scene.context(Place(gettext("Att göra"), _address(scene))) | said
    return render(request, "meetings/form.html", context, status=422 if form.is_bound else 200)
