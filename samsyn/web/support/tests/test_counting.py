"""A contact is counted once, on its day, by the party that has the line; the page that counted it takes it back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.project.ids import new_id
from samsyn.web.support import actions
from samsyn.web.support.models import SupportContact
from samsyn.web.support.tests.conftest import Table

DAY = timedelta(days=1)


def rows() -> list[Any]:
    with acting_as_job(Job.SEED):
        return list(SupportContact.objects.values_list("day", "channel", "kind", "children", "concern"))


def test_what_was_chosen_is_what_is_kept(table: Table) -> None:
    table.count(channel="visit", kind="passed_on", children=2, concern="talk_held")
    assert rows() == [(table.today, "visit", "passed_on", 2, "talk_held")]


def test_the_same_page_sent_twice_counts_once(table: Table) -> None:
    made = table.count()
    table.count(made)
    table.count(made, channel="chat")
    assert rows() == [(table.today, "phone", table.kind, 0, "")]


def test_an_id_that_another_organisation_has_used_says_nothing_and_changes_nothing(table: Table) -> None:
    made = uuid4()
    with acting_as_job(Job.SEED):
        SupportContact.objects.create(
            id=made, partnership=table.partnership, organisation=table.ours, day=table.today, channel="mail", kind="x"
        )
    table.count(made)
    assert [channel for _, channel, *_ in rows()] == ["mail"]


@pytest.mark.parametrize("back", [0, 1, 7])
def test_a_contact_of_the_last_week_counts_on_its_own_day(table: Table, back: int) -> None:
    table.count(day=table.today - back * DAY)
    assert rows()[0][0] == table.today - back * DAY


@pytest.mark.parametrize("back", [-1, 8, 400])
def test_a_day_ahead_or_long_ago_is_refused_also_by_the_wall(table: Table, back: int) -> None:
    day = table.today - back * DAY
    with pytest.raises(ValidationError):
        table.count(day=day)
    with table.as_(table.theirs) as viewer, pytest.raises(DatabaseError), transaction.atomic():
        SupportContact.objects.create(
            partnership=table.partnership, organisation_id=viewer.organisation_id, day=day, channel="phone", kind="x"
        )
    assert not rows()


@pytest.mark.parametrize("wrong", [
    {"channel": "letter"}, {"kind": "something-else"}, {"kind": ""}, {"children": 21}, {"children": -1},
    {"concern": "anna"}, {"first_or_returning": "often"},
])  # fmt: skip
def test_what_the_agreement_does_not_count_is_refused(table: Table, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        table.count(**wrong)
    assert not rows()


def test_an_id_with_a_time_in_it_is_refused(table: Table) -> None:
    with pytest.raises(ValidationError):
        table.count(new_id())


def test_what_was_counted_is_taken_back_and_twice_is_no_harm(table: Table) -> None:
    made, kept = table.count(), table.count(channel="chat")
    with table.as_(table.theirs) as viewer:
        assert actions.take_back(table.partnership, made, by=viewer)
        assert not actions.take_back(table.partnership, made, by=viewer)
    assert kept != made
    assert len(rows()) == 1


def test_after_a_week_it_stands(table: Table) -> None:
    made = table.count()
    table.today += 8 * DAY
    with table.as_(table.theirs) as viewer:
        assert not actions.take_back(table.partnership, made, by=viewer)
    assert len(rows()) == 1


def test_the_other_party_sees_and_takes_back_nothing(table: Table) -> None:
    made = table.count()
    with table.as_(table.ours, Role.HEAD) as viewer:
        assert not SupportContact.objects.exists()
        assert not actions.take_back(table.partnership, made, by=viewer)
    assert len(rows()) == 1


def test_nobody_changes_a_row(table: Table) -> None:
    table.count()
    with table.as_(table.theirs, Role.HEAD), pytest.raises(DatabaseError), transaction.atomic():
        SupportContact.objects.update(children=3)


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.STEERING, Role.AUDITOR])
def test_who_does_not_do_the_daily_work_does_not_count(table: Table, role: Role) -> None:
    with table.as_(table.theirs, role) as viewer, pytest.raises(PermissionDenied):
        actions.count_contact(table.line(viewer), table.said(), uuid4(), by=viewer, today=table.today)
