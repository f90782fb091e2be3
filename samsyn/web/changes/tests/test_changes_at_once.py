"""Two parties take the last step in the same instant, two changes are completed at once: nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.models import AgreementVersion
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes import actions
from samsyn.web.changes.content import file_name
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.tests.laying import APPROVED, NOW, SIX_MONTHS, TODAY, lay, proposed, step
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
Act = tuple[Organisation, Callable[[Viewer], Any]]


@pytest.fixture
def table(transactional_db: None) -> Cast:
    cast = lay_the_table()
    for organisation in (cast.municipality, cast.association, cast.other_association):
        cast.person(organisation, Role.HEAD)
    return cast


def at_once(table: Cast, *acts: Act) -> list[Any]:
    """Each on a connection of its own; what it gave, or what it raised."""

    def one(act: Act) -> Any:
        try:
            with table.as_(act[0], Role.HEAD) as viewer:
                return act[1](viewer)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def _approve(change: Change) -> Callable[[Viewer], Any]:
    return lambda viewer: step(change, "approval", by=viewer)


def test_the_last_two_approvals_at_once_make_one_version(table: Cast) -> None:
    partnership = lay(table, APPROVED, three=True)
    with table.as_(table.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer)
    found = at_once(table, (table.association, _approve(change)), (table.other_association, _approve(change)))
    assert not [each for each in found if isinstance(each, Exception)], found
    with table.as_(table.municipality, Role.HEAD):
        assert AgreementVersion.objects.filter(partnership=partnership).count() == 2
        change.refresh_from_db()
        assert change.version is not None


def test_a_double_click_on_approve_is_one_approval(table: Cast) -> None:
    partnership = lay(table, APPROVED)
    with table.as_(table.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
    found = at_once(table, *[(table.association, _approve(change))] * 3)
    refused = [each for each in found if isinstance(each, Exception)]
    assert len(refused) == 2
    assert all(isinstance(each, ValidationError) for each in refused), refused
    with table.as_(table.municipality, Role.HEAD):
        assert Step.objects.filter(change=change).count() == 1


def test_two_changes_completed_at_once_are_both_in_the_agreement(table: Cast) -> None:
    partnership = lay(table, APPROVED)
    other = {"set": {"body": {"styrgrupp": {"says": "Styrgruppen leder arbetet."}}}}
    with table.as_(table.municipality, Role.HEAD) as viewer:
        first = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        second = proposed(partnership, "amendment", {"clause": "5", "says": "Styrgruppen leder."}, other, by=viewer)
        for change in (first, second):
            step(change, "approval", by=viewer)
    found = at_once(table, (table.association, _approve(first)), (table.association, _approve(second)))
    assert not [each for each in found if isinstance(each, Exception)], found
    with table.as_(table.municipality, Role.HEAD):
        files = dossier_of(partnership).files
        assert {file_name(first), file_name(second)} <= set(files)


def test_refused_and_approved_at_once_is_one_of_them(table: Cast) -> None:
    partnership = lay(table, APPROVED, three=True)
    with table.as_(table.municipality, Role.HEAD) as viewer:
        change = proposed(partnership, "amendment", content=SIX_MONTHS, by=viewer)
        step(change, "approval", by=viewer)
    with table.as_(table.association, Role.HEAD) as viewer:
        step(change, "approval", by=viewer)

    def withdraw(viewer: Viewer) -> Change:
        return actions.withdraw(change, "Vi tänkte om.", by=viewer, now=NOW, today=TODAY)

    at_once(table, (table.other_association, _approve(change)), (table.municipality, withdraw))
    with table.as_(table.municipality, Role.HEAD):
        change.refresh_from_db()
        assert (change.version is None) is (change.closed_how == Change.Closed.WITHDRAWN)


def test_drafts_made_at_once_have_numbers_of_their_own(table: Cast) -> None:
    partnership = lay(table, APPROVED)

    def draft(viewer: Viewer) -> Change:
        values = {"clause": "3", "says": "Sex månader."}
        return actions.draft(partnership, "amendment", values, content=SIX_MONTHS, by=viewer, now=NOW, today=TODAY)

    found = at_once(table, *[(organisation, draft) for organisation in (table.municipality, table.association)] * 2)
    assert not [each for each in found if isinstance(each, Exception)], found
    assert sorted(each.number for each in found) == [1, 2, 3, 4]
