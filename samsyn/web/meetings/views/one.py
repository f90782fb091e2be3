"""One meeting: when, where, who, what; then what was said and decided, and what happens next."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.meetings import civil_day
from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.presenters.one import answers_of, seated, standing_of
from samsyn.web.meetings.presenters.rows import STATE_KINDS, hours, name_of, state_words
from samsyn.web.meetings.queries import latest_minutes
from samsyn.web.meetings.views.scene import Scene, meeting_or_404, scene_or_404
from samsyn.web.project import clock


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = meeting_or_404(scene, meeting)
    minutes = latest_minutes(found)
    standing = standing_of(found, minutes, scene.viewer, scene.today)
    context = scene.context() | _papers(scene, found)
    context |= {
        "meeting": found,
        "name": name_of(found),
        "hours": hours(found),
        "standing": standing,
        "state": state_words(standing.state),
        "state_kind": STATE_KINDS.get(standing.state, "plain"),
        "minutes": minutes,
        "answers": answers_of(minutes),
        "address": scene.address(found),
        "day": civil_day(found.starts_at),
        "to_write": f"{scene.address(found)}minutes/",
        "to_read": f"{scene.address(found)}minutes/{minutes.revision}/" if minutes else "",
        "to_hold": f"{scene.address(found)}hold/",
    }
    return render(request, "meetings/one.html", context)


def _papers(scene: Scene, meeting: Meeting) -> dict[str, object]:
    viewer = scene.viewer
    attendances = meeting.attendances.visible_to(viewer).select_related("organisation", "person").order_by("pk")
    items = meeting.items.visible_to(viewer).prefetch_related("decisions")
    return {
        "seated": seated(attendances),
        "items": list(items),
        "loose": list(meeting.decisions.visible_to(viewer).filter(item=None)),
        "actions": list(meeting.actions_agreed.visible_to(viewer).select_related("organisation").order_by("due", "pk")),
    }
