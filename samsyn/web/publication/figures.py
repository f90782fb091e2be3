"""The figures that may stand on the public page, as they were let go."""

from __future__ import annotations

from datetime import date, datetime

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.followup import Publication
from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership
from samsyn.web.publication.content import PublicFigure


def figures_let_go(
    partnership: Partnership, dossier: Dossier, told: Publication | None, today: date, now: datetime, by: Viewer | Job
) -> list[PublicFigure]:
    return []
