"""The agreement with training places, between the municipality that refers and the association that has the places.

`other` is a third organisation: a party to nothing here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from inspect import signature
from typing import Any, TypeVar

import pytest
from django.db import models

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import ROOT, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, Participant, Placement, Referral

MONDAY = date(2025, 3, 3)
TRAINING = ROOT / "agreements" / "malmo-arbetstraning"
SENDER, HOST = "arbetsmarknads-och-socialnamnden", "skane-stadsmission"
EVERYTHING = tuple(Consent.Scope.values)
_M = TypeVar("_M", bound=models.Model)


@dataclass
class Table:
    """`ours` refers, `theirs` receives. `do` acts as someone who works there, at nine on `today`."""

    cast: Cast
    laid: Laid
    today: date = MONDAY
    pool: str = ""
    _made: int = field(default=0)

    def __post_init__(self) -> None:
        self.pool = next(iter(self.laid.dossier.agreement.pool))

    @property
    def ours(self) -> Organisation:
        return self.cast.municipality

    @property
    def theirs(self) -> Organisation:
        return self.cast.association

    @property
    def partnership(self) -> Partnership:
        return self.laid.partnership

    @property
    def track(self) -> str:
        return next(key for key, each in self.laid.dossier.agreement.service.items() if each.kind == "training")

    def now(self, today: date | None = None) -> datetime:
        return datetime.combine(today or self.today, time(9), UTC)

    def do(
        self, who: Organisation, what: Callable[..., Any], *given: Any, role: Role | None = None, **said: Any
    ) -> Any:
        today = said.pop("at", self.today)
        role = role or (Role.CASE_OFFICER if who == self.ours else Role.STAFF)
        if "today" in signature(what).parameters:
            said.setdefault("today", today)
        with self.cast.as_(who, role, today=today) as viewer:
            return what(*given, by=viewer, now=self.now(today), **said)

    def as_(self, who: Organisation, role: Role | None = None, today: date | None = None) -> Any:
        role = role or (Role.CASE_OFFICER if who == self.ours else Role.STAFF)
        return self.cast.as_(who, role, today=today or self.today)

    def participant(self, **said: Any) -> Participant:
        self._made += 1
        said.setdefault("sex", "woman")
        found: Participant = self.do(
            self.ours, actions.write_participant, self.partnership, f"Deltagare {self._made}", **said
        )
        return found

    def consent(self, participant: Participant, **said: Any) -> Consent:
        given: dict[str, Any] = {"scope": EVERYTHING, "given_on": self.today} | said
        found: Consent = self.do(self.ours, actions.record_consent, participant, self.theirs.pk, **given)
        return found

    def draft(self, participant: Participant | None = None, **said: Any) -> Referral:
        with acting_as_job(Job.SEED):
            officer = self.cast.person(self.ours, Role.CASE_OFFICER)
        given: dict[str, Any] = {"assessed_by": officer, "assessed_on": self.today} | said
        found: Referral = self.do(
            self.ours, actions.write_referral, participant or self.participant(), self.pool, **given
        )
        return found

    def sent(self, participant: Participant | None = None, **said: Any) -> Referral:
        participant = participant or self.participant()
        self.consent(participant, **said)
        found: Referral = self.do(self.ours, actions.send_referral, self.draft(participant))
        return found

    def accepted(self, participant: Participant | None = None, **said: Any) -> Referral:
        found: Referral = self.do(self.theirs, actions.accept_referral, self.sent(participant, **said))
        return found

    def start(self, referral: Referral | None = None, first: date | None = None, **said: Any) -> Placement:
        said.setdefault("track", self.track)
        found: Placement = self.do(
            self.theirs, actions.start_placement, referral or self.accepted(), first or self.today, **said
        )
        return found

    def again(self, row: _M) -> _M:
        with acting_as_job(Job.SEED):
            return type(row)._default_manager.get(pk=row.pk)

    def later(self, days: int) -> date:
        return self.today + timedelta(days=days)


def set_up(cast: Cast) -> Table:
    return Table(cast, lay(TRAINING, with_={SENDER: cast.municipality, HOST: cast.association}))


@pytest.fixture
def table(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = MONDAY
    return set_up(cast)


@pytest.fixture
def committed(transactional_db: None) -> Table:
    """For tests with several connections."""
    return set_up(lay_the_table())
