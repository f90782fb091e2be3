"""An agreement in which one party tells the other every year how the money was used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.statements import actions
from samsyn.web.statements.material import material_of
from samsyn.web.statements.models import Statement
from samsyn.web.statements.presenters.content import content_of, digest
from samsyn.web.statements.queries import Standing, one_of, parties_in, standing_of

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ASKED = "Hur bidraget har använts"
AGREEMENT = """
[agreement]
id = "prov"
name = "Prov"
title = "Överenskommelse på prov"
purpose = "Ingen ska vara ensam."
purpose_clause = "1"
fictitious = true
[source]
clause = "9"
says = "Två likalydande exemplar."
status = "signed"
originals = 2
[period]
clause = "1"
says = "Gäller 2025 och 2026."
first = 2025-01-01
last = 2026-12-31
[party.kommunen]
clause = "1"
says = "Kommunen är offentlig part."
name = "Kommunen"
kind = "public"
[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"
[funding.bidrag]
clause = "2"
says = "Kommunen bidrar med 950 000 kr om året."
kind = "contribution"
payers = ["kommunen"]
payees = ["foreningen"]
basis = "fixed"
amounts = [{ first = 2025-01-01, last = 2026-12-31, amount = 950_000 }]
[payment.plan]
clause = "2"
says = "Bidraget betalas senast den 31 januari."
funding = "bidrag"
every = "year"
when = "fixed_day"
due = "01-31"
invoiced = false
[cost_line.loner]
clause = "2"
says = "Löner"
funding = "bidrag"
amount = 900_000
purpose = "staff"
[cost_line.mat]
clause = "2"
says = "Mat"
funding = "bidrag"
amount = 50_000
[duty.redogorelse]
clause = "6"
says = "Föreningen redogör varje år för hur bidraget har använts."
kind = "statement"
by = ["foreningen"]
to = ["kommunen"]
when = { every = "year", due = "03-31", due_year = "following" }
about = ["Hur bidraget har använts"]
[duty.arsredovisning]
clause = "7"
says = "Föreningen lämnar sin årsredovisning."
kind = "annual_report"
by = ["foreningen"]
to = ["kommunen"]
when = { every = "year", due = "03-31", due_year = "following" }
"""


@dataclass
class Table:
    cast: Cast
    partnership: Partnership

    @property
    def ours(self) -> Organisation:
        """The party that tells."""
        return self.cast.association

    @property
    def theirs(self) -> Organisation:
        return self.cast.municipality

    def home(self, whose: Organisation | None = None) -> str:
        return f"/as/{(whose or self.ours).slug}/partnerships/{self.partnership.slug}/statements/"

    @contextmanager
    def by(self, whose: Organisation | None = None, role: Role = Role.HEAD) -> Iterator[Viewer]:
        with self.cast.as_(whose or self.ours, role) as viewer:
            yield viewer

    def owed(self, term: str = "redogorelse", year: int = 2025) -> Obligation:
        with acting_as_job(Job.SEED):
            return Obligation.objects.get(partnership=self.partnership, term=term, occurrence__startswith=str(year))

    def opened(self, term: str = "redogorelse", year: int = 2025) -> Statement:
        with self.by(role=Role.CONTROLLER) as viewer:
            return actions.open_statement(self.owed(term, year), by=viewer, now=NOW)

    def standing(self, statement: Statement) -> Standing:
        with self.by() as viewer:
            found = one_of(viewer, self.partnership, statement.pk)
            assert found is not None
            return standing_of(found, parties_in([self.partnership.pk])[self.partnership.pk])

    def write(self, statement: Statement, says: str = "Till löner och mat.", **given: Any) -> None:
        with self.by(role=Role.CONTROLLER) as viewer:
            material = material_of(viewer, statement, dossier_of(self.partnership))
            given = {"edits": material.draft.edits, "days": material.days, **given}
            actions.write(statement, words={ASKED: says}, by=viewer, now=NOW, **given)

    def seal(self, statement: Statement) -> str:
        with self.by() as viewer:
            return digest(
                content_of(material_of(viewer, self.standing(statement).statement, dossier_of(self.partnership)))
            )

    def signed(self, statement: Statement, says: str = "Till löner och mat.") -> Any:
        """Written and handed in."""
        self.write(statement, says)
        seal = self.seal(statement)
        with self.by() as viewer:
            return actions.sign(statement, seal=seal, by=viewer, now=NOW, today=TODAY)


def lay_it(cast: Cast) -> Table:
    with acting_as_job(Job.SEED):
        organisations = {"kommunen": cast.municipality, "foreningen": cast.association}
        files = {"agreement.toml": AGREEMENT.encode()}
        return Table(cast, register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY))


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)
