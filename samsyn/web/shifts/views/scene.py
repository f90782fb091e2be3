"""What every page here fetches first: for staff the partnership, for somebody's own pages her rows in the roster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.occasions.models import Occasion
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.roster.models import Worker
from samsyn.web.roster.own import own_or_404
from samsyn.web.roster.permissions import may_see
from samsyn.web.roster.views.scene import Scene as Roster
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.permissions import may_plan
from samsyn.web.shifts.queries.occasions import names_of
from samsyn.web.shifts.rows import ShiftQuerySet
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class _Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    now: datetime

    @property
    def roster(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/roster/"

    @property
    def shifts(self) -> str:
        return f"{self.roster}shifts/"

    @cached_property
    def names(self) -> dict[str, str]:
        return names_of(self.viewer, self.partnership, self.dossier)


@dataclass(frozen=True)
class Planning(_Scene):
    """For staff: around it stands the partnership."""

    today: date

    @property
    def home(self) -> str:
        return self.shifts

    def context(self, *inside: Place) -> dict[str, Any]:
        steps = [Place(gettext("Bemanning"), self.roster), *inside]
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "roster", *steps).context()
        return around | {"home": self.home, "plans": may_plan(self.viewer, self.partnership.pk)}

    @property
    def ways(self) -> list[Place]:
        """The rooms of the roster, of which this is one."""
        return Roster(self.viewer, self.partnership, self.dossier, self.today).ways("shifts")

    def sheet_context(self) -> dict[str, Any]:
        return self.context(Place(gettext("Pass"), self.home)) | {"around": "agreements/_partnership.html"}

    def shift(self, shift: UUID) -> Shift:
        rows = Shift.objects.visible_to(self.viewer).filter(partnership=self.partnership)
        return get_object_or_404(rows.select_related("occasion", "worker", "partnership"), pk=shift)

    def occasion(self, occasion: UUID) -> Occasion:
        rows = Occasion.objects.visible_to(self.viewer).filter(
            partnership=self.partnership, organisation_id=self.viewer.organisation_id
        )
        return get_object_or_404(rows.select_related("series", "partnership"), pk=occasion)


@dataclass(frozen=True)
class Ones(_Scene):
    """Somebody's own pages: nothing of the partnership stands around them."""

    workers: tuple[Worker, ...]

    @property
    def home(self) -> str:
        return f"{self.shifts}mine/"

    def sheet_context(self) -> dict[str, Any]:
        return {"around": "shifts/_own.html", "trail": [Place(gettext("Mina pass"), self.home)], "home": self.home}

    def own(self, shift: UUID) -> Shift:
        return get_object_or_404(self._rows().of(self.workers), pk=shift)

    def to_take(self, shift: UUID) -> Shift:
        """Also one that somebody has just taken: that can be said."""
        return get_object_or_404(self._rows().live(), pk=shift)

    def _rows(self) -> ShiftQuerySet:
        rows = Shift.objects.of_organisation(self.viewer).filter(partnership=self.partnership)
        return rows.select_related("occasion", "worker", "partnership")


def planning_or_404(viewer: Viewer, slug: str, needs: Permission | None = None) -> Planning:
    """For who sees the roster; `needs` for who may also do something."""
    if needs is not None:
        require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    if not may_see(viewer, partnership.pk):
        require(viewer, Permission.WORK)
    return Planning(viewer, partnership, dossier_of(partnership), clock.now(), clock.today())


def ones_own_or_404(viewer: Viewer, slug: str) -> Ones:
    own = own_or_404(viewer, slug, clock.today())
    return Ones(own.viewer, own.partnership, own.dossier, clock.now(), own.workers)


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str = ""


def form_page(
    request: ViewerRequest, scene: Planning | Ones, form: Form, sheet: Sheet, act: Callable[[], str], back: str = ""
) -> HttpResponse:
    """`act` does what the form says and answers with what happened. What it refuses stands in the form again."""
    to = back or scene.home
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act())
            return redirect(to)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.sheet_context() | {"form": form, "sheet": sheet, "back": to}
    return render(request, "shifts/form.html", context, status=422 if form.is_bound else 200)


def pressed(request: ViewerRequest, scene: Planning | Ones, act: Callable[[], str], back: str = "") -> HttpResponse:
    """A button without a form. What the act refuses is said on the page that follows."""
    try:
        messages.success(request, act())
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(back or scene.home)
