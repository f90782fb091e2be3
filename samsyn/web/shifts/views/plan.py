"""For staff: the occasions of the coming weeks, their shifts and who is on them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.roster.queries import workers_on
from samsyn.web.shifts import actions
from samsyn.web.shifts.forms import MakeForm, PutOnForm, ReportForm
from samsyn.web.shifts.presenters.planned import card_of
from samsyn.web.shifts.presenters.rows import row_of
from samsyn.web.shifts.queries.lists import at
from samsyn.web.shifts.queries.lists import planned as planned_occasions
from samsyn.web.shifts.views.scene import Planning, Sheet, form_page, planning_or_404, pressed
from samsyn.web.ui.components.words import Place


@require_GET
def planned(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = planning_or_404(request.viewer, slug)
    occasions = planned_occasions(request.viewer, scene.partnership.pk, scene.now)
    shifts = at(request.viewer, occasions)
    cards = [card_of(each, shifts[each.pk], scene.names, scene.now) for each in occasions]
    return render(request, "shifts/planned.html", scene.context() | {"cards": cards, "ways": scene.ways})


@require_GET
def at_occasion(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = planning_or_404(request.viewer, slug)
    found = scene.occasion(occasion)
    card = card_of(found, at(request.viewer, [found])[found.pk], scene.names, scene.now)
    inside = scene.context(Place(gettext("Pass"), scene.home))
    context = inside | {"card": card, "occasion": found, "is_planned": found.state == "planned"}
    return render(request, "shifts/at.html", context)


@require_http_methods(["GET", "POST"])
def make(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = planning_or_404(request.viewer, slug, Permission.WORK)
    found = scene.occasion(occasion)
    form = MakeForm(request.POST or None, in_series=found.series_id is not None)
    sheet = Sheet(
        gettext("Lägg ut pass"),
        gettext("Lägg ut"),
        gettext("Passen är lediga tills någon tar dem eller ni sätter någon på dem."),
    )

    def act() -> str:
        typed = form.cleaned_data
        said = {"made": typed["made"], "by": request.viewer, "now": clock.now()}
        if typed.get("whole_series") and found.series is not None:
            rows = actions.make_shifts_of_series(found.series, typed["function"], typed["n"], form.times(), **said)
        else:
            rows = actions.make_shifts(found, typed["function"], typed["n"], form.times(), **said)
        return ngettext("%(n)s pass är utlagt.", "%(n)s pass är utlagda.", len(rows)) % {"n": len(rows)}

    return form_page(request, scene, form, sheet, act, _back(scene, occasion))


@require_http_methods(["GET", "POST"])
def put_on(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = planning_or_404(request.viewer, slug, Permission.WORK)
    found = scene.shift(shift)
    form = PutOnForm(request.POST or None, workers=workers_on(request.viewer, scene.partnership, found.occasion.day))
    row = row_of(found, scene.names, scene.now)
    sheet = Sheet(gettext("Sätt någon på passet"), gettext("Sätt på"), f"{row.activity}, {row.function}, {row.times}.")

    def act() -> str:
        actions.put_on(found, form.chosen(), by=request.viewer, now=clock.now())
        return gettext("Passet är tillsatt.")

    return form_page(request, scene, form, sheet, act, _back(scene, found.occasion_id))


@require_http_methods(["GET", "POST"])
def report(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = planning_or_404(request.viewer, slug, Permission.WORK)
    found = scene.shift(shift)
    form = ReportForm(request.POST or None, initial={"hours": found.hours})
    row = row_of(found, scene.names, scene.now)
    sheet = Sheet(gettext("Timmar på passet"), gettext("Rapportera"), f"{row.who}, {row.function}, {row.times}.")

    def act() -> str:
        actions.report(found, form.cleaned_data["hours"], by=request.viewer, now=clock.now())
        return gettext("Timmarna är rapporterade.")

    return form_page(request, scene, form, sheet, act, _back(scene, found.occasion_id))


@require_POST
def take_off(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = planning_or_404(request.viewer, slug, Permission.WORK)
    found = scene.shift(shift)

    def act() -> str:
        actions.take_off(found, by=request.viewer, now=clock.now())
        return gettext("Passet är ledigt.")

    return pressed(request, scene, act, _back(scene, found.occasion_id))


@require_POST
def cancel(request: ViewerRequest, organisation: str, slug: str, shift: UUID) -> HttpResponse:
    scene = planning_or_404(request.viewer, slug, Permission.WORK)
    found = scene.shift(shift)

    def act() -> str:
        actions.cancel(found, by=request.viewer, now=clock.now())
        return gettext("Passet är struket.")

    return pressed(request, scene, act, _back(scene, found.occasion_id))


def _back(scene: Planning, occasion: UUID) -> str:
    return f"{scene.home}at/{occasion}/"
