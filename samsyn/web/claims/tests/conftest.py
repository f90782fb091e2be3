"""An agreement by which money can be claimed back, with two exceptions, and a group that meets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.changes import actions as changes
from samsyn.web.changes.models import Change
from samsyn.web.claims import actions
from samsyn.web.claims.actions import Said
from samsyn.web.claims.models import Claim
from samsyn.web.claims.queries import Standing, one_of
from samsyn.web.meetings.actions import call_meeting
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CARE, PROPORTION = "Föreningen har varit omsorgsfull", "Kravet vore oproportionerligt"
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
clause = "2"
says = "Gäller 2025 till 2027."
first = 2025-01-01
last = 2027-12-31
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
[body.styrgrupp]
clause = "5"
says = "Styrgruppen möts."
name = "Styrgruppen"
kind = "steering"
members = [{ function = "Controller", party = "kommunen" }, { function = "Ordförande", party = "foreningen" }]
meets = { every = "year", times = 2 }
convenor = "kommunen"
[repayment.felaktig]
clause = "6 st. 3"
says = "Kommunen kan kräva tillbaka pengar som använts till annat."
by = ["foreningen"]
to = ["kommunen"]
cause = "misuse"
extent = "affected_part"
proportional = true
exceptions = ["Föreningen har varit omsorgsfull", "Kravet vore oproportionerligt"]
[duty.meddelande]
clause = "8"
says = "Parterna meddelar varandra genast om ekonomin förändras."
kind = "economic_notice"
by = ["kommunen", "foreningen"]
when = { on = "event", within_days = 0 }
"""
SAID = Said("felaktig", "foreningen", "Hyra av en lokal", "Lokalen användes till annat.", 10_000_00)


@dataclass
class Table:
    cast: Cast
    partnership: Partnership

    @property
    def claiming(self) -> Organisation:
        return self.cast.municipality

    @property
    def paying(self) -> Organisation:
        return self.cast.association

    def home(self, whose: Organisation | None = None) -> str:
        return f"/as/{(whose or self.claiming).slug}/partnerships/{self.partnership.slug}/claims/"

    @contextmanager
    def by(self, whose: Organisation | None = None, role: Role = Role.HEAD) -> Iterator[Viewer]:
        with self.cast.as_(whose or self.claiming, role) as viewer:
            yield viewer

    def drafted(self, said: Said = SAID, **given: Any) -> Claim:
        given.setdefault("made", uuid4())
        with self.by(role=Role.CONTROLLER) as viewer:
            return actions.draft(self.partnership, said, by=viewer, now=NOW, today=TODAY, **given)

    def raised(self) -> Claim:
        claim = self.drafted()
        with self.by() as viewer:
            return actions.raise_claim(claim, by=viewer, now=NOW, today=TODAY)

    def weighed(self, *, holds: bool = False) -> Claim:
        """Raised, answered, and both exceptions considered by the claiming party; the second `holds`."""
        claim = self.raised()
        with self.by(self.paying) as viewer:
            actions.answer(claim, "Vi trodde att det var rätt.", by=viewer, now=NOW, today=TODAY)
        with self.by() as viewer:
            for number, finding in enumerate((False, holds)):
                actions.consider(claim, number, "Vi har läst fakturan.", holds=finding, by=viewer, now=NOW, today=TODAY)
        return claim

    def decided(self, amount_ore: int = 10_000_00) -> Claim:
        """As `weighed`, and in force: claimed by the one, approved by the other."""
        claim = self.weighed()
        with self.by() as viewer:
            change = actions.draft_decision(claim, amount_ore, "Fel.", by=viewer, now=NOW, today=TODAY)
            changes.propose(change, by=viewer, now=NOW, today=TODAY)
            self.step(change, "notified", viewer, within_limits=True)
        with self.by(self.paying) as viewer:
            self.step(change, "approval", viewer)
        return claim

    def step(self, change: Change, kind: str, by: Viewer, **values: Any) -> None:
        changes.take_step(change, kind, {"on": TODAY, **values}, by=by, now=NOW, today=TODAY)

    def paid(self, claim: Claim, amount_ore: int, whose: Organisation | None = None, **given: Any) -> Any:
        given = {"made": uuid4(), "on": TODAY, **given}
        with self.by(whose or self.paying, Role.CONTROLLER) as viewer:
            return actions.note_payment(claim, given.pop("on"), amount_ore, by=viewer, now=NOW, today=TODAY, **given)

    def standing(self, claim: Claim, whose: Organisation | None = None) -> Standing:
        with self.by(whose) as viewer:
            found = one_of(viewer, self.partnership, claim.pk)
            assert found is not None
            return found

    def meeting(self) -> Meeting:
        first, last = datetime(2026, 4, 1, 12, tzinfo=UTC), datetime(2026, 4, 1, 13, tzinfo=UTC)
        with self.by() as viewer:
            return call_meeting(
                self.partnership, "styrgrupp", starts_at=first, ends_at=last, by=viewer, now=NOW, today=TODAY
            )


def lay_it(cast: Cast) -> Table:
    with acting_as_job(Job.SEED):
        organisations = {"kommunen": cast.municipality, "foreningen": cast.association}
        files = {"agreement.toml": AGREEMENT.encode()}
        return Table(cast, register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY))


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)
