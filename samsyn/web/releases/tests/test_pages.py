"""The pages: what is let go, what one may let go, and that what is let go is what was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from samsyn.rules.indicators import Figure
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases.models import Release
from samsyn.web.releases.tests.conftest import SPRING, Table

SMALL = {"woman": 3, "man": 60, "not_stated": 20}
AT = f"let-go/?first={SPRING.start}"


class Counting:
    """What the party has counted, until somebody counts again. The others have counted nothing."""

    def __init__(self, owner: UUID, figures: Sequence[Figure]) -> None:
        self.owner, self.figures = owner, list(figures)

    def __call__(self, partnership: Partnership, organisation: UUID, *args: Any, **given: Any) -> list[Figure]:
        return self.figures if organisation == self.owner else []


@pytest.fixture
def counting(table: Table, monkeypatch: pytest.MonkeyPatch) -> Counting:
    made = Counting(table.ours.pk, [table.visits(SMALL)])
    monkeypatch.setattr("samsyn.web.releases.views.letting.exact_of", made)
    return made


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def sent(client: Client, url: str, **typed: Any) -> Any:
    seal = page(client, url).split('name="seal" value="')[1].split('"')[0]
    return client.post(url, {"figures": ["besok"], "seal": seal, **typed})


def test_one_sees_what_the_others_would_see_and_lets_go_of_it(table: Table, counting: Counting) -> None:
    client = table.cast.client(table.ours, Role.HEAD)
    assert "Första halvåret 2025" in page(client, table.home())
    shown = page(client, table.home() + AT)
    assert "färre än 5" in shown
    assert "annars går ett litet tal att räkna ut" in shown
    answer = sent(client, table.home() + AT)
    assert answer.status_code == 302
    others = table.cast.client(table.municipality, Role.CONTROLLER)
    listed = page(others, table.home(table.municipality))
    assert "83 besök" in listed
    with acting_as_job(Job.SEED):
        release = Release.objects.get()
    told = page(others, f"{table.home(table.municipality)}{release.pk}/")
    assert "visas inte" in told
    assert "färre än 5" not in told, "which of the two is small is nobody's business"
    assert table.cast.client(table.municipality, Role.HEAD).get(table.home(table.municipality) + AT).status_code == 200
    assert others.get(table.home(table.municipality) + AT).status_code == 404


def test_other_numbers_than_those_one_looked_at_are_not_let_go(table: Table, counting: Counting) -> None:
    client = table.cast.client(table.ours, Role.HEAD)
    url = table.home() + AT
    seal = page(client, url).split('name="seal" value="')[1].split('"')[0]
    counting.figures = [table.visits({**SMALL, "man": 61})]
    answer = client.post(url, {"figures": ["besok"], "seal": seal})
    assert answer.status_code == 422
    assert "har ändrats sedan du läste dem" in answer.content.decode()
    with acting_as_job(Job.SEED):
        assert not Release.objects.exists()


def test_a_correction_asks_why(table: Table, counting: Counting) -> None:
    client = table.cast.client(table.ours, Role.HEAD)
    url = table.home() + AT
    sent(client, url)
    counting.figures = [table.visits({**SMALL, "man": 70})]
    assert "Släppt tidigare med andra tal" in page(client, url)
    assert sent(client, url).status_code == 422
    assert sent(client, url, because="Tio besök saknades.").status_code == 302
    assert "Tio besök saknades." in page(client, f"{table.home()}{_last()}/")


def _last() -> Any:
    with acting_as_job(Job.SEED):
        return Release.objects.get(number=2).pk


def test_the_list_costs_as_many_questions_however_much_is_let_go(
    table: Table, django_assert_max_num_queries: Any
) -> None:
    for days in (SPRING, SPRING.year(2025)):
        table.let_go(table.visits(SMALL, days), part=True)
    client = table.cast.client(table.municipality, Role.CONTROLLER)
    page(client, table.home(table.municipality))
    with django_assert_max_num_queries(16):
        page(client, table.home(table.municipality))
