"""The agreement that says most about deviations and disputes, between the municipality and the association."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import HttpResponse

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.matters import actions
from samsyn.web.matters.models import Matter
from samsyn.web.obligations.tests.laying import ROOT, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

TODAY = date(2025, 6, 2)
NOW = datetime(2025, 6, 2, 8, 0, tzinfo=UTC)
TRAINING = ROOT / "agreements" / "malmo-arbetstraning"
SHELTER = ROOT / "agreements" / "helsingborg-hemlosas-hus"
"""Says nothing of deviations, and not where a dispute goes."""


@dataclass
class Table:
    """`act` does something as the head of an organisation, at NOW unless said."""

    cast: Cast
    laid: Laid

    @property
    def ours(self) -> Organisation:
        return self.cast.municipality

    @property
    def theirs(self) -> Organisation:
        return self.cast.association

    def act(self, who: Organisation, what: Callable[..., Any], *given: Any, role: Role = Role.HEAD, **said: Any) -> Any:
        today = said.setdefault("today", TODAY)
        said.setdefault("now", NOW.replace(month=today.month, day=today.day, year=today.year))
        with self.cast.as_(who, role, today=today) as viewer:
            return what(*given, by=viewer, **said)

    def open(self, kind: str, who: Organisation | None = None, **said: Any) -> Matter:
        typed = {"title": "Färre kläder", "says": "Vi vill flytta pengar från kläder till löner."} | said
        if kind == "deviation":
            typed.setdefault("happens_on", date(2025, 7, 1))
        opened: Matter = self.act(who or self.ours, actions.open_matter, self.laid.partnership, kind, **typed)
        return opened

    def again(self, matter: Matter) -> Matter:
        with acting_as_job(Job.SEED):
            return Matter.objects.get(pk=matter.pk)

    def get(self, who: Organisation, path: str, role: Role = Role.HEAD) -> HttpResponse:
        home = f"/as/{who.slug}/partnerships/{self.laid.partnership.slug}/matters/"
        answer = self.cast.client(who, role).get(home + path)
        assert isinstance(answer, HttpResponse)
        return answer

    def post(self, who: Organisation, path: str, **typed: str) -> HttpResponse:
        home = f"/as/{who.slug}/partnerships/{self.laid.partnership.slug}/matters/"
        answer = self.cast.client(who, Role.HEAD).post(home + path, typed)
        assert isinstance(answer, HttpResponse)
        return answer


@pytest.fixture
def training(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    keys = {"arbetsmarknads-och-socialnamnden": cast.municipality, "skane-stadsmission": cast.association}
    return Table(cast, lay(TRAINING, with_=keys))


@pytest.fixture
def shelter(cast: Cast, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return Table(cast, lay(SHELTER, with_={"socialnamnden": cast.municipality, "skane-stadsmission": cast.association}))
