"""Every address × every role × every organisation."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from samsyn.web.access.fixtures import Cast, signed_in
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Permission, Role, permissions_of
from tests.boundaries.addresses import DOORS
from tests.boundaries.door import Acting, ByKey, Common, Door, InPartnership, Open, Own, Seated, SignedIn
from tests.boundaries.samples import SAMPLES, Sample

_PARAMETER = re.compile(r"\(\?P<(\w+)>[^)]*\)|<(?:\w+:)?(\w+)>")
OTHERS = ["association", "other_association", "other_board"]
_OF_ONE_ORGANISATION = [route for route, door in DOORS.items() if isinstance(door, Acting)]
_WITH_OBJECT = [route for route in _OF_ONE_ORGANISATION if len(_PARAMETER.findall(route)) > 1]


def routes(patterns: Iterable[URLPattern | URLResolver], start: str = "") -> Iterator[str]:
    for pattern in patterns:
        here = start + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, here)
        else:
            yield here


def test_every_address_is_classified() -> None:
    found = set(routes(get_resolver().url_patterns))
    new, gone = sorted(found - set(DOORS)), sorted(set(DOORS) - found)
    assert not new, (
        f"Nobody has said who may open {', '.join(new)}. Write a door for it in tests/boundaries/addresses.py."
    )
    assert not gone, f"No such address any more: {', '.join(gone)}. Remove it from tests/boundaries/addresses.py."


def test_every_parameter_has_a_sample() -> None:
    named = {one or two for route in DOORS for one, two in _PARAMETER.findall(route)} - {"organisation"}
    assert not named - set(SAMPLES), f"Write a sample for {named - set(SAMPLES)} in tests/boundaries/samples.py."


def address(route: str, sample: Sample, organisation: Organisation) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        return organisation.slug if name == "organisation" else str(SAMPLES[name](sample))

    return "/" + _PARAMETER.sub(value, route).replace("^", "").replace("$", "")


def knock(client: Client, door: Door, at: str) -> HttpResponse:
    return client.post(at) if door.post else client.get(at)  # type: ignore[return-value]


def is_let_in(response: HttpResponse) -> bool:
    """Anything but «does not exist», «sign in first» and an error of ours."""
    to_sign_in = response.status_code == 302 and response.headers["Location"].startswith("/accounts/login/")
    return response.status_code < 500 and response.status_code != 404 and not to_sign_in


def may_open(door: Acting, roles: Iterable[Role]) -> bool:
    if isinstance(door, Own):
        return Role.HEAD in roles
    if isinstance(door, Seated):
        return Role.STAFF in roles
    held: frozenset[Permission] = permissions_of(roles)
    return not door.needs or bool(held & door.needs)


def all_rounder(cast: Cast, organisation: Organisation) -> Client:
    """Someone with every role there, so that only the organisation can be the reason for a no."""
    person = cast.person(organisation, Role.HEAD)
    with acting_as_job(Job.SEED):
        for role in set(Role) - {Role.HEAD}:
            Membership.objects.create(person=person, organisation=organisation, role=role, since="2020-01-01")
    return signed_in(person)


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_doors_and_no_others(sample: Sample, role: Role) -> None:
    client = sample.cast.client(sample.cast.municipality, role)
    wrong = []
    for route in _OF_ONE_ORGANISATION:
        door = DOORS[route]
        assert isinstance(door, Acting)
        response = knock(client, door, address(route, sample, sample.cast.municipality))
        if is_let_in(response) != may_open(door, [role]):
            wrong.append(f"{route}: {response.status_code}")
    assert not wrong, f"{role.label}: {wrong}"


@pytest.mark.parametrize("other", OTHERS)
def test_nobody_opens_an_organisation_they_are_not_in(sample: Sample, other: str) -> None:
    client = all_rounder(sample.cast, getattr(sample.cast, other))
    answers = {
        route: knock(client, DOORS[route], address(route, sample, sample.cast.municipality)).status_code
        for route in _OF_ONE_ORGANISATION
    }
    assert set(answers.values()) == {404}, answers


def test_a_stranger_is_asked_to_sign_in_and_learns_nothing(sample: Sample) -> None:
    for route in _OF_ONE_ORGANISATION:
        there = knock(Client(), DOORS[route], address(route, sample, sample.cast.municipality))
        nowhere = knock(Client(), DOORS[route], address(route, sample, Organisation(slug="ingen")))
        assert (there.status_code, nowhere.status_code) == (302, 302), route
        assert there.headers["Location"].startswith("/accounts/login/"), route
        assert there.headers["Location"].replace("kommunen", "ingen") == nowhere.headers["Location"], route


@pytest.mark.slow
@pytest.mark.parametrize("other", OTHERS)
def test_what_belongs_to_another_does_not_exist(sample: Sample, other: str) -> None:
    """The municipality's things, asked for under the others' own addresses. A fellow party opens what is shared."""
    organisation = getattr(sample.cast, other)
    client = all_rounder(sample.cast, organisation)
    wrong = []
    for route in _WITH_OBJECT:
        response = knock(client, DOORS[route], address(route, sample, organisation))
        shared = isinstance(DOORS[route], Common) or (
            isinstance(DOORS[route], InPartnership) and other == "association"
        )
        if is_let_in(response) is not shared:
            wrong.append(f"{route}: {response.status_code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("route", [route for route, door in DOORS.items() if isinstance(door, ByKey)])
def test_a_wrong_key_opens_nothing(sample: Sample, route: str) -> None:
    for client in (Client(), signed_in(sample.colleague)):
        assert knock(client, DOORS[route], address(route, sample, sample.cast.municipality)).status_code == 404


def test_someone_without_a_role_today_has_no_organisation(sample: Sample) -> None:
    with acting_as_job(Job.SEED):
        person = Person.objects.create(
            email="slutat@kommunen.example", display_name="Slutat", is_demo=True, password="!"
        )
        Membership.objects.create(
            person=person,
            organisation=sample.cast.municipality,
            role=Role.HEAD,
            since="2020-01-01",
            until="2021-01-01",
        )
    client = signed_in(person)
    assert client.get("/as/kommunen/").status_code == 404
    assert "ingen roll" in client.get("/").content.decode()


def test_one_s_own_pages_need_a_sign_in(sample: Sample) -> None:
    known = signed_in(sample.colleague)
    for route in [route for route, door in DOORS.items() if isinstance(door, SignedIn)]:
        at = address(route, sample, sample.cast.municipality)
        assert Client().get(at).headers["Location"].startswith("/accounts/login/"), route
        assert known.get(at).status_code < 500, route


def test_open_pages_are_open_and_nothing_breaks(sample: Sample) -> None:
    """The doors of organisations are knocked at above, by strangers and in every role."""
    for route, door in DOORS.items():
        if isinstance(door, Acting):
            continue
        for client in (Client(), signed_in(sample.colleague)):
            response = knock(client, door, address(route, sample, sample.cast.municipality))
            assert response.status_code < 500, route
            assert is_let_in(response) or not isinstance(door, Open), f"{route}: {response.status_code}"
