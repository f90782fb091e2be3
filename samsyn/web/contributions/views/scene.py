"""What every page here fetches first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.permissions import may_contribute
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
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/contributions/"

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "contributions", *inside)
        return around.context() | {
            "home": self.home,
            "writes": may_contribute(self.viewer, self.partnership.pk),
        }

    def own(self, contribution: UUID) -> Contribution:
        """404 for another party's, though it be put forward."""
        rows = Contribution.objects.own(self.viewer).filter(partnership=self.partnership)
        return get_object_or_404(rows.select_related("partnership"), pk=contribution)


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    today = clock.today()
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    return Scene(viewer, partnership, dossier, today, terms_on(dossier, today, today))


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str = ""


def form_page(
    request: ViewerRequest, scene: Scene, form: Form, sheet: Sheet, act: Callable[[], tuple[int, str]]
) -> HttpResponse:
    """`act` does what the form says and answers with the year to show and what happened."""
    if form.is_valid():
        try:
            year, says = act()
            messages.success(request, says)
            return redirect(f"{scene.home}?year={year}")
        except ValidationError as trouble:
            put_into(form, trouble)
    inside = scene.context(Place(gettext("Egen insats"), scene.home))
    context = inside | {"form": form, "sheet": sheet, "back": scene.home}
    return render(request, "agreements/sheet.html", context, status=422 if form.is_bound else 200)
