"""An association that owes a municipality insight on request, with staff on its roster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest

from samsyn.rules.reading import read_files
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.insight import actions
from samsyn.web.insight.actions import Asking, Saying
from samsyn.web.insight.models import Answer, Request
from samsyn.web.insight.queries import Standing, one_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.roster.tests.conftest import AGREEMENT, NOW, Roster

INSIGHT = """
[duty.insyn]
clause = "1.5.1"
says = "Nämnden har rätt till insyn."
kind = "insight"
by = ["foreningen"]
to = ["kommunen"]
when = { on = "request" }
about = ["Hur pengar används", "Vilken personal som arbetar där"]

[duty.uppgifter]
clause = "1.5.2"
says = "Föreningen lämnar uppgifter inom 30 dagar."
kind = "report"
by = ["foreningen"]
to = ["kommunen"]
when = { on = "request", within_days = 30 }
"""


@dataclass
class Table(Roster):
    @property
    def theirs(self) -> Organisation:
        """Who asks."""
        return self.cast.municipality

    def room(self, whose: Organisation | None = None) -> str:
        return f"/as/{(whose or self.ours).slug}/partnerships/{self.partnership.slug}/insight/"

    def owed(self, term: str = "insyn") -> Obligation:
        with acting_as_job(Job.SEED):
            return Obligation.objects.select_related("partnership").get(partnership=self.partnership, term=term)

    def ask(self, term: str = "insyn", made: UUID | None = None, **said: Any) -> Request:
        asking = Asking(**{"asks": "Bokslutet för 2025.", **said})

        def act(by: Viewer) -> Request:
            return actions.ask(self.owed(term), asking, made=made or uuid4(), by=by, now=NOW, today=TODAY)

        return self.do(act, Role.CONTROLLER, self.theirs)

    def answer(self, request: Request, made: UUID | None = None, **said: Any) -> Answer:
        saying = Saying(**{"outcome": "all", "tried_as": "Direktor", **said})

        def act(by: Viewer) -> Answer:
            return actions.answer(request, saying, made=made or uuid4(), by=by, now=NOW, today=TODAY)

        return self.do(act)

    def draft(self, title: str = "Bokslut 2025") -> Document:
        def act(by: Viewer) -> Document:
            return add_document(
                self.partnership, "bokslut.txt", "Allt stämmer.".encode(), title=title, public_title="Bokslut",
                direction="drawn_up", dated=TODAY, by=by, now=NOW,
            )  # fmt: skip

        return self.do(act)

    def standing(self, request: Request) -> Standing:
        def act(by: Viewer) -> Standing | None:
            return one_of(by, self.partnership, request.pk)

        found = self.do(act, Role.AUDITOR, self.theirs)
        assert found is not None
        return found


def laid(cast: Cast) -> Table:
    files = {"agreement.toml": (AGREEMENT + INSIGHT).encode()}
    parties = {"kommunen": cast.municipality, "foreningen": cast.association}
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files, parties, by=Job.SEED, now=NOW, today=TODAY)
    return Table(cast, partnership, read_files(files))


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return laid(cast)
