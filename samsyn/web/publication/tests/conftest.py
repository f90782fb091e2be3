"""Two parties, a figure that may be public, and the page of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.test import Client, override_settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.tests.invented import AGREEMENT, CLAUSES
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.publication import actions
from samsyn.web.publication.models import Opening

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass
class Table:
    cast: Cast
    partnership: Partnership

    @property
    def parties(self) -> tuple[Organisation, Organisation]:
        return self.cast.municipality, self.cast.association

    @property
    def address(self) -> str:
        return f"/open/{self.partnership.slug}/"

    def home(self, whose: Organisation) -> str:
        return f"/as/{whose.slug}/partnerships/{self.partnership.slug}/publication/"

    def open(self, *whose: Organisation, first: date = TODAY, last: date | None = None) -> list[Opening]:
        found = []
        for each in whose or self.parties:
            with self.cast.as_(each, Role.HEAD) as viewer:
                found.append(actions.open_page(self.partnership, first, last, by=viewer, now=NOW, today=TODAY))
        return found

    def close(self, whose: Organisation) -> None:
        with self.cast.as_(whose, Role.STEERING) as viewer:
            actions.close_page(self.partnership, by=viewer, now=NOW)

    def outside(self, address: str = "") -> int:
        return Client().get(address or self.address).status_code


@pytest.fixture(autouse=True)
def fixed_day() -> Iterator[None]:
    with override_settings(SAMSYN_TODAY=TODAY):
        yield


@pytest.fixture
def table(cast: Cast) -> Table:
    parties = {"kommunen": cast.municipality, "foreningen": cast.association}
    files = {"agreement.toml": AGREEMENT.encode(), "clauses.md": CLAUSES.encode()}
    with acting_as_job(Job.SEED):
        made = register_partnership(files, parties, by=Job.SEED, now=NOW, today=TODAY)
    return Table(cast, made)
