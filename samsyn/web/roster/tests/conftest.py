"""An association with staff and volunteers, in a partnership whose agreement asks something of each sort of worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

import pytest

from samsyn.rules.reading import Dossier, read_files
from samsyn.web.access.fixtures import TODAY, Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster import actions
from samsyn.web.roster.actions import Given
from samsyn.web.roster.models import Worker

R = TypeVar("R")
NOW = datetime.combine(TODAY, time(9), tzinfo=UTC)
AGREEMENT = """
[agreement]
id = "fyren"
name = "Fyren"
title = "Överenskommelse om Fyren"
purpose = "Barn får hjälp med läxorna."
purpose_clause = "1"
fictitious = true

[source]
clause = "1"
says = "Undertecknad."
status = "signed"

[period]
clause = "2"
says = "Gäller i tre år."
first = 2025-01-01
last = 2027-12-31

[party.kommunen]
clause = "1"
says = "Nämnden är offentlig part."
name = "Nämnden"
kind = "public"

[party.foreningen]
clause = "1"
says = "Föreningen är idéburen part."
name = "Föreningen"
kind = "civil"

[funding.medel]
clause = "6"
says = "Nämnden betalar."
kind = "contribution"
payers = ["kommunen"]
payees = ["foreningen"]
basis = "unstated"

[cost_line.loner]
clause = "6"
says = "1,1 tjänster."
funding = "medel"
posts = 1.1
purpose = "staff"

[cost_line.ledare]
clause = "6"
says = "En tjänst är ledare."
funding = "medel"
posts = 1
purpose = "staff"
part_of = "loner"

[cost_line.administrator]
clause = "6"
says = "En tiondel är administratör."
funding = "medel"
posts = 0.1
purpose = "staff"
part_of = "loner"

[register_check.anstallning]
clause = "5 st. 1"
says = "Den som anställs visar utdrag ur båda registren."
by = ["foreningen"]
of = ["employees"]
registers = ["criminal_records", "suspicions"]
when = ["hiring"]
law = "Lagen (2013:852), 1 och 4 §§"
oldest_months = 6

[register_check.anledning]
clause = "5 st. 2"
says = "Finns det anledning begärs utdrag av den som redan är där."
by = ["foreningen"]
of = ["employees", "volunteers"]
registers = ["criminal_records"]
when = ["on_cause"]
law = "Bara överenskommelsen"

[undertaking.tystnad]
clause = "10"
says = "Alla skriver under en tystnadsförbindelse."
by = ["foreningen"]
of = "all"

[staff.utbildning]
clause = "7"
says = "De anställda är utbildade."
by = ["foreningen"]
of = "employees"
requirement = "Utbildning i socialt arbete, eller likvärdigt"
kind = "education"

[volunteers.volontarer]
clause = "4"
says = "Volontärer hjälper till."
by = ["foreningen"]
roles = ["Läxhjälpare"]
"""


@dataclass
class Roster:
    cast: Cast
    partnership: Partnership
    dossier: Dossier
    today: date = TODAY
    now: datetime = NOW

    @property
    def ours(self) -> Organisation:
        return self.cast.association

    @property
    def home(self) -> str:
        return f"/as/{self.ours.slug}/partnerships/{self.partnership.slug}/roster/"

    def do(self, act: Callable[[Viewer], R], role: Role = Role.HEAD, whose: Organisation | None = None) -> R:
        """What somebody with the role does."""
        with self.cast.as_(whose or self.ours, role) as by:
            return act(by)

    def employ(
        self,
        name: str = "Ada",
        function: str = "Ledare",
        began_on: date = TODAY,
        person: Person | None = None,
        **more: Any,
    ) -> Worker:
        given = Given(name, function, began_on, person=person, **more)
        return self.do(lambda by: actions.take_on(self.partnership, "employee", given, began_on, by=by, now=NOW))

    def volunteer(self, name: str = "Bo", began_on: date = TODAY, person: Person | None = None) -> Worker:
        given = Given(name, "Läxhjälpare", began_on, person=person)
        return self.do(lambda by: actions.take_on(self.partnership, "volunteer", given, began_on, by=by, now=NOW))

    def shown(
        self, worker: Worker, requirement: str = "anstallning", on: date = TODAY, dated: date | None = TODAY
    ) -> Any:
        def act(by: Viewer) -> Any:
            return actions.note_shown(worker, requirement, on, dated, self.dossier, by=by, now=NOW, today=self.today)

        return self.do(act)

    def text(self, text: str = "Jag håller tyst.", since: date = TODAY) -> Any:
        def act(by: Viewer) -> Any:
            return actions.write_text(
                self.partnership, "tystnad", "Tystnadsförbindelse", text, since, self.dossier,
                by=by, now=NOW, today=self.today,
            )  # fmt: skip

        return self.do(act)

    def signed(self, worker: Worker, text: Any, on: date = TODAY) -> Any:
        def act(by: Viewer) -> Any:
            return actions.note_signed(worker, text, on, self.dossier, by=by, now=NOW, today=self.today)

        return self.do(act)

    def asked(self, worker: Worker) -> Any:
        def act(by: Viewer) -> Any:
            return actions.ask_for_check(worker, "anledning", self.dossier, by=by, now=NOW, today=self.today)

        return self.do(act)


def laid(cast: Cast) -> Roster:
    files = {"agreement.toml": AGREEMENT.encode()}
    parties = {"kommunen": cast.municipality, "foreningen": cast.association}
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files, parties, by=Job.SEED, now=NOW, today=TODAY)
    return Roster(cast, partnership, read_files(files))


@pytest.fixture
def roster(cast: Cast, settings: Any) -> Roster:
    settings.SAMSYN_TODAY = TODAY
    return laid(cast)


@pytest.fixture
def committed(transactional_db: None) -> Roster:
    """For tests with several connections."""
    return laid(lay_the_table())
