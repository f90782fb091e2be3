"""What every page fetches first: the partnership, and what the acting party holds. For others there is no page."""

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
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.permissions import may_answer_for, may_hold
from samsyn.web.occasions.queries.activities import activities_of, activity_names
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.formats import civil_date
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    activities: tuple[Activity, ...]
    """What the party holds today."""

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/occasions/"

    @property
    def holds(self) -> bool:
        return may_hold(self.viewer, self.partnership.pk)

    @property
    def answers(self) -> bool:
        return may_answer_for(self.viewer, self.partnership.pk)

    @cached_property
    def names(self) -> dict[str, str]:
        return activity_names(self.viewer, self.partnership, self.dossier)

    def name(self, key: str) -> str:
        return self.names.get(key, gettext("Tillfälle"))

    def activity(self, key: str) -> Activity:
        found = next((each for each in self.activities if each.key == key), None)
        if found is None:
            raise Http404
        return found

    def occasion(self, key: UUID) -> Occasion:
        rows = Occasion.objects.visible_to(self.viewer).filter(partnership=self.partnership)
        return get_object_or_404(rows.select_related("series"), pk=key)

    def said(self, occasion: Occasion) -> str:
        """Which one it is, in words."""
        return gettext("%(name)s, %(day)s kl. %(time)s.") % {
            "name": self.name(occasion.activity),
            "day": civil_date(occasion.day, "weekday"),
            "time": f"{occasion.starts:%H.%M}",
        }

    def context(self, here: str) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "occasions")
        return around.context() | self._common() | {"ways": self.ways(here)}

    def inside(self, *further: Place) -> dict[str, Any]:
        """Of a page below the rooms."""
        steps = (Place(gettext("Tillfällen"), self.home), *further)
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "occasions", *steps)
        return around.context() | self._common()

    def ways(self, here: str) -> list[Place]:
        rooms = [
            ("", gettext("Planerat")),
            ("past", gettext("Det som varit")),
            ("activities", gettext("Aktiviteter")),
            ("figures", gettext("Siffror")),
        ]
        return [Place(text, f"{self.home}{name}/" if name else self.home, current=name == here) for name, text in rooms]

    def _common(self) -> dict[str, Any]:
        return {"home": self.home, "holds": self.holds, "answers": self.answers}


def scene_or_404(viewer: Viewer, slug: str) -> Scene:
    """For a party that holds something, and for the others where something may be opened to all."""
    require(viewer, Permission.READ_PARTNERSHIP)
    today = clock.today()
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    activities = activities_of(viewer, partnership, dossier, today)
    known = terms_on(dossier, today, today).activity.values()
    if (
        not activities
        and not any(each.applies and len(each.by) > 1 for each in known)
        and not _held(viewer, partnership)
    ):
        raise Http404
    return Scene(viewer, partnership, dossier, today, tuple(activities))


def holding_scene(viewer: Viewer, slug: str) -> Scene:
    """For who does the daily work."""
    require(viewer, Permission.WORK)
    return scene_or_404(viewer, slug)


def answering_scene(viewer: Viewer, slug: str) -> Scene:
    """For who answers for the party."""
    require(viewer, Permission.FULFIL)
    return scene_or_404(viewer, slug)


def _held(viewer: Viewer, partnership: Partnership) -> bool:
    """What was held stays to be read when the agreement no longer speaks of it."""
    return Occasion.objects.visible_to(viewer).filter(partnership=partnership).exists()


def sent(request: ViewerRequest) -> QueryDict | None:
    """What was typed; a form that was sent empty was sent too."""
    return request.POST if request.method == "POST" else None


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str = ""
    """Below the heading. `note` stands above the form."""
    note: str = ""
    clause: str = ""
    assumed: bool = False


def form_page(
    request: ViewerRequest,
    scene: Scene,
    form: Form,
    sheet: Sheet,
    act: Callable[[], tuple[str, str]],
    back: str = "",
    page: str = "occasions/form.html",
    **more: Any,
) -> HttpResponse:
    """`act` does what the form says; (what happened, where to go below `home`). What it refuses stands in the form."""
    if form.is_valid():
        try:
            said, to = act()
            messages.success(request, said)
            return redirect(f"{scene.home}{to}")
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.inside() | more | {"form": form, "sheet": sheet, "back": f"{scene.home}{back}"}
    return render(request, page, context, status=422 if form.is_bound else 200)


def pressed(request: ViewerRequest, scene: Scene, act: Callable[[], str], back: str) -> HttpResponse:
    """A button without a form. What the act refuses is said on the page that follows."""
    try:
        messages.success(request, act())
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(f"{scene.home}{back}")


def too_late_for(request: ViewerRequest, scene: Scene, occasion: Occasion, state: str) -> HttpResponse | None:
    """Whoever comes by an old link or by Back is shown how it stands, before anything is typed. A sent form goes on to
    the act, which knows whether it was sent twice."""
    if request.method != "GET" or occasion.state == state:
        return None
    said = gettext("Tillfället är %(state)s.") % {"state": occasion.get_state_display()}
    messages.warning(request, said)
    return redirect(f"{scene.home}{occasion.pk}/")
