"""One's own shifts: what one has, what is free, and what one has worked. Made for a phone."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.shifts import actions
from samsyn.web.shifts.forms import ReportForm
from samsyn.web.shifts.models import FeedKey
from samsyn.web.shifts.presenters.rows import row_of
from samsyn.web.shifts.queries.lists import mine as lists_of
from samsyn.web.shifts.views.scene import Sheet, form_page, ones_own_or_404, pressed
from samsyn.web.ui.formats import civil_date


@require_GET
def mine(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = ones_own_or_404(request.viewer, slug)
    found = lists_of(scene.viewer, scene.partnership.pk, scene.workers, scene.now)
    context = {
        "partnership": scene.partnership,
        "home": scene.home,
        "coming": [row_of(each, scene.names, scene.now) for each in found.coming],
        "to_report": [row_of(each, scene.names, scene.now) for each in found.to_report],
        "to_take": [row_of(each, scene.names, scene.now, beside=found.coming) for each in found.to_take],
        "has_calendar": FeedKey.objects.of_oneself(scene.viewer).open().exists(),
    }
    return render(request, "shifts/mine.html", context)


@require_POST
def take(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = ones_own_or_404(request.viewer, slug)
    found = scene.to_take(shift)

    def act() -> str:
        done = actions.take(found, scene.workers[0], by=scene.viewer, now=clock.now())
        row = row_of(done, scene.names, scene.now)
        return gettext("Passet är ditt: %(day)s %(times)s.") % {
            "day": civil_date(row.day, "weekday"),
            "times": row.times,
        }

    return pressed(request, scene, act)


@require_POST
def offer(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = ones_own_or_404(request.viewer, slug)
    found = scene.own(shift)

    def act() -> str:
        actions.offer(found, by=scene.viewer, now=clock.now())
        return gettext("De andra ser att du söker någon som tar över. Passet är ditt tills någon gör det.")

    return pressed(request, scene, act)


@require_POST
def keep(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = ones_own_or_404(request.viewer, slug)
    found = scene.own(shift)

    def act() -> str:
        actions.keep(found, by=scene.viewer, now=clock.now())
        return gettext("Du behåller passet.")

    return pressed(request, scene, act)


@require_http_methods(["GET", "POST"])
def give_up(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    """Asked once more: it cannot be undone if somebody else takes it."""
    scene = ones_own_or_404(request.viewer, slug)
    found = scene.own(shift)
    row = row_of(found, scene.names, scene.now)
    lead = gettext(
        "%(day)s %(times)s. Passet blir ledigt, och den som ansvarar får veta att någon annan behövs. Kan du vänta "
        "kan du byta i stället: då är passet ditt tills någon tar över."
    ) % {"day": civil_date(row.day, "weekday").capitalize(), "times": row.times}
    form = forms.Form(request.POST if request.method == "POST" else None)

    def act() -> str:
        actions.give_up(found, by=scene.viewer, now=clock.now())
        return gettext("Passet är avbokat. Den som ansvarar har fått veta det.")

    return form_page(request, scene, form, Sheet(gettext("Avboka passet"), gettext("Avboka"), lead), act)


@require_http_methods(["GET", "POST"])
def report(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = ones_own_or_404(request.viewer, slug)
    found = scene.own(shift)
    row = row_of(found, scene.names, scene.now)
    form = ReportForm(request.POST or None, initial={"hours": found.hours})
    lead = f"{civil_date(row.day, 'weekday').capitalize()} {row.times}, {row.function}."

    def act() -> str:
        actions.report(found, form.cleaned_data["hours"], by=scene.viewer, now=clock.now())
        return gettext("Timmarna är rapporterade. Tack.")

    return form_page(
        request, scene, form, Sheet(gettext("Hur många timmar blev det?"), gettext("Rapportera"), lead), act
    )
