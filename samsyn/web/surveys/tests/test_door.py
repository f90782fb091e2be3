"""Whoever has the code answers, once, in her own language, and gets no cookie for it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.surveys.models import FreeText, QuestionText, Round, Sheet
from samsyn.web.surveys.tests.asking import LAST, TODAY, House, a_house, words_of

OURS = {"origin": "http://testserver"}


def at(of: Round, page: str = "questions/", **said: str) -> str:
    return f"/answer/{of.code}/{page}?{urlencode(said)}"


@pytest.fixture
def of(asking: House) -> Round:
    return asking.open()


def test_the_start_has_a_button_in_each_language_for_grown_ups_and_for_children(asking: House, of: Round) -> None:
    shown = words_of(Client(headers=OURS).get(at(of, "")))
    for words in ("Svenska – Jag är vuxen", "English – I am a child", "Ingen får veta vem du är"):
        assert words in shown


def test_an_answer_is_a_sheet_with_a_day_and_nothing_of_who(asking: House, of: Round) -> None:
    said = asking.said(of, welcome="4", helped="yes", better="Längre öppet") | {"sex": "woman", "age_band": ""}
    answer = Client(enforce_csrf_checks=True, headers=OURS).post(at(of, lang="sv", who="adult"), said)
    assert answer.status_code == 302
    (sheet,), answers, (text,) = asking.rows()
    assert (sheet.day, sheet.language, sheet.audience, sheet.how, sheet.sex) == (TODAY, "sv", "adult", "link", "woman")
    assert sorted((each.value, each.option) for each in answers if each.value is not None) == [(4, "")]
    assert [each.option for each in answers if each.value is None] == ["yes"]
    assert (text.state, text.text) == (FreeText.State.HELD, "Längre öppet")


def test_sent_twice_it_counts_once(asking: House, of: Round) -> None:
    said = asking.said(of, welcome="4")
    for _ in range(2):
        assert Client(headers=OURS).post(at(of), said).status_code == 302
    assert len(asking.rows()[0]) == 1


def test_no_cookie_is_set_and_nothing_is_kept_by_a_browser(asking: House, of: Round) -> None:
    client = Client(headers=OURS)
    for answer in (client.get(at(of, "")), client.get(at(of)), client.post(at(of), asking.said(of, welcome="1"))):
        assert not answer.cookies
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_child_is_asked_in_words_of_its_own(asking: House, of: Round) -> None:
    child = words_of(Client(headers=OURS).get(at(of, lang="sv", who="child")))
    assert "Det känns bra att komma hit." in child
    assert "Jag känner mig välkommen här." not in child
    assert "Är du flicka eller pojke?" in child
    assert "Stödet har betytt mycket" not in child  # grown-ups alone are asked that


def test_a_question_that_children_are_not_asked_is_not_answered_by_one(asking: House, of: Round) -> None:
    assert Client(headers=OURS).post(at(of, lang="sv", who="child"), asking.said(of, meant="4")).status_code == 422
    assert asking.rows() == ([], [], [])


def test_from_right_to_left_when_all_its_words_are_there(cast: Cast, settings: Any) -> None:
    settings.SAMSYN_TODAY = TODAY
    asking = a_house(cast, lambda survey: "ar" in survey.languages)
    draft = asking.draft()
    with acting_as_job(Job.SEED):
        for each in QuestionText.objects.filter(question__version=draft, language="sv"):
            each.pk = None
            QuestionText.objects.create(
                partnership_id=each.partnership_id, organisation_id=each.organisation_id, question_id=each.question_id,
                language="ar", audience=each.audience, text="سؤال", options=each.options,
            )  # fmt: skip
    of = asking.open(asking.fixed(), languages=("sv", "ar"), audiences=("adult",))
    answer = Client(headers=OURS).get(at(of, lang="ar", who="adult"))
    page = answer.content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert answer.headers["Content-Language"] == "ar"
    assert "لم يراجعها" in page  # not read by a native speaker, and it says so


def test_with_nothing_answered_it_says_what_to_do_and_keeps_the_page(asking: House, of: Round) -> None:
    said = asking.said(of) | {"sex": "man"}
    answer = Client(headers=OURS).post(at(of, lang="en", who="adult"), said)
    assert answer.status_code == 422
    assert "Answer at least one question" in words_of(answer)
    assert said["sheet"] in answer.content.decode()
    assert asking.rows() == ([], [], [])


@pytest.mark.parametrize(
    "wrong", [{"welcome": "6"}, {"welcome": "bra"}, {"helped": "kanske"}, {"better": "a" * 1001}, {"welcome": "٣"}]
)
def test_what_is_not_asked_is_not_taken(asking: House, of: Round, wrong: dict[str, str]) -> None:
    assert Client(headers=OURS).post(at(of), asking.said(of, **wrong)).status_code == 422
    assert asking.rows() == ([], [], [])


@pytest.mark.parametrize("wrong", [{"sex": "robot"}, {"age_band": "1-2"}])
def test_what_is_not_asked_of_oneself_is_not_taken(asking: House, of: Round, wrong: dict[str, str]) -> None:
    assert Client(headers=OURS).post(at(of), asking.said(of, welcome="4") | wrong).status_code == 422


def test_one_answer_to_a_question_that_takes_one(asking: House, of: Round) -> None:
    said: dict[str, Any] = asking.said(of, welcome="4")
    key = next(each for each in said if each.startswith("q-"))
    assert Client(headers=OURS).post(at(of), said | {key: ["4", "5"]}).status_code == 422


def test_an_id_that_would_tell_the_hour_is_not_taken(asking: House, of: Round) -> None:
    said = asking.said(of, welcome="4") | {"sheet": "0195d2a0-7c00-7000-8000-000000000000"}
    assert Client(headers=OURS).post(at(of), said).status_code == 422


def test_closed_it_says_so_and_takes_nothing(asking: House, of: Round) -> None:
    asking.close(of)
    assert Client(headers=OURS).post(at(of), asking.said(of, welcome="4")).status_code == 410
    answer = Client(headers=OURS).get(at(of, ""))
    assert answer.status_code == 410
    assert "Frågorna är stängda" in words_of(answer)
    assert asking.rows() == ([], [], [])


def test_after_its_last_day_it_takes_nothing(asking: House, of: Round, settings: Any) -> None:
    settings.SAMSYN_TODAY = LAST + timedelta(days=1)
    assert Client(headers=OURS).post(at(of), asking.said(of, welcome="4")).status_code == 410


def test_a_code_that_no_round_has_does_not_exist(asking: House, of: Round) -> None:
    for code in ("abcdefghjkmn", of.code[:-1], "A" * 12):
        assert Client(headers=OURS).get(f"/answer/{code}/").status_code == 404


def test_on_a_kiosk_it_goes_back_to_the_start_and_says_how_it_was_answered(asking: House, of: Round) -> None:
    answer = Client(headers=OURS).post(
        at(of, lang="sv", who="adult", kiosk="1"), asking.said(of, welcome="4"), follow=True
    )
    assert f'href="/answer/{of.code}/?kiosk=1"' in answer.content.decode()
    assert asking.rows()[0][0].how == Sheet.How.KIOSK


def test_a_round_without_a_tablet_is_no_kiosk(asking: House) -> None:
    of = asking.open(kiosk=False)
    Client(headers=OURS).post(at(of, kiosk="1"), asking.said(of, welcome="4"))
    assert asking.rows()[0][0].how == Sheet.How.LINK


@pytest.mark.parametrize("from_", [{}, {"origin": "https://elsewhere.example"}, {"origin": "null"}])
def test_another_site_does_not_answer_in_somebodys_name(asking: House, of: Round, from_: dict[str, str]) -> None:
    assert Client(headers=from_).post(at(of), asking.said(of, welcome="4")).status_code == 403
    assert asking.rows() == ([], [], [])


@pytest.mark.parametrize(
    "nonsense", ["\x00", "\ud800".encode("utf-8", "replace").decode(), "x" * 400, "../..", "'--", "🦊"]
)
def test_nonsense_is_answered(asking: House, of: Round, nonsense: str) -> None:
    client = Client(headers=OURS)
    for page in ("", "questions/", "thanks/"):
        assert client.get(at(of, page, lang=nonsense, who=nonsense, kiosk=nonsense)).status_code == 200
    said = asking.said(of, welcome=nonsense, helped=nonsense)
    for sent in (said, said | {"sheet": nonsense, "sex": nonsense, "age_band": nonsense, f"q-{nonsense}": nonsense}):
        assert client.post(at(of), sent).status_code == 422
    assert asking.rows() == ([], [], [])
