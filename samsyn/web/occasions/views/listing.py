"""What is planned and what has been."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.occasions.presenters.lists import lines_of, shared_lines, weeks_of
from samsyn.web.occasions.queries.lists import coming, not_noted, of_month, opened_by_others
from samsyn.web.occasions.views.scene import scene_or_404
from samsyn.web.project import clock

AHEAD = timedelta(days=62)


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    viewer, partnership = request.viewer, scene.partnership
    now = clock.now()
    late = not_noted(viewer, partnership, now)
    planned = coming(viewer, partnership, now, scene.today + AHEAD)
    shown = lines_of(viewer, scene.names, [*late, *planned])
    others = opened_by_others(viewer, partnership, scene.today, scene.today + AHEAD)
    context = scene.context("") | {
        "late": [shown[each.pk] for each in late],
        "weeks": weeks_of([shown[each.pk] for each in planned], scene.today),
        "others": shared_lines(others, scene.dossier),
        "until": scene.today + AHEAD,
        "activities": scene.activities,
    }
    return render(request, "occasions/home.html", context)


@require_GET
def past(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    month = month_in(request.GET.get("month", ""), scene.today)
    found = of_month(request.viewer, scene.partnership, month, scene.today)
    shown = lines_of(request.viewer, scene.names, found)
    later = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    context = scene.context("past") | {
        "month": month,
        "lines": [shown[each.pk] for each in found],
        "earlier": f"{month - timedelta(days=1):%Y-%m}",
        "later": f"{later:%Y-%m}" if later <= scene.today else "",
    }
    return render(request, "occasions/past.html", context)


def month_in(typed: str, today: date) -> date:
    """The first day of a month named in an address, not one to come; anything else is this month."""
    try:
        first = date.fromisoformat(f"{typed}-01")
    except ValueError:
        first = today
    return (first if date(2000, 1, 1) <= first <= today else today).replace(day=1)
