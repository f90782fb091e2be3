"""Two people do the same with a statement in the same instant: it is done once."""

from __future__ import annotations

from typing import Any

import pytest

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.statements import actions
from samsyn.web.statements.models import Answer, Statement, Submission
from samsyn.web.statements.tests.conftest import NOW, TODAY, Table, lay_it
from tests.boundaries.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def table(transactional_db: None) -> Table:
    return lay_it(lay_the_table())


def test_opened_by_two_at_once_it_is_one(table: Table) -> None:
    owed = table.owed()

    def start(viewer: Viewer) -> Statement:
        return actions.open_statement(owed, by=viewer, now=NOW)

    found = at_once(table.cast, table.ours, Role.CONTROLLER, start, start)
    assert {each.pk for each in found} == {found[0].pk}


def test_signed_by_two_at_once_it_is_handed_in_once(table: Table) -> None:
    statement = table.opened()
    table.write(statement)
    seal = table.seal(statement)

    def sign(viewer: Viewer) -> Submission:
        return actions.sign(statement, seal=seal, by=viewer, now=NOW, today=TODAY)

    found = at_once(table.cast, table.ours, Role.HEAD, sign, sign)
    assert {each.pk for each in found} == {found[0].pk}
    with acting_as_job(Job.SEED):
        assert Submission.objects.count() == 1


def test_one_accepts_while_another_sends_back_and_the_party_has_one_answer(table: Table) -> None:
    submission = table.signed(table.opened())
    said: dict[str, Any] = {"now": NOW, "today": TODAY}
    at_once(
        table.cast,
        table.theirs,
        Role.HEAD,
        lambda viewer: actions.accept(submission, by=viewer, **said),
        lambda viewer: actions.send_back(submission, "Maten saknas.", by=viewer, **said),
    )
    with acting_as_job(Job.SEED):
        assert Answer.objects.count() == 1
