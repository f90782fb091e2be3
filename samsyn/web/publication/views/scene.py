"""What every page here fetches first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from samsyn.rules.reading import Dossier
from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/publication/"

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "publication", *inside)
        return around.context() | {"home": self.home, "address": f"/open/{self.partnership.slug}/"}


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())
