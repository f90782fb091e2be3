"""What every page here fetches first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, own_key, partnership_or_404
from samsyn.web.funders.permissions import may_declare
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    terms: Agreement

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/funders/"

    @cached_property
    def mine(self) -> str | None:
        """The acting party's key in the agreement."""
        return own_key(self.viewer, self.partnership.pk)

    @property
    def lines(self) -> dict[str, str]:
        """Cost line → what it is for, as the agreement says."""
        return {each.id: each.says for each in self.terms.cost_line.values() if each.applies}

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "funders", *inside)
        return around.context() | {"home": self.home, "writes": may_declare(self.viewer, self.partnership.pk)}


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    today = clock.today()
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    return Scene(viewer, partnership, dossier, today, terms_on(dossier, today, today))


def year_asked(request: HttpRequest, scene: Scene) -> tuple[int, list[Place]]:
    """The year to show, this one if none is asked for, and the years of the agreement up to it to choose from."""
    first = scene.terms.span.start.year
    years = list(range(max(first, scene.today.year - 10), max(first, scene.today.year) + 1))[::-1]
    typed = request.GET.get("year", "")
    year = next((each for each in years if str(each) == typed), years[0])
    places = [Place(str(each), f"?year={each}", current=each == year) for each in years]
    return year, places if len(places) > 1 else []


def days_of(year: int) -> DateRange:
    return DateRange.year(year)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str = ""


def form_page(
    request: ViewerRequest, scene: Scene, form: Form, sheet: Sheet, act: Callable[[], str], back: str = ""
) -> HttpResponse:
    """`act` does what the form says and answers with what happened."""
    if form.is_valid():
        try:
            messages.success(request, act())
            return redirect(back or scene.home)
        except ValidationError as trouble:
            put_into(form, trouble)
    inside = scene.context(Place(gettext("Finansiärer"), scene.home))
    context = inside | {"form": form, "sheet": sheet, "back": back or scene.home}
    return render(request, "agreements/sheet.html", context, status=422 if form.is_bound else 200)
