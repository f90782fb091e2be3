"""The agenda, item by item, for any party."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules.meetings import Act, civil_day, may_happen
from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings import actions
from samsyn.web.meetings.forms import ItemForm
from samsyn.web.meetings.models import AgendaItem, Meeting
from samsyn.web.meetings.presenters.rows import name_of
from samsyn.web.meetings.queries import latest_minutes, state_of_meeting
from samsyn.web.meetings.views.scene import Scene, attempted, meeting_or_404, tried, working_scene
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def agenda(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    return _page(request, scene, found, ItemForm())


@require_POST
def add(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    form = ItemForm(request.POST)

    def act() -> None:
        typed = form.cleaned_data
        actions.add_item(found, typed["title"], typed["background"], by=scene.viewer, now=clock.now())

    if form.is_valid() and tried(form, act):
        return redirect(_agenda(scene, found))
    return _page(request, scene, found, form)


@require_http_methods(["GET", "POST"])
def edit(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, item: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    one = _item_or_404(found, item)
    initial = {"title": one.title, "background": one.background}
    form = ItemForm(request.POST if request.method == "POST" else None, initial=initial)

    def act() -> None:
        typed = form.cleaned_data
        actions.edit_item(one, typed["title"], typed["background"], by=scene.viewer, now=clock.now())

    if form.is_valid() and tried(form, act):
        return redirect(_agenda(scene, found))
    places = (Place(name_of(found), scene.address(found)), Place(gettext("Dagordning"), _agenda(scene, found)))
    said = {"title": gettext("Ändra punkten"), "button": gettext("Spara"), "back": places[1].url}
    context = scene.context(*places) | {"form": form, **said}
    return render(request, "meetings/form.html", context, status=422 if form.is_bound else 200)


@require_POST
def move(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, item: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    one, up = _item_or_404(found, item), request.POST.get("to") == "up"
    attempted(request, lambda: actions.move_item(one, up=up, by=scene.viewer, now=clock.now()))
    return redirect(f"{_agenda(scene, found)}#item-{one.pk}")


@require_POST
def remove(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, item: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    one = AgendaItem.objects.visible_to(scene.viewer).filter(meeting=found, pk=item).first()
    if one is not None:
        attempted(request, lambda: actions.remove_item(one, by=scene.viewer, now=clock.now()))
    return redirect(_agenda(scene, found))


def _scene(request: ViewerRequest, slug: str, meeting: UUID) -> tuple[Scene, Meeting]:
    scene = working_scene(request.viewer, slug, clock.today())
    return scene, meeting_or_404(scene, meeting)


def _item_or_404(meeting: Meeting, item: UUID) -> AgendaItem:
    return get_object_or_404(AgendaItem.objects.filter(meeting=meeting).select_related("meeting"), pk=item)


def _agenda(scene: Scene, meeting: Meeting) -> str:
    return f"{scene.address(meeting)}agenda/"


def _page(request: ViewerRequest, scene: Scene, meeting: Meeting, form: ItemForm) -> HttpResponse:
    state = state_of_meeting(meeting, latest_minutes(meeting))
    context = scene.context(Place(name_of(meeting), scene.address(meeting))) | {
        "meeting": meeting,
        "day": civil_day(meeting.starts_at),
        "items": list(meeting.items.all()),
        "form": form,
        "open": may_happen(Act.AGENDA, state),
        "address": _agenda(scene, meeting),
        "back": scene.address(meeting),
    }
    return render(request, "meetings/agenda.html", context, status=422 if form.is_bound else 200)
