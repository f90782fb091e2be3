"""The acting party's own declarations: written, put forward, taken back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.funders import actions
from samsyn.web.funders.forms import BecauseForm, ShareForm
from samsyn.web.funders.models import FunderShare
from samsyn.web.funders.views.scene import Sheet, form_page, scene_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    this_year = {"first": date(scene.today.year, 1, 1), "last": date(scene.today.year, 12, 31)}
    form = ShareForm(request.POST or None, lines=list(scene.lines.items()), initial=this_year)
    sheet = Sheet(
        gettext("Skriv in en finansiär"),
        gettext("Skriv in"),
        gettext("Bara ni ser det tills ni lägger fram det för de andra parterna."),
    )

    def act() -> str:
        made = form.cleaned_data["made"]
        actions.add_share(scene.partnership, scene.terms, form.said(), made=made, by=request.viewer, now=clock.now())
        return gettext("Finansiären är inskriven.")

    return form_page(request, scene, form, sheet, act)


@require_POST
def put_forward(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    n = actions.put_forward(scene.partnership, by=request.viewer, now=clock.now())
    said = ngettext(
        "%(n)s uppgift är framlagd. Alla parter ser den nu.", "%(n)s uppgifter är framlagda. Alla parter ser dem nu.", n
    ) % {"n": n}
    messages.success(request, said if n else gettext("Allt var redan framlagt."))
    return redirect(scene.home)


@require_http_methods(["GET", "POST"])
def take_back(request: ViewerRequest, organisation: str, slug: str, share: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    own = FunderShare.objects.own(request.viewer).filter(partnership=scene.partnership)
    found = get_object_or_404(own, pk=share)
    form = BecauseForm(request.POST or None)
    sheet = Sheet(
        gettext("Ta tillbaka en uppgift om en finansiär"),
        gettext("Ta tillbaka"),
        gettext("Uppgiften räknas inte längre. Den som ser den ser att den är tillbakatagen, och varför."),
    )

    def act() -> str:
        actions.take_back_share(found, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        return gettext("Uppgiften är tillbakatagen.")

    return form_page(request, scene, form, sheet, act)
