"""One occasion or a series is planned; one is moved, cancelled, opened to all parties."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.occasions import actions
from samsyn.web.occasions.forms import BecauseForm, PlanForm, RestForm, SeriesForm, as_typed
from samsyn.web.occasions.models import Occasion, Series
from samsyn.web.occasions.queries.activities import activity_at
from samsyn.web.occasions.views.scene import (
    Sheet,
    answering_scene,
    form_page,
    holding_scene,
    pressed,
    sent,
    too_late_for,
)
from samsyn.web.project import clock
from samsyn.web.roster.queries import workers_on


@require_http_methods(["GET", "POST"])
def plan(request: ViewerRequest, organisation: str, slug: str, activity: str) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = scene.activity(activity)
    workers = workers_on(request.viewer, scene.partnership, scene.today)
    form = PlanForm(sent(request), activity=found, workers=workers, initial={"day": scene.today})
    sheet = Sheet(found.name, gettext("Planera tillfället"), found.says, clause=found.clause, assumed=found.assumed)

    def act() -> tuple[str, str]:
        made = actions.plan(
            scene.partnership, found.key, form.plan(), made=form.cleaned_data["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Tillfället är planerat."), f"{made.pk}/"

    return form_page(request, scene, form, sheet, act, "activities/")


@require_http_methods(["GET", "POST"])
def series(request: ViewerRequest, organisation: str, slug: str, activity: str) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = scene.activity(activity)
    workers = workers_on(request.viewer, scene.partnership, scene.today)
    form = SeriesForm(sent(request), workers=workers, initial={"first": scene.today})
    lead = gettext("Varje tillfälle i serien kan sedan ändras eller ställas in för sig.")
    sheet = Sheet(gettext("%(name)s: en serie") % {"name": found.name}, gettext("Planera serien"), lead)

    def act() -> tuple[str, str]:
        made = actions.plan_series(
            scene.partnership, found.key, form.rhythm(), made=form.cleaned_data["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        n = made.occasions.count()
        return ngettext("%(n)s tillfälle är planerat.", "%(n)s tillfällen är planerade.", n) % {"n": n}, ""

    return form_page(request, scene, form, sheet, act, "activities/")


@require_http_methods(["GET", "POST"])
def move(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = scene.occasion(occasion)
    if late := too_late_for(request, scene, found, Occasion.State.PLANNED):
        return late
    activity = activity_at(request.viewer, scene.partnership, scene.dossier, found) or scene.activity(found.activity)
    workers = workers_on(request.viewer, scene.partnership, found.day)
    form = PlanForm(sent(request), activity=activity, workers=workers, initial=as_typed(found))
    note = gettext("Passen vid tillfället följer med om det flyttas, och den som har ett får veta det.")
    sheet = Sheet(gettext("Ändra tillfället"), gettext("Ändra"), scene.said(found), note)

    def act() -> tuple[str, str]:
        actions.move(found, form.plan(), by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Tillfället är ändrat."), f"{found.pk}/"

    return form_page(request, scene, form, sheet, act, f"{found.pk}/")


@require_http_methods(["GET", "POST"])
def cancel(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = scene.occasion(occasion)
    if late := too_late_for(request, scene, found, Occasion.State.PLANNED):
        return late
    form = BecauseForm(sent(request))
    note = gettext(
        "Det står kvar som inställt med sitt skäl, också i kalendrar. Det kan inte planeras igen. Den som har ett pass "
        "får veta att det är inställt."
    )
    sheet = Sheet(gettext("Ställ in tillfället"), gettext("Ställ in"), scene.said(found), note)

    def act() -> tuple[str, str]:
        actions.cancel(found, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        return gettext("Tillfället är inställt."), f"{found.pk}/"

    return form_page(request, scene, form, sheet, act, f"{found.pk}/")


@require_http_methods(["GET", "POST"])
def cancel_rest(request: ViewerRequest, organisation: str, slug: str, series: UUID) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = get_object_or_404(
        Series.objects.visible_to(request.viewer).filter(partnership=scene.partnership), pk=series
    )
    form = RestForm(sent(request), initial={"first": scene.today})
    title = gettext("Ställ in resten av serien: %(name)s") % {"name": scene.name(found.activity)}
    sheet = Sheet(title, gettext("Ställ in resten"), gettext("Det som redan är hållet står kvar."))

    def act() -> tuple[str, str]:
        said = form.cleaned_data
        n = actions.cancel_rest(found, said["first"], said["because"], by=request.viewer, now=clock.now())
        return ngettext("%(n)s tillfälle är inställt.", "%(n)s tillfällen är inställda.", n) % {"n": n}, ""

    return form_page(request, scene, form, sheet, act)


@require_POST
def share(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = answering_scene(request.viewer, slug)
    found = scene.occasion(occasion)

    def act() -> str:
        actions.share(found, by=request.viewer, now=clock.now())
        return gettext("Alla parter ser nu när, var och vad. Antalet ser bara ni.")

    return pressed(request, scene, act, f"{found.pk}/")


@require_POST
def unshare(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = answering_scene(request.viewer, slug)
    found = scene.occasion(occasion)

    def act() -> str:
        actions.unshare(found, by=request.viewer, now=clock.now())
        return gettext("De andra parterna ser inte längre tillfället.")

    return pressed(request, scene, act, f"{found.pk}/")
