"""Two people write in the same table in the same instant: one version stands, and the other is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.indices.actions import enter
from samsyn.web.indices.models import IndexFigure, IndexTable
from samsyn.web.indices.tests.test_register import NOW, TODAY, said
from samsyn.web.organisations.roles import Role
from tests.boundaries.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def table(transactional_db: None) -> Cast:
    return lay_the_table()


def test_a_table_sent_twice_at_once_is_one(table: Cast) -> None:
    def write(viewer: Viewer) -> IndexTable:
        return enter(said(), seen=0, by=viewer, now=NOW, today=TODAY)

    results = at_once(table, table.municipality, Role.CONTROLLER, write, write, write)
    assert len({each.pk for each in results}) == 1
    with acting_as_job(Job.SEED):
        assert (IndexTable.objects.count(), IndexFigure.objects.count()) == (1, 1)


def test_of_two_that_say_different_things_one_stands_and_the_others_are_told(table: Cast) -> None:
    def writing(percent: str) -> Callable[[Viewer], str]:
        def write(viewer: Viewer) -> str:
            try:
                enter(said(percent), seen=0, by=viewer, now=NOW, today=TODAY)
            except ValidationError as told:
                return told.messages[0]
            return "stands"

        return write

    acts = [writing(percent) for percent in ("3.1", "3.2", "3.3")]
    results = at_once(table, table.municipality, Role.CONTROLLER, *acts)
    assert sorted(each == "stands" for each in results) == [False, False, True]
    assert all("finns redan" in each for each in results if each != "stands")
    with acting_as_job(Job.SEED):
        assert IndexTable.objects.count() == 1
