"""The host's day and the board; the one who refers reads the same, as far as it is shared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from samsyn.charts.places_over_time import places_over_time
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements import actions
from samsyn.web.placements.models import Attendance, Placement, TrainingPlace
from samsyn.web.placements.permissions import check_may_host
from samsyn.web.placements.presenters import board
from samsyn.web.placements.presenters.path import PathStep, path_of
from samsyn.web.placements.queries.following import Followed, attendance_on, followed
from samsyn.web.placements.queries.ground import Ground, ground_of
from samsyn.web.placements.views.scene import Scene, attempted, placement_or_404, scene_or_404, working_scene
from samsyn.web.project import clock
from samsyn.web.ui.components.words import datum

_SEEN_AFTER = timedelta(weeks=5)
"""So long an ended placement stays in the picture."""


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """To where one's own work begins."""
    scene = scene_or_404(request.viewer, slug, clock.today())
    room = "participants" if scene.sends and not scene.hosts else "day" if scene.works else "figures"
    return redirect(f"placements:{room}", organisation=organisation, slug=slug)


@require_GET
def day(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Who is here, one press each; what must be done; who comes tomorrow."""
    scene = working_scene(request, slug)
    shown = _day_in(request.GET.get("day", ""), scene)
    every = placements_in(scene)
    notes = followed(every, scene.viewer)
    whom = {each.pk: who_in(scene, each, notes) for each in every}
    there = board.there_on(every, shown)
    rows = board.rows_of_the_day([whom[each.pk] for each in there], attendance_on(shown, there, scene.viewer))
    tomorrow = board.next_weekday(shown)
    context = scene.context("day") | {
        "day": shown,
        "earlier": shown - timedelta(days=1) if shown > scene.ground.life.start else None,
        "later": shown + timedelta(days=1) if shown < scene.today else None,
        "rows": rows,
        "sum": board.sum_of_the_day(rows),
        "tomorrow": tomorrow,
        "tomorrow_is_next": tomorrow == shown + timedelta(days=1),
        "expected": sorted(
            (whom[each.pk] for each in board.there_on(every, tomorrow)), key=lambda one: (one.track, one.name)
        ),
        "due": due_in(scene, every, notes, whom),
        "states": Attendance.State,
    }
    return render(request, "placements/day.html", context)


@require_POST
def note(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    """One press: here, absent and notified, absent; or that the day's talk was had. Pressed again it is the same.

    The day is that of the page, also after midnight; for a day that is none nothing is noted.
    """
    scene = working_scene(request, slug)
    found = placement_or_404(scene, placement)
    check_may_host(request.viewer, found)
    try:
        shown = date.fromisoformat(request.POST.get("day", ""))
    except ValueError:
        messages.warning(request, gettext("Dagen gick inte att läsa. Inget är antecknat. Försök igen."))
        return redirect(f"{scene.home}day/")
    act = partial(
        actions.note_attendance,
        found,
        shown,
        request.POST.get("state", ""),
        talk=request.POST["talk"] == "1" if "talk" in request.POST else None,
        by=request.viewer,
        now=clock.now(),
        today=scene.today,
    )
    attempted(request, act)
    return redirect(f"{scene.home}day/?day={shown.isoformat()}#p-{found.pk}")


@require_GET
def places(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """All places over time, who starts and ends; the same as a table."""
    scene = working_scene(request, slug)
    every = placements_in(scene)
    notes = followed(every, scene.viewer)
    whom = [who_in(scene, each, notes) for each in every if each.fell_through_on is None]
    rows = _places(scene)
    starts, ends = board.coming_and_going(whom, scene.today)
    context = scene.context("places") | {
        "made": bool(rows),
        "drawings": _drawings(rows, every, notes, scene.today),
        "table": board.table_of_places(whom, lambda one: format_html('<a href="{}">{}</a>', one.url, one.name), datum),
        "starts": starts,
        "ends": ends,
        "due": due_in(scene, every, notes, {each.id: each for each in whom}),
        "pools": scene.pools if len(scene.pools) > 1 else (),
        "held": len(board.there_on(every, scene.today)),
    }
    return render(request, "placements/places.html", context)


@require_POST
def make_places(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The numbered places, as many as the agreement says."""
    scene = working_scene(request, slug)
    act = partial(
        actions.make_training_places,
        scene.partnership,
        scene.ground.pool.id,
        by=request.viewer,
        now=clock.now(),
        today=scene.today,
    )
    attempted(request, act, gettext("Platserna finns nu, så många som överenskommelsen säger."))
    return redirect("placements:places", organisation=organisation, slug=slug)


def placements_in(scene: Scene) -> list[Placement]:
    """Those that hold a place, or lately did, in the pool."""
    rows = Placement.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pool=scene.ground.pool.id)
    lately = scene.today - _SEEN_AFTER
    return list(rows.filter(Q(ended_on=None, fell_through_on=None) | Q(ended_on__gte=lately)))


def due_in(
    scene: Scene, every: Iterable[Placement], notes: dict[UUID, Followed], whom: dict[UUID, board.Who]
) -> list[board.Due]:
    """Steps that are due or whose day has passed, by day."""
    found = []
    for each in every:
        if each.fell_through_on is None and each.ended_on is None and each.pk in whom:
            found += [board.Due(whom[each.pk], step) for step in path_in(scene, each, notes[each.pk]) if step.is_open]
    return sorted(found, key=lambda one: (one.step.due, one.who.name))


def path_in(scene: Scene, placement: Placement, notes: Followed) -> list[PathStep]:
    ground = ground_of_start(scene, placement)
    return path_of(
        placement,
        ground,
        notes.steps,
        notes.assessments,
        mine=scene.viewer.organisation_id,
        name=scene.name,
        at=scene.placement_at(placement.pk),
        today=scene.today,
    )


def ground_of_start(scene: Scene, placement: Placement) -> Ground:
    """The terms of its first day; asked for once where nothing has changed since."""
    terms = terms_on(scene.dossier, placement.first_day, scene.today)
    if terms is scene.ground.terms and placement.pool == scene.ground.pool.id:
        return scene.ground
    return ground_of(scene.partnership, placement.pool, placement.first_day, scene.today)


def who_in(scene: Scene, placement: Placement, notes: dict[UUID, Followed]) -> board.Who:
    return board.who_of(placement, notes.get(placement.pk), scene.ground.tracks, scene.home, scene.today)


def _places(scene: Scene) -> list[TrainingPlace]:
    rows = TrainingPlace.objects.visible_to(scene.viewer)
    mine = rows.filter(partnership=scene.partnership, pool=scene.ground.pool.id)
    return list(mine.filter(Q(until=None) | Q(until__gt=scene.today)))


def _drawings(
    rows: list[TrainingPlace], every: list[Placement], notes: dict[UUID, Followed], today: date
) -> list[SafeString]:
    numbers = {each.number for each in rows}
    if not numbers:
        return []
    kept = {
        key: Followed(one.steps, one.assessments, [time for time in one.times if time.place.number in numbers])
        for key, one in notes.items()
    }
    by_id = {each.pk: each for each in every}
    wide, narrow = board.pictures(rows, by_id, kept, today)
    return [SafeString(places_over_time(wide, "wide")), SafeString(places_over_time(narrow, "narrow"))]


def _day_in(typed: str, scene: Scene) -> date:
    """A day of the agreement that is named in the address; anything else, and what is still to come, is today."""
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        return scene.today
    return found if scene.ground.life.start <= found < scene.today else scene.today
