"""The three who look after and keep order, and what each can open: the auditor, the officer, the administrator."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.matters.models import Matter
from samsyn.web.organisations.roles import Permission, Role, permissions_of
from tests.boundaries.addresses import DOORS
from tests.boundaries.door import Acting, Own
from tests.boundaries.samples import Sample
from tests.boundaries.test_addresses import address, is_let_in, knock

_HOME = "as/<slug:organisation>/"
_OWN_LETTERS = {f"{_HOME}letters/", f"{_HOME}letters/choose/"}
_WRITES = {Permission.FULFIL, Permission.DECIDE, Permission.WORK, Permission.MANAGE_MONEY, Permission.MANAGE_PEOPLE}

ADMINISTRATOR = {
    _HOME,
    *_OWN_LETTERS,
    f"{_HOME}people/",
    f"{_HOME}people/invite/",
    f"{_HOME}people/<uuid:person>/give-role/",
    f"{_HOME}people/roles/<uuid:membership>/end-role/",
}
"""People and roles, one's own post, no content."""

PROTECTION_OFFICER = {_HOME, *_OWN_LETTERS, f"{_HOME}history/", f"{_HOME}privacy/"}
"""The record of processing with the purge runs, and the history with sign-ins and reading."""


def of_the_organisation() -> Iterator[tuple[str, Acting]]:
    """Every address under an organisation but those of one person's own things."""
    yield from (
        (route, door) for route, door in DOORS.items() if isinstance(door, Acting) and not isinstance(door, Own)
    )


def opened(sample: Sample, role: Role) -> set[str]:
    client = sample.cast.client(sample.cast.municipality, role)
    at = {route: address(route, sample, sample.cast.municipality) for route, _ in of_the_organisation()}
    return {route for route, door in of_the_organisation() if is_let_in(knock(client, door, at[route]))}


def test_the_administrator_keeps_people_and_roles_and_reads_no_content(sample: Sample) -> None:
    assert opened(sample, Role.ADMINISTRATOR) == ADMINISTRATOR


def test_the_protection_officer_reaches_the_records_and_the_history_and_no_content(sample: Sample) -> None:
    assert opened(sample, Role.PROTECTION_OFFICER) == PROTECTION_OFFICER


def test_the_auditor_opens_all_that_can_be_read_and_nothing_that_only_others_do(sample: Sample) -> None:
    reads = {Permission.READ_PARTNERSHIP, Permission.READ_PROCESSING}
    assert permissions_of([Role.AUDITOR]) == reads
    assert opened(sample, Role.AUDITOR) == {
        route for route, door in of_the_organisation() if not door.needs or door.needs & reads
    }


@pytest.mark.slow
def test_the_auditor_can_press_nothing_but_what_is_one_s_own(sample: Sample) -> None:
    """Among addresses that only take forms: the own calendar address and the own post."""
    pressed = {route for route in opened(sample, Role.AUDITOR) if DOORS[route].post}
    assert all(route.startswith((f"{_HOME}calendar/", f"{_HOME}letters/")) for route in pressed), pressed


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PROTECTION_OFFICER, Role.ADMINISTRATOR])
def test_none_of_them_reads_about_individuals_or_works_for_the_party(role: Role) -> None:
    kept = {Permission.MANAGE_PEOPLE} if role is Role.ADMINISTRATOR else set()
    assert permissions_of([role]) & (_WRITES | {Permission.READ_INDIVIDUALS}) == kept


@pytest.mark.parametrize("role", [Role.PROTECTION_OFFICER, Role.ADMINISTRATOR])
def test_without_reading_no_row_of_a_partnership_is_there(sample: Sample, role: Role) -> None:
    with acting_as_job(Job.SEED):
        assert Matter.objects.exists()
    with sample.cast.as_(sample.cast.municipality, role, today=TODAY) as viewer:
        assert viewer.partnerships == viewer.participations == frozenset()
        assert not Matter.objects.exists()


@pytest.mark.parametrize("query", ["", "?show=sign-ins", "?show=reading"])
def test_the_protection_officer_sees_acts_sign_ins_and_reading(sample: Sample, query: str) -> None:
    client = sample.cast.client(sample.cast.municipality, Role.PROTECTION_OFFICER)
    page = client.get(f"/as/kommunen/history/{query}").content.decode()
    assert page.count('aria-current="page"') >= 1
    assert "Vem som har läst" in page


def test_the_protection_officer_is_told_of_purge_runs_also_when_there_are_none(sample: Sample) -> None:
    client = sample.cast.client(sample.cast.municipality, Role.PROTECTION_OFFICER)
    assert "Ingenting har gallrats ännu" in client.get("/as/kommunen/privacy/").content.decode()
