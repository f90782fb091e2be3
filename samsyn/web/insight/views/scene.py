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
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, parties_of, partnership_or_404
from samsyn.web.insight.permissions import may_answer, may_withdraw
from samsyn.web.insight.presenters.words import title_of
from samsyn.web.insight.queries import Standing, State, one_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project import clock
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
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/insight/"

    @cached_property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @cached_property
    def places(self) -> dict[str, PartnershipParty]:
        """Those that are parties, by key in the agreement."""
        found = parties_of(self.partnership).items()
        return {key: place for key, place in found if place.kind == PartnershipParty.Kind.PARTY}

    def key_of(self, organisation: UUID) -> str:
        return next((key for key, place in self.places.items() if place.organisation_id == organisation), "")

    def name_of(self, organisation: UUID) -> str:
        return next(
            (each.organisation.name for each in self.places.values() if each.organisation_id == organisation), ""
        )

    def others(self) -> list[str]:
        """The other parties, which see all that is handed over."""
        found = [each.organisation for each in self.places.values()]
        return [each.name for each in found if each.pk != self.viewer.organisation_id]

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "insight", *inside)
        return around.context() | {"home": self.home}

    def on_the_list(self) -> Place:
        """The step of the way that leads back to the list."""
        return Place(gettext("Insyn"), self.home)

    def on(self, standing: Standing) -> tuple[Place, Place]:
        request = standing.request
        return self.on_the_list(), Place(title_of(request), f"{self.home}{request.pk}/")


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())


def standing_or_404(scene: Scene, request: UUID) -> Standing:
    found = one_of(scene.viewer, scene.partnership, request)
    if found is None:
        raise Http404
    return found


def to_answer_or_404(viewer: Viewer, slug: str, request: UUID) -> tuple[Scene, Standing]:
    """One that the acting party is asked. What is withdrawn is answered no more, which the act itself says."""
    scene = scene_or_404(viewer, slug, Permission.DECIDE)
    standing = standing_or_404(scene, request)
    if not may_answer(viewer, standing.request):
        raise Http404
    return scene, standing


def own_or_404(viewer: Viewer, slug: str, request: UUID) -> tuple[Scene, Standing]:
    """One that the acting party has made."""
    scene = scene_or_404(viewer, slug, Permission.FULFIL)
    standing = standing_or_404(scene, request)
    if not may_withdraw(viewer, standing.request):
        raise Http404
    return scene, standing


def withdrawn(request: ViewerRequest, scene: Scene, standing: Standing) -> HttpResponse | None:
    """Where there is nothing more to do with it, the way back with a word about why."""
    if standing.state != State.WITHDRAWN:
        return None
    messages.info(request, gettext("Begäran är tillbakatagen, så det finns inget att svara på."))
    return redirect(f"{scene.home}{standing.request.pk}/")


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str
    back: str


def form_page(
    request: ViewerRequest,
    context: dict[str, Any],
    form: Form,
    sheet: Sheet,
    act: Callable[[], str],
    template: str = "insight/form.html",
) -> HttpResponse:
    """`act` does what the form says and answers what happened. What it refuses stands in the form."""
    if form.is_valid():
        try:
            messages.success(request, act())
            return redirect(sheet.back)
        except ValidationError as trouble:
            put_into(form, trouble)
    status = 422 if form.is_bound else 200
    return render(request, template, context | {"form": form, "sheet": sheet}, status=status)
