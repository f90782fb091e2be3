"""Writing the minutes, at the table or afterwards, and putting them before the parties."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.meetings import Act, State, may_happen
from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings import actions
from samsyn.web.meetings.actions.checks import why_not
from samsyn.web.meetings.actions.decide import open_assumptions
from samsyn.web.meetings.forms import GuestForm
from samsyn.web.meetings.models import Attendance, Decision, Meeting
from samsyn.web.meetings.presenters.rows import name_of
from samsyn.web.meetings.queries import latest_minutes, state_of_meeting
from samsyn.web.meetings.views.desk import Desk
from samsyn.web.meetings.views.scene import Scene, attempted, meeting_or_404, tried, working_scene
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def write(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    if elsewhere := _not_now(request, scene, found):
        return elsewhere
    desk = _desk(request, scene, found)
    if request.method == "POST" and _saved(scene, desk):
        return redirect(f"{_address(scene, found)}#{_where(request)}")
    return _page(request, scene, found, desk)


@require_POST
def add_guest(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    form = GuestForm(request.POST, prefix="guest", organisations=scene.organisations())

    def act() -> None:
        typed = form.cleaned_data
        whose = UUID(typed["organisation"])
        actions.add_guest(found, whose, typed["function"], typed["name"], by=scene.viewer, now=clock.now())

    return _after_saving(request, scene, found, lambda: form.is_valid() and tried(form, act), form)


@require_POST
def remove_guest(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, attendance: UUID) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    guest = Attendance.objects.visible_to(scene.viewer).filter(meeting=found, pk=attendance).first()

    def act() -> bool:
        if guest is not None:
            attempted(request, partial(actions.remove_guest, guest, by=scene.viewer, now=clock.now()))
        return True

    return _after_saving(request, scene, found, act)


@require_POST
def remove_decision(
    request: ViewerRequest, organisation: str, slug: str, meeting: UUID, decision: UUID
) -> HttpResponse:
    scene, found = _scene(request, slug, meeting)
    one = Decision.objects.visible_to(scene.viewer).filter(meeting=found, pk=decision).first()

    def act() -> bool:
        if one is not None:
            attempted(request, partial(actions.remove_decision, one, by=scene.viewer, now=clock.now()))
        return True

    return _after_saving(request, scene, found, act)


@require_POST
def put_forward(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    """What was typed is saved first: the text that is frozen is the one on the page."""
    scene, found = _scene(request, slug, meeting)
    if elsewhere := _not_now(request, scene, found):
        return elsewhere
    desk = _desk(request, scene, found)
    if not _saved(scene, desk):
        return _page(request, scene, found, desk)
    act = partial(actions.put_forward_minutes, found, by=scene.viewer, now=clock.now(), today=scene.today)
    done = gettext("Protokollet ligger nu hos parterna. Varje part godkänner det eller skickar tillbaka det.")
    if attempted(request, act, done):
        return redirect(scene.address(found))
    return redirect(_address(scene, found))


def _after_saving(
    request: ViewerRequest, scene: Scene, meeting: Meeting, act: Callable[[], bool], guest: GuestForm | None = None
) -> HttpResponse:
    """A button in the middle of the page: first what was typed around it, then what it says."""
    if elsewhere := _not_now(request, scene, meeting):
        return elsewhere
    desk = _desk(request, scene, meeting)
    saved = _saved(scene, desk)
    if act() and saved:
        return redirect(f"{_address(scene, meeting)}#{_where(request)}")
    return _page(request, scene, meeting, desk if not saved else _fresh(scene, meeting), guest)


def _scene(request: ViewerRequest, slug: str, meeting: UUID) -> tuple[Scene, Meeting]:
    scene = working_scene(request.viewer, slug, clock.today())
    return scene, meeting_or_404(scene, meeting)


def _address(scene: Scene, meeting: Meeting) -> str:
    return f"{scene.address(meeting)}minutes/"


def _not_now(request: ViewerRequest, scene: Scene, meeting: Meeting) -> HttpResponse | None:
    """Back to the meeting, with the reason, when its minutes are not being written."""
    state = state_of_meeting(meeting, latest_minutes(meeting))
    if may_happen(Act.WRITE, state):
        return None
    if state != State.MINUTED or request.method == "GET":
        messages.warning(request, why_not(state))
    return redirect(scene.address(meeting))


def _desk(request: ViewerRequest, scene: Scene, meeting: Meeting) -> Desk:
    data = request.POST if request.method == "POST" else None
    questions = open_assumptions(meeting, scene.today)
    return Desk(meeting, data, organisations=scene.organisations(), questions=questions)


def _fresh(scene: Scene, meeting: Meeting) -> Desk:
    questions = open_assumptions(meeting, scene.today)
    return Desk(meeting, None, organisations=scene.organisations(), questions=questions)


def _saved(scene: Scene, desk: Desk) -> bool:
    return desk.save(by=scene.viewer, now=clock.now(), today=scene.today)


def _where(request: ViewerRequest) -> str:
    """Which part of the page the writer was at, so that the page opens there."""
    at = request.POST.get("at", "")
    return at if at.replace("-", "").isalnum() and at.isascii() else "content"


def _page(
    request: ViewerRequest, scene: Scene, meeting: Meeting, desk: Desk, guest: GuestForm | None = None
) -> HttpResponse:
    latest = latest_minutes(meeting)
    context = scene.context(Place(name_of(meeting), scene.address(meeting))) | {
        "meeting": meeting,
        "desk": desk,
        "guest": guest or GuestForm(prefix="guest", organisations=scene.organisations()),
        "remarks": [each for each in latest.answers.all() if not each.approved] if latest else [],
        "address": _address(scene, meeting),
        "back": scene.address(meeting),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "meetings/minutes.html", context, status=status)
