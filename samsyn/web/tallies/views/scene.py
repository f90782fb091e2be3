"""What every staff page fetches first: the partnership and a pad of the acting party. For others there is no page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.counting import Pad
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.tallies.permissions import may_answer_for, may_count
from samsyn.web.tallies.queries.figures import how_many_wait
from samsyn.web.tallies.queries.ground import button_names, own_pads, terms_here
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Scene:
    """One pad of the acting party. `pads`: all of them."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    terms: Agreement
    pads: tuple[Pad, ...]
    pad: Pad

    @property
    def root(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/tallies/"

    @property
    def home(self) -> str:
        return f"{self.root}{self.pad.id}/"

    @property
    def buttons(self) -> dict[str, str]:
        return button_names(self.terms, self.pad)

    @property
    def counts(self) -> bool:
        return may_count(self.viewer, self.partnership.pk)

    @property
    def answers(self) -> bool:
        return may_answer_for(self.viewer, self.partnership.pk)

    def context(self, here: str) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "tallies").context()
        return around | self._common() | {"ways": self.ways(here)}

    def inside(self, *further: Place) -> dict[str, Any]:
        """Of a page below the rooms."""
        here = Place(self.pad.name if len(self.pads) > 1 else gettext("Räkning"), self.home)
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "tallies", here, *further)
        return around.context() | self._common()

    def _common(self) -> dict[str, Any]:
        others = [Place(each.name, f"{self.root}{each.id}/", current=each.id == self.pad.id) for each in self.pads]
        return {
            "home": self.home,
            "pad": self.pad,
            "pads": others if len(others) > 1 else [],
            "counts": self.counts,
            "answers": self.answers,
        }

    def ways(self, here: str) -> list[Place]:
        waiting = how_many_wait(self.viewer, self.partnership.pk, self.pad.id)
        rooms = [
            ("", gettext("Räknat"), True),
            ("waiting", gettext("Väntar på beslut (%(n)s)") % {"n": waiting}, waiting > 0 or here == "waiting"),
            ("days", gettext("Öppna dagar"), True),
            ("periods", gettext("Stängda perioder"), True),
            ("devices", gettext("Plattor"), self.counts or self.answers),
            ("buttons", gettext("Knappar"), True),
        ]
        return [
            Place(text, f"{self.home}{name}/" if name else self.home, current=name == here)
            for name, text, shown in rooms
            if shown
        ]


def scene_or_404(viewer: Viewer, slug: str, pad: str = "") -> Scene:
    """Without `pad` the first one."""
    require(viewer, Permission.READ_PARTNERSHIP)
    today = clock.today()
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    terms = terms_here(viewer, partnership, dossier, today)
    mine = own_pads(viewer, partnership, terms)
    found = next((each for each in mine if each.id == pad or not pad), None)
    if found is None:
        raise Http404
    return Scene(viewer, partnership, dossier, today, terms, tuple(mine), found)


def counting_scene(viewer: Viewer, slug: str, pad: str) -> Scene:
    """For who does the daily work."""
    require(viewer, Permission.WORK)
    return scene_or_404(viewer, slug, pad)


def answering_scene(viewer: Viewer, slug: str, pad: str) -> Scene:
    """For who answers for the figures."""
    require(viewer, Permission.FULFIL)
    return scene_or_404(viewer, slug, pad)


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str = ""


def form_page(
    request: ViewerRequest, scene: Scene, form: Form, sheet: Sheet, act: Callable[[Any], str], back: str = ""
) -> HttpResponse:
    """`act` does what the form says and answers with what happened. What it refuses stands in the form again."""
    to = f"{scene.home}{back}"
    if form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
            return redirect(to)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.inside() | {"form": form, "sheet": sheet, "back": to}
    return render(request, "tallies/form.html", context, status=422 if form.is_bound else 200)


def pressed(request: ViewerRequest, scene: Scene, act: Callable[[], str], back: str) -> HttpResponse:
    """A button without a form. What the act refuses is said on the page that follows."""
    try:
        messages.success(request, act())
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(f"{scene.home}{back}")
