"""Three parties and a body that tell each other of what happens; the association's staff write it down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from samsyn.rules.reading import Dossier, read_files
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.incidents import actions
from samsyn.web.incidents.actions import Report, Telling
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
AGREEMENT = """
[agreement]
id = "handelser"
name = "Huset"
title = "Överenskommelse om huset"
purpose = "Ett hus."
purpose_clause = "1"
fictitious = true

[source]
clause = "9"
says = "Undertecknad."
status = "signed"

[period]
clause = "2"
says = "Gäller i tre år."
first = 2025-01-01
last = 2027-12-31

[party.kommunen]
clause = "1"
says = "Nämnden är part."
name = "Nämnden"
kind = "public"

[party.foreningen]
clause = "1"
says = "Föreningen är part."
name = "Föreningen"
kind = "civil"

[party.andra-foreningen]
clause = "1"
says = "Andra föreningen är part."
name = "Andra föreningen"
kind = "civil"

[body.styrgrupp]
clause = "3"
says = "Styrgruppen leder."
name = "Styrgruppen"
kind = "steering"
members = [{ function = "Ledamot", party = "kommunen" }, { function = "Ledamot", party = "andra-foreningen" }]

[telling.hot]
clause = "4"
says = "Föreningen berättar för nämnden om hot och våld inom två dagar."
of = ["threat"]
by = ["foreningen"]
to = ["kommunen"]
within_days = 2

[telling.olyckor]
clause = "5"
says = "Allvarliga olyckor berättas för styrgruppen."
of = ["accident"]
by = ["foreningen"]
to = ["styrgrupp"]
only_serious = true

[telling.oro]
clause = "6"
says = "Nämnden får veta om en oro för ett barn."
of = ["child_concern"]
by = ["foreningen"]
to = ["kommunen"]
how = "Skriftligt"
"""


@dataclass
class House:
    cast: Cast
    partnership: Partnership
    dossier: Dossier
    today: date = TODAY

    @property
    def ours(self) -> Organisation:
        """To whom it happens."""
        return self.cast.association

    @contextmanager
    def as_(self, who: Organisation | None = None, role: Role = Role.STAFF) -> Iterator[Viewer]:
        with self.cast.as_(who or self.ours, role, today=self.today) as viewer:
            yield viewer

    def at(self, path: str = "", who: Organisation | None = None) -> str:
        return f"/as/{(who or self.ours).slug}/partnerships/{self.partnership.slug}/incidents/{path}"

    def client(self, who: Organisation | None = None, role: Role = Role.STAFF) -> Client:
        return self.cast.client(who or self.ours, role)

    def report(self, *, made: UUID | None = None, role: Role = Role.STAFF, **other: Any) -> Incident:
        words: dict[str, Any] = {"kind": "threat", "happened_on": self.today, "says": "En besökare hotade en volontär."}
        with self.as_(role=role) as by:
            said = Report(**words | other)
            return actions.report(self.partnership, said, made=made or uuid4(), by=by, now=NOW, today=self.today)

    def concern(self, *, known: bool = True) -> Incident:
        with self.as_() as by:
            return actions.report_concern(
                self.partnership, self.today, identity_known=known, made=uuid4(), by=by, now=NOW, today=self.today
            )

    def tell(self, incident: Incident, whom: str = "kommunen", *, role: Role = Role.HEAD, **other: Any) -> Told:
        words: dict[str, Any] = {"whom": whom, "on": self.today, "how": "here", "for_them": "Ett hot i köket."}
        with self.as_(role=role) as by:
            said = Telling(**words | other)
            return actions.tell(incident, said, by=by, now=NOW, today=self.today)

    def typed(self, **other: Any) -> dict[str, Any]:
        """What the page sends."""
        said = {"made": uuid4(), "kind": "threat", "happened_on": self.today, "says": "En besökare hotade en volontär."}
        return said | other


def lay_house_with_coordination(cast: Cast) -> House:
    """Where the first whom a threat is told is the body that coordinates the nights."""
    body = """
[body.samordning]
clause = "7"
says = "Samordningen."
name = "Samordningen"
kind = "coordination"
members = [{ function = "Samordnare", party = "kommunen" }]
"""
    terms = AGREEMENT.replace('id = "handelser"', 'id = "natter"') + body
    return lay_house(cast, terms.replace('to = ["kommunen"]', 'to = ["samordning", "kommunen"]', 1))


def lay_house(cast: Cast, terms: str = AGREEMENT) -> House:
    files = {"agreement.toml": terms.encode()}
    organisations = {
        "kommunen": cast.municipality,
        "foreningen": cast.association,
        "andra-foreningen": cast.other_association,
    }
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY)
    return House(cast, partnership, read_files(files))


@pytest.fixture
def house(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return lay_house(cast)
