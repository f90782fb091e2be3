"""What the pages on results fetch first: the partnership, and a round of the acting party's own that has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import get_language

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.surveys import Survey
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.surveys.models import Round
from samsyn.web.surveys.queries.results import Answered, answered, ended_rounds
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    """`rounds`: those of one survey that have ended, in the order in which they did. `term`: the survey, where it is
    still in the agreement."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    survey: str
    term: Survey | None
    rounds: tuple[Round, ...]

    @property
    def root(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/surveys/"

    @property
    def reads_words(self) -> bool:
        return self.viewer.may(Permission.FULFIL)

    @property
    def name(self) -> str:
        return self.term.name if self.term else self.survey

    def at(self, of: Round, room: str = "results") -> str:
        return f"{self.root}rounds/{of.pk}/{room}/"

    def answered(self, rounds: list[Round], audience: str) -> list[Answered]:
        return answered(self.viewer, rounds, audience, (get_language() or "sv").partition("-")[0])

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "surveys", *inside)
        return around.context() | {"root": self.root, "term": self.term, "name": self.name}


def round_or_404(viewer: Viewer, slug: str, ended: UUID, today: date) -> tuple[Scene, Round]:
    """Of an open round there are no results: not even for who opened it."""
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership = partnership_or_404(viewer, slug)
    rounds = ended_rounds(viewer, partnership, today)
    found = next((each for each in rounds if each.pk == ended), None)
    if found is None:
        raise Http404
    survey = found.version.template.survey
    same = tuple(each for each in rounds if each.version.template.survey == survey)
    dossier = dossier_of(partnership)
    return Scene(
        viewer, partnership, dossier, today, survey, terms_on(dossier, today, today).survey.get(survey), same
    ), found
