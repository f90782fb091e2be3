"""Two let go in the same instant: one is weighed with the other, and the same twice is once."""

from __future__ import annotations

import pytest

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.releases import actions
from samsyn.web.releases.models import Release
from samsyn.web.releases.tests.conftest import NOW, SPRING, YEAR, Table, lay_it, told
from tests.boundaries.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def table(transactional_db: None) -> Table:
    return lay_it(lay_the_table())


def test_two_at_once_are_weighed_one_after_the_other(table: Table) -> None:
    spring = table.visits({"woman": 40, "man": 60, "not_stated": 20})
    year = table.visits({"woman": 43, "man": 99, "not_stated": 50}, YEAR)

    def first(viewer: Viewer) -> object:
        return actions.release(table.partnership, [spring], by=viewer, now=NOW)

    def second(viewer: Viewer) -> object:
        return actions.release_part(table.partnership, [spring, year], by=viewer, now=NOW)

    at_once(table.cast, table.ours, Role.HEAD, first, second)
    with acting_as_job(Job.SEED):
        assert Release.objects.filter(number=1).count() == 2
    seen = {each.period: told(each) for each in table.seen(table.municipality)}
    assert None in (seen[SPRING]["woman"], seen[YEAR]["woman"]), "the three who came in the autumn"
