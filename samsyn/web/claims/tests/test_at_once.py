"""Two people do something with claims in the same instant: numbers are given once, and nothing is paid twice."""

from __future__ import annotations

from uuid import uuid4

import pytest

from samsyn.rules.quantities import Amount
from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.claims import actions
from samsyn.web.claims.models import Claim, Repaid
from samsyn.web.claims.tests.conftest import NOW, TODAY, Table, lay_it
from samsyn.web.organisations.roles import Role
from tests.boundaries.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def table(transactional_db: None) -> Table:
    return lay_it(lay_the_table())


def test_claims_raised_at_once_have_numbers_of_their_own(table: Table) -> None:
    drafts = [table.drafted() for _ in range(3)]
    acts = [lambda viewer, claim=claim: actions.raise_claim(claim, by=viewer, now=NOW, today=TODAY) for claim in drafts]
    at_once(table.cast, table.claiming, Role.HEAD, *acts, *acts)
    with acting_as_job(Job.SEED):
        assert set(Claim.objects.values_list("number", flat=True)) == {1, 2, 3}


def test_two_who_note_the_last_payment_at_once_never_pay_more_than_is_owed(table: Table) -> None:
    claim = table.decided()

    def pay(viewer: Viewer) -> Repaid:
        return actions.note_payment(claim, TODAY, 10_000_00, made=uuid4(), by=viewer, now=NOW, today=TODAY)

    at_once(table.cast, table.paying, Role.CONTROLLER, pay, pay)
    assert table.standing(claim).noted == Amount(10_000_00)
