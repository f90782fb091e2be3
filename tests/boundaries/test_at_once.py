"""Two people do the same in the same instant: one of them has done it, the other is told why not. Nothing breaks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samsyn.web.access import actions as access
from samsyn.web.access.fixtures import Cast, lay_the_table, signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.models import Grant
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history.models import Act as Act_
from samsyn.web.meetings import actions as meetings
from samsyn.web.meetings.tests.conftest import lay as lay_a_body
from samsyn.web.obligations import actions as feeds
from samsyn.web.obligations.models import FeedKey
from samsyn.web.organisations import actions as people
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships import actions as seats
from samsyn.web.partnerships.models import Appointment

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MONDAY = date(2026, 3, 2)
_PATIENCE = 1.0
"""Seconds to wait for the other where it may itself be waiting for us in the database."""
Act = Callable[[Viewer], Any]


@pytest.fixture
def table(transactional_db: None) -> Cast:
    return lay_the_table()


@contextmanager
def meeting_in(model: type[Any], method: str, parties: int = 2) -> Iterator[None]:
    """Everyone has passed this check before anyone goes on."""
    barrier, original = threading.Barrier(parties, timeout=_PATIENCE), getattr(model, method)

    def checked(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = original(self, *args, **kwargs)
        with suppress(threading.BrokenBarrierError):
            barrier.wait()
        return result

    with patch.object(model, method, checked):
        yield


def at_once(table: Cast, organisation: Organisation, role: Role, *acts: Act) -> list[Any]:
    """Each act in a transaction of its own, on a connection of its own. What each gave, or what it raised."""
    table.person(organisation, role)

    def one(act: Act) -> Any:
        try:
            with table.as_(organisation, role) as viewer:
                return act(viewer)
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def sorted_out(results: list[Any]) -> tuple[list[Any], str]:
    """What succeeded, and what the one that did not was told."""
    done = [each for each in results if not isinstance(each, Exception)]
    refused = [each for each in results if isinstance(each, Exception)]
    told = [text for each in refused if isinstance(each, ValidationError) for text in each.messages]
    assert len(told) == len(refused), refused
    return done, " ".join(told)


def test_the_same_role_given_twice_is_held_once(table: Cast) -> None:
    person = table.person(table.municipality, Role.STAFF)
    with meeting_in(Membership, "validate_constraints"):
        give: Act = lambda viewer: people.give_role(person, Role.CONTROLLER, MONDAY, by=viewer, now=NOW)  # noqa: E731
        done, told = sorted_out(at_once(table, table.municipality, Role.ADMINISTRATOR, give, give))
    assert len(done) == 1
    assert "redan den rollen" in told


def test_the_page_says_so_and_keeps_what_was_typed(table: Cast) -> None:
    person = table.person(table.municipality, Role.STAFF)
    administrator = table.person(table.municipality, Role.ADMINISTRATOR)
    browsers = [signed_in(administrator), signed_in(administrator)]

    def press(client: Any) -> tuple[int, str]:
        try:
            typed = {"role": "controller", "since": "2026-03-02"}
            answer = client.post(f"/as/kommunen/people/{person.pk}/give-role/", typed)
            return answer.status_code, answer.content.decode()
        finally:
            connection.close()

    with meeting_in(Membership, "validate_constraints"), ThreadPoolExecutor(2) as threads:
        answers = sorted(threads.map(press, browsers))
    assert [status for status, _ in answers] == [302, 422]
    assert "redan den rollen" in answers[1][1]
    assert "2026-03-02" in answers[1][1]


def test_an_address_invited_twice_is_one_person(table: Cast) -> None:
    def invite(role: Role) -> Act:
        return lambda viewer: people.invite("ny@kommunen.example", "Ny", role, MONDAY, by=viewer, now=NOW)

    with meeting_in(Person, "clean_fields"):
        results = at_once(table, table.municipality, Role.ADMINISTRATOR, invite(Role.STAFF), invite(Role.CONTROLLER))
    done, told = sorted_out(results)
    assert told == ""
    assert len({each.person_id for each in done}) == 1


def test_the_same_seat_filled_twice_with_one_person_is_filled_once(table: Cast) -> None:
    person = table.person(table.municipality, Role.STEERING)

    def appoint(viewer: Viewer) -> Appointment:
        return seats.appoint(person, table.partnership, "styrgrupp", "ledamot", MONDAY, by=viewer, now=NOW)

    with meeting_in(Appointment, "full_clean"):
        done, told = sorted_out(at_once(table, table.municipality, Role.HEAD, appoint, appoint))
    assert len(done) == 1
    assert "redan den funktionen" in told


def test_the_same_grant_given_twice_stands_once(table: Cast) -> None:
    def give(viewer: Viewer) -> Grant:
        return access.give_grant(
            table.partnership,
            table.association,
            "talks",
            MONDAY,
            basis="clause",
            basis_reference="§ 4",
            by=viewer,
            now=NOW,
        )

    with meeting_in(Grant, "full_clean"):
        done, told = sorted_out(at_once(table, table.municipality, Role.HEAD, give, give))
    assert len(done) == 1
    assert "delas redan" in told


def test_two_administrators_who_end_each_other_s_role_leave_one(table: Cast) -> None:
    first = table.person(table.municipality, Role.ADMINISTRATOR)
    second = table.person(table.municipality, Role.STAFF)
    with acting_as_job(Job.SEED):
        held = [Membership.objects.get(person=first, role=Role.ADMINISTRATOR)]
        held.append(
            Membership.objects.create(
                person=second, organisation=table.municipality, role=Role.ADMINISTRATOR, since="2020-01-01"
            )
        )

    def end(membership: Membership) -> Act:
        return lambda viewer: people.end_role(membership, MONDAY, by=viewer, now=NOW)

    with meeting_in(Membership, "full_clean"):
        done, told = sorted_out(at_once(table, table.municipality, Role.ADMINISTRATOR, *map(end, held)))
    assert len(done) == 1
    assert "Ge rollen till någon annan" in told


def test_an_address_opened_twice_is_open_once(table: Cast) -> None:
    def open_one(viewer: Viewer) -> str:
        return feeds.open_feed(by=viewer, now=NOW)

    for _ in range(5):
        done, told = sorted_out(at_once(table, table.municipality, Role.HEAD, open_one, open_one, open_one))
        assert (len(done), told) == (3, "")
    with table.as_(table.municipality, Role.HEAD) as viewer:
        assert FeedKey.objects.visible_to(viewer).open().count() == 1


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(1, 1, 1)])
def test_nothing_ends_before_it_began(table: Cast, day: date) -> None:
    held = table.person(table.municipality, Role.STAFF)
    with table.as_(table.municipality, Role.ADMINISTRATOR) as viewer:
        membership = Membership.objects.get(person=held)
        with pytest.raises(ValidationError, match="före den första dagen, 2020-01-01"):
            people.end_role(membership, day, by=viewer, now=NOW)
    with table.as_(table.municipality, Role.HEAD) as viewer:
        seat = seats.appoint(held, table.partnership, "styrgrupp", "ledamot", MONDAY, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="före den första dagen"):
            seats.end_appointment(seat, day, by=viewer, now=NOW)
        grant = access.give_grant(
            table.partnership,
            table.association,
            "talks",
            MONDAY,
            basis="law",
            basis_reference="SoL",
            by=viewer,
            now=NOW,
        )
        with pytest.raises(ValidationError, match="före den första dagen"):
            access.end_grant(grant, day, by=viewer, now=NOW)


def test_two_who_call_the_same_body_at_once_get_a_number_each(table: Cast) -> None:
    laid = lay_a_body(table)

    def call(day: int) -> Act:
        begins = datetime(2026, 4, day, 12, tzinfo=UTC)
        return lambda viewer: meetings.call_meeting(
            laid.partnership,
            "styrgrupp",
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            place="Här",
            by=viewer,
            now=NOW,
            today=MONDAY,
        )

    done, told = sorted_out(at_once(table, table.municipality, Role.STEERING, *map(call, (1, 2, 2, 3))))
    assert told == ""
    assert sorted({each.number for each in done}) == [1, 2, 3]
    assert len({each.pk for each in done}) == 3


def test_the_last_two_approvals_at_once_make_the_meeting_count_once(table: Cast) -> None:
    laid = lay_a_body(table)
    minutes = laid.put_forward(laid.held())
    for organisation in (table.municipality, table.association):
        table.person(organisation, Role.STEERING)

    def approve(organisation: Organisation) -> Any:
        try:
            with table.as_(organisation, Role.STEERING) as viewer:
                return meetings.approve_minutes(minutes, by=viewer, now=NOW, today=date(2026, 3, 20))
        except Exception as error:
            return error
        finally:
            connection.close()

    both = [table.municipality, table.association, table.municipality, table.association]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(approve, both))
    assert len({each.pk for each in answers}) == 2
    assert laid.fresh(minutes.meeting).approved_on == date(2026, 3, 20)
    with acting_as_job(Job.SEED):
        assert Act_.objects.filter(name="minutes.approved").count() == 1
