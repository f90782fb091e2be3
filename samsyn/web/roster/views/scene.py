"""What every page of the roster fetches first, and what stands around it."""

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
from samsyn.rules.staffing import posts_of
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, own_key, partnership_or_404
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.roster.models import Worker
from samsyn.web.roster.permissions import may_keep, may_see
from samsyn.web.roster.presenters import ways
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
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/roster/"

    @cached_property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @cached_property
    def party(self) -> str:
        """The acting organisation's key in the agreement."""
        return own_key(self.viewer, self.partnership.pk) or ""

    @cached_property
    def has_posts(self) -> bool:
        return bool(posts_of(self.terms, self.party, self.today, ()))

    @cached_property
    def undertakings(self) -> list[str]:
        return [
            each.id
            for each in self.terms.undertaking.values()
            if each.applies and each.signed and self.party in each.by
        ]

    @property
    def keeps(self) -> bool:
        return may_keep(self.viewer, self.partnership.pk)

    def context(self, here: str) -> dict[str, Any]:
        """Of one of the rooms."""
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "roster").context()
        return around | self._common() | {"ways": self.ways(here)}

    def inside(self, *further: Place) -> dict[str, Any]:
        """Of a page below the rooms."""
        first = Place(gettext("Bemanning"), self.home)
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "roster", first, *further)
        return around.context() | self._common()

    def ways(self, here: str) -> list[Place]:
        rooms = [
            ("", gettext("De som arbetar"), True),
            ("posts", gettext("Tjänster"), self.has_posts and self.keeps),
            ("texts", gettext("Tystnadsförbindelse"), bool(self.undertakings) and self.keeps),
        ]
        own = [
            Place(text, f"{self.home}{name}/" if name else self.home, current=name == here)
            for name, text, shown in rooms
            if shown
        ]
        return [*own, *ways.further(self.viewer, self.home, here)]

    def at(self, worker: Worker) -> str:
        return f"{self.home}{worker.pk}/"

    def _common(self) -> dict[str, Any]:
        return {"home": self.home, "keeps": self.keeps}


def scene_or_404(viewer: Viewer, slug: str) -> Scene:
    """For who does the daily work or answers for the staff."""
    partnership = partnership_or_404(viewer, slug)
    if not may_see(viewer, partnership.pk):
        raise Http404
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())


def keeping_scene(viewer: Viewer, slug: str) -> Scene:
    """For who answers for the staff; to others the page does not exist."""
    scene = scene_or_404(viewer, slug)
    if not scene.keeps:
        raise Http404
    return scene


def worker_or_404(scene: Scene, worker: UUID) -> Worker:
    rows = Worker.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pk=worker)
    found = rows.select_related("person").first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Sheet:
    """The words around a form: heading, what its button does, the way back, a sentence above and its clause."""

    title: str
    button: str
    back: Place
    lead: str = ""
    clause: str = ""
    assumed: bool = False


def form_page(
    request: ViewerRequest, scene: Scene, sheet: Sheet, form: Form, act: Callable[[], str], done: str
) -> HttpResponse:
    """`act` gives the address to go on to. What it refuses stands in the form, which keeps all that was typed."""
    if form.is_valid():
        try:
            to = act()
        except ValidationError as trouble:
            put_into(form, trouble)
        else:
            messages.success(request, done)
            return redirect(to)
    above = () if sheet.back.url == scene.home else (sheet.back,)
    context = scene.inside(*above) | {"form": form, "sheet": sheet}
    return render(request, "roster/form.html", context, status=422 if form.is_bound else 200)


def pressed(request: ViewerRequest, act: Callable[[], object], done: str, to: str) -> HttpResponse:
    """A button without a form. What the act refuses is said on the page that follows."""
    try:
        act()
        messages.success(request, done)
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(to)
