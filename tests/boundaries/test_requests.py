"""A request is one transaction: all of it, or nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from samsyn.web.access.fixtures import Cast, lay_the_table, signed_in
from samsyn.web.access.request import ViewerRequest
from samsyn.web.history.models import Act
from samsyn.web.organisations import actions
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.project import urls

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def rename(request: ViewerRequest, organisation: str, ending: str) -> HttpResponse:
    """Changes something, and then ends as the address says."""
    Person.objects.filter(pk=request.viewer.person_id).update(display_name="Nytt namn")
    if ending == "missing":
        raise Http404
    if ending == "refused":
        from django.core.exceptions import PermissionDenied

        raise PermissionDenied
    if ending == "broken":
        raise RuntimeError("on purpose")
    return HttpResponse(status=int(ending))


endings = ModuleType("endings")
endings.urlpatterns = [  # type: ignore[attr-defined]
    path("as/<slug:organisation>/rename/<ending>/", rename),
    *urls.urlpatterns,
]
endings.handler404 = urls.handler404  # type: ignore[attr-defined]
endings.handler403 = urls.handler403  # type: ignore[attr-defined]
endings.handler500 = urls.handler500  # type: ignore[attr-defined]


@pytest.fixture
def client_of(transactional_db: None) -> Iterator[tuple[Client, Person, Cast]]:
    table = lay_the_table()
    person = table.person(table.municipality, Role.HEAD)
    with override_settings(ROOT_URLCONF=endings):
        client = signed_in(person)
        client.raise_request_exception = False
        yield client, person, table


def name_of(person: Person, table: Cast) -> str:
    with table.as_(table.municipality, Role.HEAD):
        return str(Person.objects.get(pk=person.pk).display_name)


@pytest.mark.parametrize("ending", ["missing", "refused", "broken", "500", "503"])
def test_nothing_of_a_failed_request_remains(client_of: tuple[Client, Person, Cast], ending: str) -> None:
    client, person, table = client_of
    before = name_of(person, table)
    assert client.get(f"/as/kommunen/rename/{ending}/").status_code >= 400
    assert name_of(person, table) == before


@pytest.mark.parametrize("ending", ["200", "302", "422"])
def test_a_request_that_answers_is_kept(client_of: tuple[Client, Person, Cast], ending: str) -> None:
    client, person, table = client_of
    assert client.get(f"/as/kommunen/rename/{ending}/").status_code == int(ending)
    assert name_of(person, table) == "Nytt namn"


def test_the_error_page_still_knows_who_is_reading(client_of: tuple[Client, Person, Cast]) -> None:
    client, _, _ = client_of
    text = client.get("/as/kommunen/rename/missing/").content.decode()
    assert "Sidan finns inte" in text
    assert "Socialnämnden" in text


def test_what_one_may_not_do_does_not_exist(client_of: tuple[Client, Person, Cast]) -> None:
    client, _, _ = client_of
    assert client.get("/as/kommunen/rename/refused/").status_code == 404


def test_a_form_from_elsewhere_is_refused_with_what_to_do(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@b.example", "password": "x"})
    assert answer.status_code == 403
    assert "ladda om sidan" in answer.content.decode()


ACTS: dict[str, Any] = {
    "invite": lambda viewer, held: actions.invite(
        "ny@kommunen.example", "Ny", Role.STAFF, NOW.date(), by=viewer, now=NOW
    ),
    "give role": lambda viewer, held: actions.give_role(held.person, Role.CONTROLLER, NOW.date(), by=viewer, now=NOW),
    "end role": lambda viewer, held: actions.end_role(held, NOW.date(), by=viewer, now=NOW),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_act_whose_history_cannot_be_written_has_not_happened(cast: Cast, act: str) -> None:
    person = cast.person(cast.municipality, Role.STAFF)
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as viewer:
        held = Membership.objects.get(person=person)
        before = state()
        with patch.object(Act, "save", side_effect=DatabaseError("on purpose")), pytest.raises(DatabaseError):
            ACTS[act](viewer, held)
        assert state() == before


def state() -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    rows = Membership.objects.order_by("pk").values_list("pk", "role", "since", "until")
    return list(rows), list(Person.objects.order_by("pk").values_list("pk", "email"))
