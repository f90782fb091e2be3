"""What every page here fetches first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, parties_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project import clock
from samsyn.web.statements.models import Statement
from samsyn.web.statements.queries import Standing, one_of, standing_of
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/statements/"

    @cached_property
    def places(self) -> dict[str, PartnershipParty]:
        """Those that are parties, by key in the agreement."""
        found = parties_of(self.partnership).items()
        return {key: place for key, place in found if place.kind == PartnershipParty.Kind.PARTY}

    @property
    def parties(self) -> list[UUID]:
        return [place.organisation_id for place in self.places.values()]

    def name_of(self, organisation: UUID) -> str:
        return next(
            (each.organisation.name for each in self.places.values() if each.organisation_id == organisation), ""
        )

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "statements", *inside)
        return around.context() | {"home": self.home}

    def within(self, title: str) -> Place:
        """The step of the way that leads back to the list."""
        return Place(title, self.home)


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())


def standing_or_404(scene: Scene, statement: UUID) -> Standing:
    found = one_of(scene.viewer, scene.partnership, statement)
    if found is None:
        raise Http404
    return standing_of(found, scene.parties)


def own_or_404(viewer: Viewer, slug: str, statement: UUID, needs: Permission) -> tuple[Scene, Statement]:
    """The acting party's own. Another party's has no such page, though it may be read."""
    scene = scene_or_404(viewer, slug, needs)
    found = one_of(viewer, scene.partnership, statement)
    if found is None or found.organisation_id != viewer.organisation_id:
        raise Http404
    return scene, found


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str = ""
    files: bool = False


def form_page(
    request: ViewerRequest, scene: Scene, statement: Statement, form: Form, sheet: Sheet, act: Callable[[], str]
) -> HttpResponse:
    """`act` does what the form says and answers what happened. What it refuses stands in the form."""
    back = f"{scene.home}{statement.pk}/"
    if form.is_valid():
        try:
            messages.success(request, act())
            return redirect(back)
        except ValidationError as trouble:
            put_into(form, trouble)
    inside = scene.context(scene.within(gettext("Redovisning")), Place(statement.get_kind_display().capitalize(), back))
    context = inside | {"form": form, "sheet": sheet, "back": back}
    return render(request, "statements/form.html", context, status=422 if form.is_bound else 200)
