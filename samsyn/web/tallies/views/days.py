"""Days that are closed, cancelled or held, and periods that are finished with."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules.opening import day_state, weeks_to_set
from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.forms import BecauseForm, DaysForm, DecideForm, MarkForm, ShutForm
from samsyn.web.tallies.models import ClosedPeriod, Closure, HeldDay
from samsyn.web.tallies.queries.figures import closed, closures_of, marks_of, piles
from samsyn.web.tallies.views.scene import (
    Sheet,
    answering_scene,
    counting_scene,
    form_page,
    pressed,
    scene_or_404,
)
from samsyn.web.ui.formats import civil_date


@require_GET
def days(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, pad)
    shut = closures_of(request.viewer, scene.partnership.pk, scene.pad.id)
    context = scene.context("days") | {
        "closures": shut,
        "marked": marks_of(request.viewer, scene.partnership.pk, scene.pad.id),
        "now": day_state(scene.terms, scene.pad.site, scene.today, closed(shut)),
        "hours": [each for each in scene.terms.opening.values() if each.applies and each.site == scene.pad.site],
        "to_set": weeks_to_set(scene.terms, scene.pad.site, scene.today.year, closed(shut)),
    }
    return render(request, "tallies/days.html", context)


@require_http_methods(["GET", "POST"])
def mark(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = counting_scene(request.viewer, slug, pad)
    form = MarkForm(request.POST or None, initial={"day": scene.today})
    sheet = Sheet(gettext("En dag som hölls eller ställs in"), gettext("Skriv in"))

    def act(said: dict[str, object]) -> str:
        typed = form.cleaned_data
        actions.mark_day(
            scene.partnership, scene.pad.id, typed["day"], typed["state"], typed["reason"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Dagen är inskriven.")

    return form_page(request, scene, form, sheet, act, "days/")


@require_http_methods(["GET", "POST"])
def shut(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = counting_scene(request.viewer, slug, pad)
    form = ShutForm(request.POST or None)
    sheet = Sheet(gettext("Dagar då det är stängt"), gettext("Skriv in"), gettext("De räknas inte som öppna dagar."))

    def act(said: dict[str, object]) -> str:
        actions.close_days(
            scene.partnership, scene.pad.id, form.days(), form.cleaned_data["why"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("De stängda dagarna är inskrivna.")

    return form_page(request, scene, form, sheet, act, "days/")


@require_POST
def unmark(request: ViewerRequest, organisation: str, slug: str, pad: str, marked: UUID) -> HttpResponse:
    scene = counting_scene(request.viewer, slug, pad)
    rows = HeldDay.objects.visible_to(request.viewer).filter(partnership=scene.partnership, pad=scene.pad.id)
    found = get_object_or_404(rows, pk=marked)

    def act() -> str:
        actions.unmark_day(found, by=request.viewer, now=clock.now())
        return gettext("Det står inte längre något om dagen.")

    return pressed(request, scene, act, "days/")


@require_POST
def unshut(request: ViewerRequest, organisation: str, slug: str, pad: str, closure: UUID) -> HttpResponse:
    scene = counting_scene(request.viewer, slug, pad)
    rows = Closure.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    found = get_object_or_404(rows, pk=closure)

    def act() -> str:
        actions.open_days(found, by=request.viewer, now=clock.now())
        return gettext("Dagarna är öppna som vanligt igen.")

    return pressed(request, scene, act, "days/")


@require_GET
def periods(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, pad)
    rows = ClosedPeriod.objects.visible_to(request.viewer).filter(partnership=scene.partnership, pad=scene.pad.id)
    found = rows.select_related("closed_by", "reopened_by")
    return render(request, "tallies/periods.html", scene.context("periods") | {"periods": found})


@require_http_methods(["GET", "POST"])
def close(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = answering_scene(request.viewer, slug, pad)
    form = DaysForm(request.POST or None)
    sheet = Sheet(
        gettext("Stäng en period"),
        gettext("Stäng perioden"),
        gettext(
            "När siffrorna är lämnade ska de stå fast. Det som kommer sedan väntar på beslut och räknas inte förrän då."
        ),
    )

    def act(said: dict[str, object]) -> str:
        actions.close_period(
            scene.partnership, scene.pad.id, form.days(), by=request.viewer, now=clock.now(), today=scene.today
        )
        return gettext("Perioden är stängd.")

    return form_page(request, scene, form, sheet, act, "periods/")


@require_http_methods(["GET", "POST"])
def reopen(request: ViewerRequest, organisation: str, slug: str, pad: str, period: UUID) -> HttpResponse:
    scene = answering_scene(request.viewer, slug, pad)
    rows = ClosedPeriod.objects.visible_to(request.viewer).filter(partnership=scene.partnership, pad=scene.pad.id)
    found = get_object_or_404(rows, pk=period)
    form = BecauseForm(request.POST or None)
    sheet = Sheet(
        gettext("Öppna perioden igen"),
        gettext("Öppna perioden"),
        gettext(
            "Siffrorna kan ändras igen tills perioden stängs på nytt. Det som redan väntar går att besluta om för sig."
        ),
    )

    def act(said: dict[str, object]) -> str:
        actions.reopen_period(found, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        return gettext("Perioden är öppen igen.")

    return form_page(request, scene, form, sheet, act, "periods/")


@require_GET
def waiting(request: ViewerRequest, organisation: str, slug: str, pad: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, pad)
    found = piles(request.viewer, scene.partnership.pk, scene.pad.id)
    return render(request, "tallies/waiting.html", scene.context("waiting") | {"piles": found})


@require_http_methods(["GET", "POST"])
def decide(request: ViewerRequest, organisation: str, slug: str, pad: str, day: str) -> HttpResponse:
    scene = answering_scene(request.viewer, slug, pad)
    found = next(
        (each for each in piles(request.viewer, scene.partnership.pk, scene.pad.id) if str(each.day) == day), None
    )
    shown = civil_date(found.day, "iso") if found else day[:10]
    form = DecideForm(request.POST or None, initial={"until": clock.now().isoformat()})
    n = found.events if found else 0
    lead = ngettext(
        "%(n)s händelse kom efter att perioden stängdes.", "%(n)s händelser kom efter att perioden stängdes.", n
    ) % {"n": n}
    sheet = Sheet(gettext("Det som väntar för %(day)s") % {"day": shown}, gettext("Besluta"), lead)

    def act(said: dict[str, object]) -> str:
        typed = form.cleaned_data
        if found is None:
            return gettext("Det var redan beslutat.")
        count = typed["answer"] == "count"
        done = actions.decide(
            scene.partnership, scene.pad.id, found.day, count, typed["because"],
            until=typed["until"], by=request.viewer, now=clock.now(),
        )  # fmt: skip
        if not done:
            return gettext("Det var redan beslutat.")
        return gettext("Det räknas nu.") if count else gettext("Det räknas inte.")

    return form_page(request, scene, form, sheet, act, "waiting/")
