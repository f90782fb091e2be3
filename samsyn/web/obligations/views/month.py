"""A month of a partnership as a calendar."""

from __future__ import annotations

import re
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.quantities import DateRange, add_months, end_of_month
from samsyn.rules.timeline import life
from samsyn.web.access.request import ViewerRequest
from samsyn.web.obligations.presenters.grouping import month_name
from samsyn.web.obligations.presenters.month import days_with_something, weeks_of
from samsyn.web.obligations.views.scene import scene_or_404
from samsyn.web.project import clock

_MONTH = re.compile(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", re.ASCII)


@require_GET
def month(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """`?month=2026-11`; without it the month of today, or the nearest one in the agreement's life."""
    scene = scene_or_404(request.viewer, slug, clock.today())
    span = life(scene.dossier, scene.today)
    first = chosen_month(request.GET.get("month", ""), scene.today, span)
    choices = scene.choices()
    chosen = choices.chosen(request.GET)
    found = scene.narrowed(chosen).between(first, end_of_month(first)).dated()
    weeks = weeks_of(first, scene.rows(found), scene.today)
    more = {
        "filters": choices.form(request.GET, without=["period"]),
        "month": first.strftime("%Y-%m"),
        "title": month_name(first),
        "weeks": weeks,
        "days": days_with_something(weeks),
        "before": _step(first, -1, span, chosen),
        "after": _step(first, 1, span, chosen),
    }
    return render(request, "obligations/month.html", scene.context("calendar") | more)


def chosen_month(text: str, today: date, span: DateRange) -> date:
    """The first day of the month asked for; what is no month of our time is read as no wish."""
    if _MONTH.fullmatch(text):
        return date.fromisoformat(f"{text}-01")
    return min(max(today, span.start), span.last).replace(day=1)


def _step(first: date, months: int, span: DateRange, chosen: dict[str, str]) -> dict[str, str] | None:
    """Address and name of the month beside; None a year outside the agreement's life, where nothing more comes."""
    there = add_months(first, months)
    if there < add_months(span.start.replace(day=1), -1) or there > add_months(span.last, 12):
        return None
    kept = "".join(f"&{name}={chosen[name]}" for name in ("party", "kind", "state") if chosen[name])
    return {"url": f"?month={there:%Y-%m}{kept}", "name": month_name(there)}
