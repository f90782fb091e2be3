"""Two clerks in the same instant: one preview, every voucher once, one release."""

from __future__ import annotations

from typing import Any

import pytest

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.viewer import Viewer
from samsyn.web.books import actions
from samsyn.web.books.models import Import, Release, Voucher
from samsyn.web.books.tests.conftest import NOW, TODAY, Table, bought, lay_it
from samsyn.web.organisations.roles import Role
from tests.boundaries.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def table(transactional_db: None, settings: Any) -> Table:
    settings.SAMSYN_TODAY = TODAY
    found = lay_it(lay_the_table())
    found.map((4000, 4999), found.lines[1])
    return found


def test_a_file_looked_at_by_two_at_once_is_one_preview_or_says_that_it_is_there(table: Table) -> None:
    data = table.file(bought(1, 100, table.day(1)))

    def look(viewer: Viewer) -> Import:
        return actions.preview("bok.se", data, by=viewer, now=NOW)

    found = at_once(table.cast, table.ours, Role.CONTROLLER, look, look, look)
    assert len({each.pk for each in found}) == 1


def test_two_files_stored_at_once_leave_every_voucher_once(table: Table) -> None:
    first = table.preview(bought(1, 100, table.day(1)), bought(2, 200, table.day(2)))
    other = table.preview(bought(1, 150, table.day(1)), bought(3, 300, table.day(3)))

    def store(imported: Import) -> Any:
        return lambda viewer: actions.store(imported, by=viewer, now=NOW)

    at_once(table.cast, table.ours, Role.CONTROLLER, store(first), store(other), store(first))
    with table.by():
        assert sorted(Voucher.objects.standing().values_list("key", flat=True)) == ["A 1", "A 2", "A 3"]
        assert Voucher.objects.count() == 4, "one of the two versions of A 1 has superseded the other"


def test_released_by_two_at_once_it_is_released_once(table: Table) -> None:
    table.store(bought(1, 100, table.day(1)))

    def release(viewer: Viewer) -> Release | None:
        return actions.release(table.partnership, DateRange.year(table.year), by=viewer, now=NOW)

    found = at_once(table.cast, table.ours, Role.CONTROLLER, release, release)
    assert sorted(each is None for each in found) == [False, True]
