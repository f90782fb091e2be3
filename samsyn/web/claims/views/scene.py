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
from samsyn.web.agreements.queries import dossier_of, own_key, partnership_or_404
from samsyn.web.claims.models import Claim
from samsyn.web.claims.queries import Standing, one_of
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

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/claims/"

    @cached_property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @cached_property
    def mine(self) -> str | None:
        return own_key(self.viewer, self.partnership.pk)

    def address(self, claim: Claim) -> str:
        return f"{self.home}{claim.pk}/"

    def change_address(self, change: UUID) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/changes/{change}/"

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "claims", *inside)
        return around.context() | {"home": self.home}

    def back(self) -> Place:
        return Place(gettext("Återkrav"), self.home)


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())


Allowed = Callable[[Viewer, Claim], bool]


def claim_or_404(
    viewer: Viewer, slug: str, claim: UUID, needs: Permission = Permission.READ_PARTNERSHIP, may: Allowed | None = None
) -> tuple[Scene, Standing]:
    """`may`: those who may not do what the page is for have no such page."""
    scene = scene_or_404(viewer, slug, needs)
    found = one_of(viewer, scene.partnership, claim)
    if found is None or (may is not None and not may(viewer, found.claim)):
        raise Http404
    return scene, found


@dataclass(frozen=True)
class Sheet:
    """What stands around a form. `quote` is what the form is about, in the agreement's or a party's words."""

    title: str
    button: str
    lead: str = ""
    quote: str = ""


def form_page(
    request: ViewerRequest, scene: Scene, form: Form, sheet: Sheet, act: Callable[[], tuple[str, str]], back: str
) -> HttpResponse:
    """`act` does what the form says; it answers what happened and where to go. What it refuses stands in the form."""
    if form.is_valid():
        try:
            said, to = act()
            messages.success(request, said)
            return redirect(to)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.context(scene.back()) | {"form": form, "sheet": sheet, "back": back}
    return render(request, "claims/form.html", context, status=422 if form.is_bound else 200)


def done(request: ViewerRequest, act: Callable[[], object], says: str, to: str) -> HttpResponse:
    """An act without a form. What it refuses is said above the page that one comes back to."""
    try:
        act()
        messages.success(request, says)
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(to)
