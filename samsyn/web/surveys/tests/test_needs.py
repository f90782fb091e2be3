"""What people asked for is counted, taken up in a meeting, and followed to what was decided."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.meetings.models import AgendaItem, Decision, Meeting
from samsyn.web.organisations.roles import Role
from samsyn.web.surveys.actions.needs import raise_need
from samsyn.web.surveys.models import Raised, Round
from samsyn.web.surveys.tests.polled import NOW, TODAY, Polled, polled
from samsyn.web.surveys.tests.test_results import page


@pytest.fixture
def house(cast: Cast, settings: Any) -> Polled:
    settings.SAMSYN_TODAY = TODAY
    return polled(cast)


@pytest.fixture
def ended(house: Polled) -> Round:
    of = house.round()
    house.answer(of, 6, needs=["football"], more="En cykelverkstad")
    house.answer(of, 2, needs=["football", "homework"], safe="yes")
    return of


def meeting(house: Polled, number: int = 1) -> Meeting:
    with acting_as_job(Job.SEED):
        return Meeting.objects.create(
            partnership=house.partnership, body="styrgrupp", body_name="Styrgruppen", clause="1", number=number,
            called_by=house.ours, called_at=NOW, starts_at=NOW + timedelta(days=9), ends_at=NOW + timedelta(days=10),
        )  # fmt: skip


def question(of: Round, key: str = "needs") -> Any:
    with acting_as_job(Job.SEED):
        return of.version.questions.get(key=key).pk


def address(house: Polled, of: Round, option: str = "football", key: str = "needs") -> str:
    wished = f"{option}/" if option else ""
    return f"{house.at(of, 'needs')}{question(of, key)}/{wished}raise/"


def test_what_was_asked_for_is_told_in_the_order_of_the_questions(house: Polled, ended: Round) -> None:
    shown = page(house, ended, "needs")
    assert shown.index("Fotboll 8 svar") < shown.index("Tvätt 0 svar") < shown.index("Läxhjälp 2 svar")
    assert "Är du trygg här? Färre än 5 har svarat" in shown
    assert "Jag är välkommen här." not in shown  # a scale asks for nothing


def test_it_is_put_on_the_agenda_with_what_was_answered(house: Polled, ended: Round) -> None:
    called = meeting(house)
    client = house.client()
    form = client.get(address(house, ended)).content.decode()
    assert "svarade 8 av 8 så på frågan «Vad behöver du mest?»" in form
    said = {"meeting": called.pk, "title": "Fotboll", "background": "Åtta av åtta."}
    answer = client.post(address(house, ended), said)
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"/meetings/{called.pk}/")
    with acting_as_job(Job.SEED):
        (raised,) = Raised.objects.all()
        item = AgendaItem.objects.get(pk=raised.item)
        assert (item.title, item.background, raised.option) == ("Fotboll", "Åtta av åtta.", "football")
        assert Act.objects.filter(name="survey.raise_need").count() == 1
    assert "Tas upp i Styrgruppen, möte 1 ." in page(house, ended, "needs")


def test_pressed_twice_it_stands_once(house: Polled, ended: Round) -> None:
    called = meeting(house)
    said = {"meeting": called.pk, "title": "Fotboll", "background": ""}
    for _ in range(2):
        assert house.client().post(address(house, ended), said).status_code == 302
    with acting_as_job(Job.SEED):
        assert (Raised.objects.count(), AgendaItem.objects.count()) == (1, 1)


def test_taken_off_the_agenda_it_can_be_taken_up_again(house: Polled, ended: Round) -> None:
    called = meeting(house)
    said = {"meeting": called.pk, "title": "Fotboll", "background": ""}
    house.client().post(address(house, ended), said)
    with acting_as_job(Job.SEED):
        AgendaItem.objects.all().delete()
    assert "Tas upp i" not in page(house, ended, "needs")
    house.client().post(address(house, ended), said)
    assert "Tas upp i Styrgruppen" in page(house, ended, "needs")


def test_what_was_decided_stands_beside_what_was_asked_for(house: Polled, ended: Round) -> None:
    called = meeting(house)
    house.client().post(address(house, ended), {"meeting": called.pk, "title": "Fotboll", "background": ""})
    with acting_as_job(Job.SEED):
        item = AgendaItem.objects.get()
        Decision.objects.create(
            partnership=house.partnership, meeting=called, item=item, number=1, says="Fotboll på tisdagar prövas."
        )
    shown = page(house, ended, "needs")
    assert "Beslut: Fotboll på tisdagar prövas." in shown
    assert "Efter beslutet kan det bli en aktivitet" in shown


def test_own_words_are_taken_up_once_they_have_been_read(house: Polled, ended: Round) -> None:
    assert "En cykelverkstad" not in page(house, ended, "needs")
    house.client().post(f"{house.at(ended, 'words')}{house.texts()[0].pk}/show/")
    assert "En cykelverkstad" in page(house, ended, "needs")
    said = {"meeting": meeting(house).pk, "title": "En cykelverkstad", "background": ""}
    assert house.client().post(address(house, ended, "", "more"), said).status_code == 302


@pytest.mark.parametrize(("option", "key"), [("skating", "needs"), ("4", "welcome"), ("", "times")])
def test_what_was_not_asked_cannot_be_taken_up(house: Polled, ended: Round, option: str, key: str) -> None:
    assert house.client().get(address(house, ended, option, key)).status_code == 404


def test_without_a_meeting_the_page_says_how_to_begin(house: Polled, ended: Round) -> None:
    assert "Kalla till ett möte först." in house.client().get(address(house, ended)).content.decode()


def test_a_form_that_lacks_something_keeps_what_was_typed(house: Polled, ended: Round) -> None:
    meeting(house), meeting(house, 2)
    answer = house.client().post(address(house, ended), {"title": "Fotboll på tisdagar", "background": ""})
    assert answer.status_code == 422
    assert "Fotboll på tisdagar" in answer.content.decode()
    assert "Välj möte." in answer.content.decode()


def test_only_who_answers_for_the_party_that_asked_takes_it_up(house: Polled, ended: Round) -> None:
    called = meeting(house)
    assert house.client(Role.STAFF).get(address(house, ended)).status_code == 404
    with house.cast.as_(house.ours, Role.STAFF, today=TODAY) as by, pytest.raises(PermissionDenied):
        raise_need(ended, question(ended), "football", called, "Fotboll", by=by, now=NOW)


def test_nothing_is_taken_up_while_the_round_is_open(house: Polled) -> None:
    of, called = house.round(ends=TODAY), meeting(house)
    with house.cast.as_(house.ours, Role.HEAD, today=TODAY) as by, pytest.raises(ValidationError, match="pågår"):
        raise_need(of, question(of), "football", called, "Fotboll", by=by, now=NOW)
