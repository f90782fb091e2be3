"""The invitation as a file, for a calendar that did not get it by mail."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings.invitations import invitation_for
from samsyn.web.meetings.views.scene import meeting_or_404, scene_or_404
from samsyn.web.organisations.models import Person
from samsyn.web.project import clock


@require_GET
def invitation(request: ViewerRequest, organisation: str, slug: str, meeting: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = meeting_or_404(scene, meeting)
    person = Person.objects.filter(pk=scene.viewer.person_id).first()
    body = invitation_for(found, person, clock.now(), request.build_absolute_uri(scene.address(found)))
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.body}-{found.number}.ics"'
    return answer
