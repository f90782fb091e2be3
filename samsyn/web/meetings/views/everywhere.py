"""All meetings of the acting organisation, over all partnerships: the only list that someone without a party has."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings.models import Attendance, Meeting
from samsyn.web.meetings.permissions import check_may_read
from samsyn.web.meetings.presenters.rows import row_of
from samsyn.web.meetings.queries import called_to, to_approve
from samsyn.web.project import clock

PER_PAGE = 30


@require_GET
def everywhere(request: ViewerRequest, organisation: str) -> HttpResponse:
    viewer, now = request.viewer, clock.now()
    check_may_read(viewer)
    coming = list(called_to(viewer, now)[:PER_PAGE])
    others = Meeting.objects.visible_to(viewer).exclude(pk__in=[each.pk for each in coming])
    page = Paginator(others.select_related("partnership").order_by("-starts_at", "pk"), PER_PAGE)
    past = page.get_page(request.GET.get("page"))
    mine = set(
        Attendance.objects.visible_to(viewer)
        .filter(person=viewer.person_id, organisation=viewer.organisation_id, meeting__in=[each.pk for each in coming])
        .values_list("meeting_id", flat=True)
    )
    context = {
        "today": clock.today(),
        "coming": [row_of(each, viewer, mine=each.pk in mine) for each in coming],
        "page": past,
        "past": [row_of(each, viewer) for each in past],
        "waiting": [row_of(each.meeting, viewer) for each in to_approve(viewer)],
    }
    return render(request, "meetings/everywhere.html", context)
