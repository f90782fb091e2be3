"""Browsers of two and three parties before a partnership whose changes are signed, approved or decided by a board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.changes.tests.laying import TODAY
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership


@dataclass
class Party:
    """Somebody of one party, before the partnership's changes."""

    client: Client
    organisation: Organisation
    partnership: Partnership

    @property
    def home(self) -> str:
        return f"/as/{self.organisation.slug}/partnerships/{self.partnership.slug}/changes/"

    def get(self, path: str = "", **query: str) -> HttpResponse:
        answer = self.client.get(self.home + path, query)
        assert isinstance(answer, HttpResponse)
        return answer

    def page(self, path: str = "", **query: str) -> str:
        answer = self.get(path, **query)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()

    def post(self, path: str, typed: dict[str, Any] | None = None, *, follow: bool = False) -> HttpResponse:
        answer = self.client.post(self.home + path, typed or {}, follow=follow)
        assert isinstance(answer, HttpResponse)
        return answer


@pytest.fixture
def today(settings: Settings) -> date:
    settings.SAMSYN_TODAY = TODAY
    return TODAY


def party(cast: Cast, partnership: Partnership, organisation: Organisation, role: Role = Role.HEAD) -> Party:
    return Party(cast.client(organisation, role), organisation, partnership)
