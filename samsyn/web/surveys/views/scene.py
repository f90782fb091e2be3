"""What every staff page fetches first: the partnership, and the surveys that the acting party asks by. Else no page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.surveys import Survey
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.surveys.models import Round, Version
from samsyn.web.surveys.permissions import may_ask, may_type_in
from samsyn.web.surveys.queries.ground import own_surveys
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    terms: Agreement
    surveys: tuple[Survey, ...]

    @property
    def root(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/surveys/"

    @property
    def asks(self) -> bool:
        return may_ask(self.viewer, self.partnership.pk)

    @property
    def types_in(self) -> bool:
        return may_type_in(self.viewer, self.partnership.pk)

    def survey(self, key: str) -> Survey:
        """404 for one that the party does not ask by today."""
        found = next((each for each in self.surveys if each.id == key), None)
        if found is None:
            raise Http404
        return found

    def version(self, key: UUID) -> tuple[Version, Survey]:
        mine = Version.objects.visible_to(self.viewer).filter(partnership=self.partnership)
        found = mine.select_related("template", "partnership").filter(pk=key).first()
        if found is None:
            raise Http404
        return found, self.survey(found.template.survey)

    def draft(self, key: UUID) -> tuple[Version, Survey]:
        """The own one, which may be fixed since: then the act says so."""
        found, survey = self.version(key)
        if found.organisation_id != self.viewer.organisation_id:
            raise Http404
        return found, survey

    def round(self, key: UUID) -> Round:
        mine = Round.objects.visible_to(self.viewer).filter(partnership=self.partnership)
        found = mine.select_related("version__template").filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    def of(self, found: Round, room: str = "") -> str:
        return f"{self.root}rounds/{found.pk}/{room}"

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "surveys", *inside)
        return around.context() | {"root": self.root, "asks": self.asks, "types_in": self.types_in}


def scene_or_404(viewer: Viewer, slug: str, permission: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    """`permission`: what the page is for."""
    require(viewer, permission)
    today = clock.today()
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    mine = own_surveys(viewer, partnership, dossier, today)
    if not mine:
        raise Http404
    return Scene(viewer, partnership, dossier, today, terms_on(dossier, today, today), tuple(mine))


@dataclass(frozen=True)
class Page:
    """What stands around a form, and where it leads. `back`: where one goes who changes one's mind."""

    title: str
    button: str
    back: str
    lead: str = ""
    inside: tuple[Place, ...] = ()
    template: str = "surveys/form.html"


def form_page(request: ViewerRequest, scene: Scene, form: Form, page: Page, act: Callable[[], str]) -> HttpResponse:
    """`act` does what the form says and tells what happened. What it refuses stands in the form again."""
    if form.is_valid():
        try:
            messages.success(request, act())
            return redirect(page.back)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.context(*page.inside) | {"form": form, "page": page}
    return render(request, page.template, context, status=422 if form.is_bound else 200)


def pressed(request: ViewerRequest, act: Callable[[], str], back: str) -> HttpResponse:
    """A button without a form. What the act refuses is said on the page that follows."""
    try:
        said = act()
        if said:
            messages.success(request, said)
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(back)
