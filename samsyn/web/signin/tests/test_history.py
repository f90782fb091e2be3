"""Who signed in, and when: seen by the organisation it was for, and not kept for long."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.classification import acts_too_old
from samsyn.web.history.models import Act
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.signin import actions
from samsyn.web.signin.tests.test_sign_in import code, log_in, quick_hashing, real_person, with_app

__all__ = ["quick_hashing", "real_person"]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def acts_of(person: Person) -> list[tuple[str, object]]:
    with acting_as_job(Job.SEED):
        return list(Act.objects.filter(person_id=person.pk).order_by("at").values_list("name", "organisation_id"))


def test_signing_in_is_in_the_history_once_all_steps_are_done(cast: Cast, real_person: Person) -> None:
    with_app(real_person)
    client = Client()
    log_in(client, real_person.email, "fel lösenord här")
    log_in(client, real_person.email)
    assert acts_of(real_person) == []
    client.post("/accounts/login/code/", {"code": code()})
    assert acts_of(real_person) == [("signin.done", cast.municipality.pk)]


def test_each_organisation_sees_its_own(cast: Cast, real_person: Person) -> None:
    with acting_as_job(Job.SEED):
        Membership.objects.create(
            person=real_person, organisation=cast.association, role=Role.AUDITOR, since="2020-01-01"
        )
        Membership.objects.create(
            person=real_person, organisation=cast.other_board, role=Role.HEAD, since="2020-01-01", until="2021-01-01"
        )
    with acting_as_job(Job.SIGN_IN):
        actions.note_sign_in(real_person, today=NOW.date(), now=NOW)
    assert {organisation for _, organisation in acts_of(real_person)} == {cast.municipality.pk, cast.association.pk}
    for organisation in (cast.municipality, cast.association, cast.other_board):
        with cast.as_(organisation, Role.AUDITOR) as viewer:
            seen = Act.objects.visible_to(viewer).filter(name="signin.done", person_id=real_person.pk)
            assert seen.count() == (organisation != cast.other_board)


def test_the_page_keeps_them_apart_from_what_was_done(cast: Cast, real_person: Person) -> None:
    with acting_as_job(Job.SIGN_IN):
        actions.note_sign_in(real_person, today=NOW.date(), now=NOW)
    auditor = cast.client(cast.municipality, Role.AUDITOR)
    assert "loggade in" not in auditor.get("/as/kommunen/history/").content.decode()
    page = auditor.get("/as/kommunen/history/?show=sign-ins").content.decode()
    assert "loggade in" in page
    assert real_person.display_name in page


def test_someone_without_any_role_is_noted_for_no_organisation(cast: Cast, real_person: Person) -> None:
    with acting_as_job(Job.SEED):
        Membership.objects.filter(person=real_person).delete()
    with acting_as_job(Job.SIGN_IN):
        actions.note_sign_in(real_person, today=NOW.date(), now=NOW)
    assert acts_of(real_person) == [("signin.done", None)]


def test_they_are_emptied_after_two_years_and_nothing_else_is(cast: Cast, real_person: Person) -> None:
    with acting_as_job(Job.SIGN_IN):
        actions.note_sign_in(real_person, today=NOW.date(), now=NOW)
    with acting_as_job(Job.SEED):
        Act.objects.create(at=NOW, name="agreement.register", job=Job.SEED)
        assert not acts_too_old(NOW + timedelta(days=729)).exists()
        (due,) = acts_too_old(NOW + timedelta(days=731))
    assert due.name == "signin.done"


def test_an_invented_person_s_click_is_noted_too(cast: Cast) -> None:
    person = cast.person(cast.association, Role.STAFF)
    with acting_as_job(Job.SEED):
        (membership,) = Membership.objects.filter(person=person)
    Client().post(f"/demo/sign-in/{membership.pk}/")
    assert acts_of(person) == [("signin.done", cast.association.pk)]


def test_lost_factors_are_forgotten_and_the_open_sessions_end(
    cast: Cast, real_person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    with_app(real_person)
    client, other = Client(), cast.client(cast.municipality, Role.HEAD)
    log_in(client, real_person.email)
    client.post("/accounts/login/code/", {"code": code()})
    assert client.get("/as/kommunen/").status_code == 200
    call_command("forget_factors", real_person.email.upper())
    assert "1 removed" in capsys.readouterr().out
    assert client.get("/as/kommunen/").headers["Location"].startswith("/accounts/login/")
    assert other.get("/as/kommunen/").status_code == 200
    assert log_in(Client(), real_person.email) == "/"
    with acting_as_job(Job.SEED):
        act = Act.objects.get(name="signin.forget_factors")
    assert (act.subject_id, act.organisation_id) == (real_person.pk, cast.municipality.pk)


def test_nobody_s_factors_cannot_be_forgotten(cast: Cast) -> None:
    invented = cast.person(cast.municipality, Role.HEAD)
    for email in ("ingen@kommunen.example", invented.email):
        with pytest.raises(CommandError, match="nobody with the address"):
            call_command("forget_factors", email)
