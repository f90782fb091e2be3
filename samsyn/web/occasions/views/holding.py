"""One occasion: how it stands, that it was held and how many came."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.occasions import actions
from samsyn.web.occasions.forms import BecauseForm, CorrectForm, HeadsForm
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.presenters.one import shown
from samsyn.web.occasions.queries.activities import activity_at
from samsyn.web.occasions.queries.lists import heads_of
from samsyn.web.occasions.staffing import staffing_of
from samsyn.web.occasions.views.scene import Sheet, form_page, holding_scene, scene_or_404, sent, too_late_for
from samsyn.web.project import clock
from samsyn.web.ui.formats import civil_date


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    found = scene.occasion(occasion)
    activity = activity_at(request.viewer, scene.partnership, scene.dossier, found)
    context = scene.inside() | shown(request.viewer, found, activity, scene.today)
    name = scene.name(found.activity)
    # A tab is read by whoever passes, as a calendar is.
    title = gettext("Tillfälle") if found.discreet else name
    said = {"name": name, "title": f"{title} {civil_date(found.day)}"}
    return render(request, "occasions/one.html", context | said)


@require_http_methods(["GET", "POST"])
def hold(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = scene.occasion(occasion)
    if late := too_late_for(request, scene, found, Occasion.State.PLANNED):
        return late
    activity = activity_at(request.viewer, scene.partnership, scene.dossier, found)
    form = HeadsForm(sent(request), activity=activity, before={})
    sheet = Sheet(gettext("Hur många kom?"), gettext("Skriv in att det hölls"), scene.said(found))

    def act() -> tuple[str, str]:
        actions.hold(
            found, form.heads(), nobody=form.cleaned_data["nobody"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Tillfället är inskrivet som hållet."), f"{found.pk}/"

    staffing = staffing_of(request.viewer, [found])[found.pk]
    more = {"activity": activity, "working": staffing.working}
    return form_page(request, scene, form, sheet, act, f"{found.pk}/", "occasions/heads.html", **more)


@require_http_methods(["GET", "POST"])
def correct(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = scene.occasion(occasion)
    if late := too_late_for(request, scene, found, Occasion.State.HELD):
        return late
    activity = activity_at(request.viewer, scene.partnership, scene.dossier, found)
    form = CorrectForm(sent(request), activity=activity, before=heads_of(request.viewer, found))
    sheet = Sheet(gettext("Rätta hur många som kom"), gettext("Rätta"), scene.said(found))

    def act() -> tuple[str, str]:
        actions.correct(
            found, form.heads(), form.cleaned_data["reason"], nobody=form.cleaned_data["nobody"],
            by=request.viewer, now=clock.now(),
        )  # fmt: skip
        return gettext("Antalet är rättat. Det som räknades först står kvar bredvid."), f"{found.pk}/"

    return form_page(request, scene, form, sheet, act, f"{found.pk}/", "occasions/heads.html")


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, occasion: UUID) -> HttpResponse:
    scene = holding_scene(request.viewer, slug)
    found = scene.occasion(occasion)
    if late := too_late_for(request, scene, found, Occasion.State.HELD):
        return late
    form = BecauseForm(sent(request))
    note = gettext(
        "Tillfället blir planerat igen, och antalet räknas inte. Skriv sedan in det rätta, eller ställ in det."
    )
    sheet = Sheet(gettext("Det hölls inte"), gettext("Ta tillbaka"), scene.said(found), note)

    def act() -> tuple[str, str]:
        actions.take_back(found, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        return gettext("Tillfället är planerat igen."), f"{found.pk}/"

    return form_page(request, scene, form, sheet, act, f"{found.pk}/")
