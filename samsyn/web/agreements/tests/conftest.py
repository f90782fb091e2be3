"""An invented agreement between the municipality and the association, and the real ones as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import add_version, register_partnership
from samsyn.web.agreements.tests.invented import AMENDED, FILES
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.seed.actions import agreement_folders
from samsyn.web.seed.organisations import organisations_of

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SIXTH = Path(__file__).parents[4] / "tests" / "agreements" / "sixth"
FOLDERS = [*agreement_folders(), *([SIXTH] if SIXTH.is_dir() else [])]


@dataclass
class Table:
    """A partnership with its agreement, seen by somebody of one party."""

    cast: Cast
    partnership: Partnership
    organisation: Organisation
    client: Client

    @property
    def home(self) -> str:
        return f"/as/{self.organisation.slug}/partnerships/{self.partnership.slug}/"

    def get(self, path: str = "", **query: str) -> HttpResponse:
        answer = self.client.get(self.home + path, query)
        assert isinstance(answer, HttpResponse)
        return answer

    def page(self, path: str = "", **query: str) -> str:
        answer = self.get(path, **query)
        assert answer.status_code == 200, path
        return answer.content.decode()


@pytest.fixture
def today(settings: Settings) -> date:
    settings.SAMSYN_TODAY = TODAY
    return TODAY


@pytest.fixture
def lanterna(cast: Cast, today: date) -> Table:
    """The invented agreement, as signed."""
    return lay_invented(cast, FILES)


@pytest.fixture
def amended(cast: Cast, today: date) -> Table:
    """The same with an amendment, as a second version."""
    table = lay_invented(cast, FILES)
    with acting_as_job(Job.SEED):
        add_version(table.partnership, AMENDED, by=Job.SEED, now=NOW, today=TODAY)
    return table


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def real(request: pytest.FixtureRequest, cast: Cast, today: date) -> Table:
    """Each agreement in agreements/, and the sixth."""
    return lay_real(cast, request.param)


def lay_real(cast: Cast, folder: Path) -> Table:
    """The agreement of a folder under its own parties, seen by the first civil party."""
    files = files_in(folder)
    agreement = read_files(files).agreement
    with acting_as_job(Job.SEED):
        organisations = organisations_of(agreement)
        partnership = register_partnership(files, organisations, by=Job.SEED, now=NOW, today=TODAY)
    civil = next(key for key, party in agreement.party.items() if party.kind == "civil")
    return _seen_by(cast, partnership, organisations[civil])


def lay_invented(cast: Cast, files: Mapping[str, bytes]) -> Table:
    both = {"kommunen": cast.municipality, "foreningen": cast.association}
    numbers = {"kommunen": "SN 2025/0412"}
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files, both, case_numbers=numbers, by=Job.SEED, now=NOW, today=TODAY)
    return _seen_by(cast, partnership, cast.association)


def _seen_by(cast: Cast, partnership: Partnership, organisation: Organisation) -> Table:
    return Table(cast, partnership, organisation, cast.client(organisation, Role.STEERING))
