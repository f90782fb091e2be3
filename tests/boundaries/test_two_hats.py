"""One person, two organisations, one session: the address decides which hat is on, and nothing passes between them."""

from __future__ import annotations

import pytest
from django.test import Client

from samsyn.web.access.fixtures import signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment
from samsyn.web.roster.models import Worker
from tests.boundaries.addresses import DOORS
from tests.boundaries.door import Acting, Common
from tests.boundaries.samples import Sample
from tests.boundaries.test_addresses import address, is_let_in, knock

_WITH_OBJECT = [
    route
    for route, door in DOORS.items()
    if isinstance(door, Acting) and not isinstance(door, Common) and route.count("<") > 1
]


@pytest.fixture
def both(sample: Sample) -> Person:
    """With every role in the municipality and in another board of the same city, and on the roster of the first."""
    cast = sample.cast
    person = cast.person(cast.municipality, Role.HEAD)
    with acting_as_job(Job.SEED):
        for organisation in (cast.municipality, cast.other_board):
            for role in Role:
                Membership.objects.get_or_create(
                    person=person, organisation=organisation, role=role, defaults={"since": "2020-01-01"}
                )
        Appointment.objects.create(
            person=person,
            partnership=sample.partnership,
            organisation=cast.municipality,
            body="nattsamordning",
            function="Samordnare",
            since="2020-01-01",
        )
        Worker.objects.filter(pk=sample.laid["roster"].worker.pk).update(person=person)
    return person


@pytest.mark.parametrize("route", _WITH_OBJECT)
def test_a_thing_of_the_one_does_not_exist_under_the_other(sample: Sample, both: Person, route: str) -> None:
    client, door = signed_in(both), DOORS[route]
    assert is_let_in(knock(client, door, address(route, sample, sample.cast.municipality)))
    there = address(route, sample, sample.cast.other_board)
    assert knock(client, door, there).status_code == 404
    assert client.post(there, {"until": "2026-03-02", "case_number": "X", "role": "staff"}).status_code in (404, 405)


def test_lists_of_the_one_hold_nothing_of_the_other(sample: Sample, both: Person) -> None:
    client = signed_in(both)
    for path in ("", "partnerships/", "people/", "history/", "calendar/", "privacy/"):
        page = client.get(f"/as/andra-namnden/{path}").content.decode()
        assert f"/partnerships/{sample.partnership.slug}/" not in page, path
        assert sample.colleague.display_name not in page, path


def test_what_is_done_under_one_hat_is_in_that_one_s_history(sample: Sample, both: Person) -> None:
    client = signed_in(both)
    client.post("/as/andra-namnden/calendar/open/")
    with acting_as_job(Job.SEED):
        act = Act.objects.get(name="feed.open")
    assert act.organisation_id == sample.cast.other_board.pk


def test_a_calendar_opened_under_one_hat_shows_nothing_of_the_other(sample: Sample, both: Person) -> None:
    import re

    client = signed_in(both)
    page = client.post("/as/andra-namnden/calendar/open/", follow=True).content.decode()
    (path,) = set(re.findall(r"/feeds/[\w-]+\.ics", page))
    assert b"BEGIN:VEVENT" not in Client().get(path).content


def test_a_role_that_ends_closes_the_open_session_at_the_next_click(sample: Sample, both: Person) -> None:
    client = signed_in(both)
    assert client.get("/as/kommunen/").status_code == 200
    with acting_as_job(Job.SEED):
        Membership.objects.filter(person=both, organisation=sample.cast.municipality).update(until="2026-01-01")
    assert client.get("/as/kommunen/").status_code == 404
    assert client.get(f"/as/kommunen/partnerships/{sample.partnership.slug}/").status_code == 404
    assert client.get("/as/andra-namnden/").status_code == 200


def test_someone_who_is_shut_out_is_nobody_at_the_next_click(sample: Sample, both: Person) -> None:
    client = signed_in(both)
    with acting_as_job(Job.SEED):
        Person.objects.filter(pk=both.pk).update(is_active=False)
    assert client.get("/as/kommunen/").headers["Location"].startswith("/accounts/login/")
    assert client.get("/").status_code == 200
