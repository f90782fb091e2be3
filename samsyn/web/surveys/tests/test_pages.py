"""What the staff does on the pages: from our words to a poster, and paper typed in."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.surveys.models import Round, Sheet, Version
from samsyn.web.surveys.tests.asking import LAST, TODAY, House, a_house, words_of

OURS = {"origin": "http://testserver"}


def at(of: Round, asking: House, room: str = "") -> str:
    return f"{asking.home}rounds/{of.pk}/{room}"


def of_version(version: Version, asking: House, room: str = "") -> str:
    return f"{asking.home}versions/{version.pk}/{room}"


def test_from_no_questions_to_an_open_survey(asking: House) -> None:
    client = asking.client()
    assert "Inga frågor än" in words_of(client.get(asking.home))
    draft = client.post(f"{asking.home}asked/{asking.survey.id}/begin/").headers["Location"]
    assert "Jag känner mig välkommen här." in words_of(client.get(draft))
    assert "fastställd" in words_of(client.post(f"{draft}fix/", follow=True))
    said = {
        "name": "Hösten", "first_day": TODAY.isoformat(), "last_day": LAST.isoformat(), "languages": ["sv", "en"],
        "audiences": ["adult", "child"], "kiosk": "on", "about": "",
    }  # fmt: skip
    answer = client.post(f"{draft}open/", said, follow=True)
    assert "Enkäten är öppen" in words_of(answer)
    assert "Hösten öppen" in words_of(answer)


def test_a_question_is_added_in_two_languages_with_what_can_be_chosen(asking: House) -> None:
    draft = asking.draft()
    said = {
        "type": "choice", "several": "on", "pictogram": "food", "text_sv_adult": "Vad vill du äta?",
        "options_sv_adult": "Soppa\nSmörgås", "text_en_adult": "What do you want to eat?",
        "options_en_adult": "Soup\nSandwich",
    }  # fmt: skip
    answer = asking.client().post(of_version(draft, asking, "add/"), said, follow=True)
    assert "val, flera svar: Soppa, Smörgås" in words_of(answer)
    assert asking.questions(draft)["vad-vill-du-ata"].options == ["soppa", "smorgas"]


def test_a_list_that_is_shorter_in_one_language_is_shown_again_with_all_that_was_typed(asking: House) -> None:
    draft = asking.draft()
    said = {
        "type": "choice", "text_sv_adult": "Vad vill du äta?", "options_sv_adult": "Soppa\nSmörgås",
        "text_en_adult": "What?", "options_en_adult": "Soup",
    }  # fmt: skip
    answer = asking.client().post(of_version(draft, asking, "add/"), said)
    assert answer.status_code == 422
    assert "Skriv 2 rader" in words_of(answer)
    assert "Smörgås" in answer.content.decode()


def test_with_other_words_the_page_says_that_it_is_a_new_question(asking: House) -> None:
    asking.fixed()
    draft = asking.draft()
    row = asking.questions(draft)["safe"]
    client = asking.client()
    url = of_version(draft, asking, f"questions/{row.pk}/")
    form = client.get(url).context["form"]
    said = {name: form[name].value() or "" for name in form.fields} | {"text_sv_adult": "Är du trygg?", "same": "on"}
    said.pop("several")
    assert "som en ny fråga" in words_of(client.post(url, said, follow=True))
    assert "safe-2" in asking.questions(draft)


def test_the_page_of_a_version_says_which_languages_wait_for_a_translator(asking: House) -> None:
    shown = words_of(asking.client().get(of_version(asking.draft(), asking)))
    assert "Svenska alla ord finns" in shown


def test_another_partys_draft_does_not_exist(asking: House) -> None:
    draft = asking.draft()
    theirs = asking.home.replace(asking.ours.slug, asking.cast.municipality.slug)
    client = asking.cast.client(asking.cast.municipality, Role.CONTROLLER)
    assert client.get(f"{theirs}versions/{draft.pk}/").status_code == 404


def test_an_open_round_says_how_many_and_not_what(asking: House) -> None:
    of = asking.open()
    client = asking.client()
    client.post(f"/answer/{of.code}/questions/", asking.said(of, welcome="4", better="Längre öppet"), headers=OURS)
    page = words_of(client.get(at(of, asking)))
    assert "1 har svarat" in page
    assert "Längre öppet" not in page
    assert client.get(at(of, asking, "results/")).status_code == 404


def test_closed_it_leads_to_the_results(asking: House) -> None:
    of = asking.open()
    page = asking.client().post(at(of, asking, "close/"), follow=True)
    assert at(of, asking, "results/") in page.content.decode()


def test_the_poster_has_the_square_and_the_words_of_each_language(asking: House) -> None:
    of = asking.open()
    page = asking.client(Role.STAFF).get(at(of, asking, "poster/")).content.decode()
    assert "<svg" in page
    assert f"/answer/{of.code}/" in page
    for words in ("Läs av rutan", "Scan the square"):
        assert words in page


def test_the_sheet_on_paper_is_in_the_language_and_for_whom(asking: House) -> None:
    of = asking.open()
    page = words_of(asking.client(Role.STAFF).get(at(of, asking, "print/?lang=en&who=child")))
    assert "It feels good to come here." in page
    assert "Skip what" not in page


@pytest.fixture
def paper(asking: House) -> Any:
    of = asking.open()
    said = asking.said(of, welcome="4") | {"day": TODAY.isoformat()}
    return of, said, at(of, asking, "paper/?lang=sv&who=adult")


def test_paper_is_typed_in_once_however_often_it_is_sent(asking: House, paper: Any) -> None:
    _, said, url = paper
    client = asking.client(Role.STAFF)
    assert "Pappret är inlagt" in words_of(client.post(url, said, follow=True))
    assert "redan inlagt" in words_of(client.post(url, said, follow=True))
    ((sheet,), _, _) = asking.rows()
    assert sheet.how == Sheet.How.PAPER


def test_the_next_paper_has_a_sheet_of_its_own(asking: House, paper: Any) -> None:
    _, said, url = paper
    client = asking.client(Role.STAFF)
    for each in (said, said | {"sheet": str(uuid4())}):
        client.post(url, each)
    assert len(asking.rows()[0]) == 2


@pytest.mark.parametrize("day", ["i förrgår", "2026-11-28", "2025-11-27", ""])
def test_a_day_that_cannot_be_is_asked_for_again_and_the_answers_stand(asking: House, paper: Any, day: str) -> None:
    _, said, url = paper
    answer = asking.client(Role.STAFF).post(url, said | {"day": day})
    assert answer.status_code == 422
    assert answer.content.decode().count(" checked") == 1
    assert asking.rows() == ([], [], [])


def test_only_who_works_types_in_and_only_who_answers_for_the_duties_opens(asking: House, paper: Any) -> None:
    of, said, url = paper
    assert asking.client(Role.AUDITOR).post(url, said).status_code == 404
    assert asking.client(Role.STAFF).post(at(of, asking, "close/")).status_code == 404
    assert asking.client(Role.STAFF).get(of_version(asking.draft(), asking, "add/")).status_code == 404


def test_a_party_that_does_not_ask_has_no_such_room(asking: House) -> None:
    theirs = asking.home.replace(asking.ours.slug, asking.cast.municipality.slug)
    assert asking.cast.client(asking.cast.municipality, Role.CONTROLLER).get(theirs).status_code == 404


def test_the_questions_to_the_database_do_not_grow_with_the_sheets(
    asking: House, django_assert_max_num_queries: Any
) -> None:
    of = asking.open()
    client = asking.client()
    for _ in range(12):
        client.post(f"/answer/{of.code}/questions/", asking.said(of, welcome="4"), headers=OURS)
    with django_assert_max_num_queries(18):
        client.get(asking.home)
    with django_assert_max_num_queries(18):
        client.get(at(of, asking))
    with django_assert_max_num_queries(24):
        client.get(f"/answer/{of.code}/questions/")


def test_the_statements_of_a_self_assessment_are_shown_and_nobody_writes_others(cast: Cast) -> None:
    house = a_house(cast, lambda survey: survey.kind == "self_assessment")
    client = house.client()
    shown = words_of(client.get(house.home))
    assert "Jag klarar uppgifterna jag får." in shown
    assert "Skriv frågorna" not in shown
    answer = client.post(f"{house.home}asked/{house.survey.id}/begin/", follow=True)
    assert "alltid desamma" in words_of(answer)
    with acting_as_job(Job.SEED):
        assert not Version.objects.exists()
