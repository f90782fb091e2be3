"""What a round says when it has ended, and what it does not."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError as NotRight

from samsyn.rules.terms.surveys import Survey
from samsyn.web.access.fixtures import Cast
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role
from samsyn.web.surveys.models import FreeText, Round
from samsyn.web.surveys.tests.polled import TODAY, Polled, polled


@pytest.fixture
def house(cast: Cast, settings: Any) -> Polled:
    settings.SAMSYN_TODAY = TODAY
    return polled(cast)


def page(house: Polled, of: Round, room: str = "results", role: Role = Role.CONTROLLER) -> str:
    answer = house.client(role).get(house.at(of, room))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\xa0", " ")


def test_the_answers_are_told_with_how_many_answered(house: Polled) -> None:
    of = house.round()
    house.answer(of, 6, safe="yes", welcome=5, times=2)
    house.answer(of, 2, safe="no", needs=["football", "laundry"])
    shown = page(house, of)
    assert "8 av 8 svarade på frågan." in shown
    assert "Ja 6 75 %" in shown
    assert "Nej 2 25 %" in shown
    assert "6 av 8 svarade på frågan. I medeltal 2,0." in shown
    assert "Färre än 5 har svarat på frågan." in shown  # two chose a need
    assert "Fotboll" not in shown


def test_a_group_that_is_too_small_and_one_that_would_give_it_away_have_dashes(house: Polled) -> None:
    of = house.round()
    house.answer(of, 30, safe="yes", sex="woman")
    house.answer(of, 7, safe="yes", sex="other")
    house.answer(of, 3, safe="no", sex="man")
    shown = page(house, of)
    assert "Svar Kvinnor Män Annat Inte sagt Ja 30 – – 0 Nej 0 – – 0 Svarade 30 – – 0" in shown
    assert "visas inte. Någon grupp är färre än 5" in shown


def test_a_round_that_is_open_has_no_results(house: Polled) -> None:
    of = house.round(ends=TODAY)
    house.answer(of, 9, safe="yes")
    for room in ("results", "words", "needs", "compare"):
        assert house.client().get(house.at(of, room)).status_code == 404


def test_another_party_has_no_results_to_see(house: Polled) -> None:
    of = house.round()
    house.answer(of, 9, safe="yes")
    other = house.cast.municipality
    assert house.client(Role.HEAD, other).get(house.at(of, "results", other)).status_code == 404


def test_it_is_compared_with_visits_and_says_that_they_are_no_persons(house: Polled) -> None:
    of = house.round()
    house.answer(of, 9, safe="yes")
    assert "0 besök räknade; det går inte att jämföra med svaren" in page(house, of)


def test_rounds_are_compared_where_the_question_was_the_same(house: Polled) -> None:
    first = house.round("Våren", ends=TODAY - timedelta(days=90))
    house.answer(first, 8, safe="yes", welcome=4)
    house.version(welcome="a2")
    last = house.round("Hösten")
    house.answer(last, 6, safe="no", welcome=2)
    shown = page(house, last, "compare")
    assert "omgång för omgång. Svar Våren Hösten Ja 100 % 0 % Nej 0 % 100 % Svarade 8 6" in shown
    assert "Våren: frågan har ändrats och jämförs inte." in shown
    assert "Alla tillsammans: 14 svar i 2 omgångar." in shown


def test_small_rounds_wait_to_be_counted_together(house: Polled) -> None:
    for n, name in enumerate(("Ett", "Två", "Tre")):
        small = house.round(name, ends=TODAY - timedelta(days=90 - n))
        house.answer(small, 3, safe="yes")
    last = house.round("Sist")
    house.answer(last, 8, safe="yes")
    shown = page(house, last, "compare")
    assert "Ett: för få har svarat." in shown
    assert "Alla tillsammans: 14 svar i 3 omgångar. 1 omgång är för liten för att räknas med än." in shown


def test_own_words_are_not_shown_before_somebody_has_read_them(house: Polled) -> None:
    of = house.round()
    house.answer(of, 6, safe="yes", more="Mer kaffe")
    assert "Mer kaffe" not in page(house, of)
    assert "6 svar med egna ord visas inte förrän någon har läst dem" in page(house, of)
    one, two, *_rest = house.texts()
    client = house.client()
    assert client.post(f"{house.at(of, 'words')}{one.pk}/show/").status_code == 302
    client.post(f"{house.at(of, 'words')}{two.pk}/withhold/", {"because": "person"})
    assert page(house, of).count("Mer kaffe") == 1
    states = {each.pk: (each.state, each.because) for each in house.texts()}
    assert (states[one.pk], states[two.pk]) == (("shown", ""), ("withheld", "person"))
    assert states[_rest[0].pk] == (FreeText.State.HELD, "")


def test_own_words_of_too_few_are_not_shown_even_when_read(house: Polled) -> None:
    of = house.round()
    house.answer(of, 4, more="Mer kaffe")
    house.client().post(f"{house.at(of, 'words')}{house.texts()[0].pk}/show/")
    assert "Mer kaffe" not in page(house, of)


def test_only_who_answers_for_the_party_reads_own_words(house: Polled) -> None:
    of = house.round()
    house.answer(of, 6, more="Mer kaffe")
    text = house.texts()[0]
    for role in (Role.STAFF, Role.AUDITOR):
        client = house.client(role)
        assert client.get(house.at(of, "words")).status_code == 404
        assert client.post(f"{house.at(of, 'words')}{text.pk}/show/").status_code in (403, 404)
        assert "Mer kaffe" not in page(house, of, role=role)
    assert house.texts()[0].state == FreeText.State.HELD


def test_own_words_are_withheld_for_a_reason(house: Polled) -> None:
    of = house.round()
    house.answer(of, 6, more="Mer kaffe")
    answer = house.client().post(f"{house.at(of, 'words')}{house.texts()[0].pk}/withhold/", {}, follow=True)
    assert "Välj varför svaret inte ska visas." in answer.content.decode()
    assert house.texts()[0].state == FreeText.State.HELD


def test_a_page_of_results_asks_as_much_however_many_have_answered(house: Polled) -> None:
    of = house.round()
    house.answer(of, 6, safe="yes", more="Mer kaffe")
    few = asked(house.client(), house.at(of, "results"))
    house.answer(of, 20, safe="no", welcome=3, needs=["football"], more="Mer te")
    assert len(asked(house.client(), house.at(of, "results"))) == len(few)


@pytest.mark.parametrize("smallest", [0, 1])
def test_no_agreement_lets_one_answer_be_a_group(smallest: int) -> None:
    said: dict[str, Any] = {"id": "a", "clause": "1", "says": "Frågas.", "name": "Enkät", "kind": "user_survey"}
    assert Survey(**said, by=("vi",), smallest_group=2).smallest_group == 2
    with pytest.raises(NotRight, match="greater than or equal to 2"):
        Survey(**said, by=("vi",), smallest_group=smallest)
