"""What every page here fetches first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, parties_of, partnership_or_404
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
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/releases/"

    @cached_property
    def names(self) -> dict[UUID, str]:
        return {each.organisation_id: each.organisation.name for each in parties_of(self.partnership).values()}

    def terms(self, day: date | None = None) -> Agreement:
        return terms_on(self.dossier, day or self.today, self.today)

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "releases", *inside)
        return around.context() | {"home": self.home}


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())
