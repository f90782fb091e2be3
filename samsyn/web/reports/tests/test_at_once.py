"""Two people do the same with a report in the same instant: it is done once."""

from __future__ import annotations

import pytest

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.reports import actions
from samsyn.web.reports.models import Part, Report, Submission
from samsyn.web.reports.tests.conftest import MOMENT, Table, lay_it
from tests.boundaries.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def table(transactional_db: None) -> Table:
    return lay_it(lay_the_table())


def test_opened_signed_and_submitted_by_two_at_once_it_is_one(table: Table) -> None:
    owed = table.owed("statistik")

    def start(viewer: Viewer) -> Report:
        return actions.open_report(owed, by=viewer, **MOMENT)

    reports = at_once(table.cast, table.one, Role.HEAD, start, start)
    assert {each.pk for each in reports} == {reports[0].pk}
    report = reports[0]
    table.write(report, table.one, ord="Få kom i juli.")
    seal = table.seal(report, table.one)

    def sign(viewer: Viewer) -> Part:
        return actions.sign(report, seal=seal, by=viewer, **MOMENT)

    parts = at_once(table.cast, table.one, Role.HEAD, sign, sign)
    assert {each.pk for each in parts} == {parts[0].pk}
    with acting_as_job(Job.SEED):
        assert Submission.objects.count() == 1
