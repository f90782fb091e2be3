"""What the pages fetch first: the partnership, and the line of the acting party. For others they do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, pgettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.support.line import Line, line_of
from samsyn.web.support.permissions import may_count
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    line: Line

    @property
    def counts(self) -> bool:
        return may_count(self.viewer, self.partnership.pk)

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/support/"

    def context(self, here: str) -> dict[str, Any]:
        ways = [("count", pgettext("tally", "Räkna"), self.home, self.counts)]
        ways += [("figures", gettext("Sammanställning"), f"{self.home}figures/", True)]
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "support")
        return around.context() | {
            "home": self.home,
            "line": self.line,
            "ways": [Place(text, url, current=name == here) for name, text, url, shown in ways if shown],
            "leave_to": settings.SAMSYN_EXIT or reverse("almanac"),
        }


def scene_or_404(viewer: Viewer, slug: str, today: date) -> Scene:
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    line = line_of(viewer, partnership, dossier, today)
    if line is None:
        raise Http404
    return Scene(viewer, partnership, dossier, today, line)


def quiet_page(request: ViewerRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """The next request does not say that it comes from here: its line in somebody's log would have the address."""
    answer = render(request, template, context, status=status)
    answer.headers["Referrer-Policy"] = "strict-origin"
    return answer


def counting_scene(viewer: Viewer, slug: str, today: date) -> Scene:
    require(viewer, Permission.WORK)
    return scene_or_404(viewer, slug, today)
