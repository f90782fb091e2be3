"""People, roles and the administrator's page."""

import re
from datetime import UTC, date, datetime

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.organisations import actions
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import ROLES, Role

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MONDAY = date(2026, 3, 2)


def test_an_invited_person_gets_a_letter_and_chooses_a_password(
    cast: Cast, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    administrator = cast.client(cast.municipality, Role.ADMINISTRATOR)
    typed = {
        "email": "Ny@kommunen.example",
        "display_name": "Ny Person",
        "role": "controller",
        "since": "2026-01-01",
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert administrator.post("/as/kommunen/people/invite/", typed).status_code == 302
    (letter,) = mailoutbox
    (path,) = re.findall(r"http://testserver(/accounts/password/reset/key/\S+)", str(letter.body))
    newcomer = Client()
    page = newcomer.get(path, follow=True)
    assert page.status_code == 200
    chosen = {"password1": "en lång rad ord här", "password2": "en lång rad ord här"}
    newcomer.post(page.request["PATH_INFO"], chosen)
    answer = newcomer.post("/accounts/login/", {"login": "ny@kommunen.example", "password": "en lång rad ord här"})
    assert answer.status_code == 302
    assert newcomer.get("/as/kommunen/").headers["Location"] == "/accounts/factors/"


def test_an_address_that_is_known_already_gets_the_role_and_no_new_person(cast: Cast) -> None:
    known = cast.person(cast.other_board, Role.STAFF)
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as viewer:
        held = actions.invite(known.email.upper(), "Annat namn", Role.STAFF, MONDAY, by=viewer, now=NOW)
        assert held.person_id == known.pk
        assert held.person.display_name == known.display_name


def test_an_invited_address_is_vouched_for(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as viewer:
        held = actions.invite("ny@kommunen.example", "Ny", Role.STAFF, MONDAY, by=viewer, now=NOW)
    with acting_as_job(Job.SIGN_IN):
        assert EmailAddress.objects.get(user=held.person).verified


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_an_administrator_invites(cast: Cast, role: Role) -> None:
    with cast.as_(cast.municipality, role) as viewer, pytest.raises(PermissionDenied):
        actions.invite("ny@kommunen.example", "Ny", Role.STAFF, MONDAY, by=viewer, now=NOW)


def test_an_administrator_cannot_reach_another_organisations_people(cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        theirs = Membership.objects.filter(person=cast.person(cast.association, Role.STAFF)).get()
    administrator = cast.client(cast.municipality, Role.ADMINISTRATOR)
    for path in (f"roles/{theirs.pk}/end-role/", f"{theirs.person_id}/give-role/"):
        assert administrator.get(f"/as/kommunen/people/{path}").status_code == 404
        assert administrator.post(f"/as/kommunen/people/{path}", {"until": "2026-01-01"}).status_code == 404


def test_a_role_is_ended_and_its_history_kept(cast: Cast) -> None:
    held_by = cast.person(cast.municipality, Role.STAFF)
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as viewer:
        membership = Membership.objects.get(person=held_by)
        actions.end_role(membership, MONDAY, by=viewer, now=NOW)
        act = Act.objects.get(name="people.end_role")
        assert (act.person_id, act.organisation_id, act.subject_id) == (
            viewer.person_id,
            viewer.organisation_id,
            held_by.pk,
        )
    assert cast.client(cast.municipality, Role.STAFF).get("/as/kommunen/").status_code == 404


def test_the_last_administrator_stays(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as viewer:
        own = Membership.objects.get(person_id=viewer.person_id)
        with pytest.raises(ValidationError, match="Ge rollen till någon annan"):
            actions.end_role(own, MONDAY, by=viewer, now=NOW)


def test_the_same_role_is_not_held_twice_at_a_time(cast: Cast) -> None:
    person = cast.person(cast.municipality, Role.STAFF)
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as viewer:
        with pytest.raises(ValidationError, match="redan den rollen"):
            actions.give_role(person, Role.STAFF, MONDAY, by=viewer, now=NOW)
        with pytest.raises(IntegrityError), transaction.atomic():
            Membership.objects.create(
                person=person, organisation_id=viewer.organisation_id, role=Role.STAFF, since=MONDAY
            )


def test_what_was_typed_is_still_there_when_something_is_wrong(cast: Cast) -> None:
    administrator = cast.client(cast.municipality, Role.ADMINISTRATOR)
    page = administrator.post(
        "/as/kommunen/people/invite/",
        {"email": "inte en adress", "display_name": "Ny", "role": "staff", "since": "i går"},
    )
    assert page.status_code == 422
    text = page.content.decode()
    assert "inte en adress" in text
    assert "Skriv en e-postadress" in text
    assert "«i går» är inget datum" in text


def test_the_page_says_what_every_role_is(cast: Cast) -> None:
    text = cast.client(cast.municipality, Role.ADMINISTRATOR).get("/as/kommunen/people/").content.decode()
    for role, prose in ROLES.items():
        assert str(prose.says) in text
        assert str(role.label) in text


def test_an_organisation_is_founded_with_someone_who_can_let_others_in(cast: Cast) -> None:
    with acting_as_job(Job.INSTALLATION):
        actions.found(
            Organisation(slug="ny-forening", name="Ny förening", kind="civil"),
            Person(email="forsta@ny.example", display_name="Första"),
            MONDAY,
            now=NOW,
        )
        assert Membership.objects.get(organisation__slug="ny-forening").role == Role.ADMINISTRATOR


def test_the_first_administrator_gets_in_from_the_command_line(
    db: None, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    call_command("found", "ny-namnd", "Ny nämnd", kind="public", email="forsta@ny.example", person="Första")
    with django_capture_on_commit_callbacks(execute=True):
        Client().post("/accounts/password/reset/", {"email": "forsta@ny.example"})
    assert [letter.to for letter in mailoutbox] == [["forsta@ny.example"]]


def test_a_slug_that_is_taken_is_said_in_words(cast: Cast) -> None:
    with pytest.raises(CommandError, match="finns redan"):
        call_command("found", "kommunen", "Kommunen", kind="public", email="a@ny.example", person="A")
