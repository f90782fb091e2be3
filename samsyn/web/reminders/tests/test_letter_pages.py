"""The pages: what Samsyn has written to me, one letter, how I want them, and when one is reminded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.jobs import remind_all
from samsyn.web.reminders.models import Wish
from samsyn.web.reminders.tests.laying import MONDAY, NOW, Table, as_seed, change, letters, wish, write_letter

HERE = "/as/kommunen/letters/"
CALL = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.SAMSYN_TODAY = MONDAY


def head(table: Table) -> Client:
    """Signed in with one click, as in the demo: others would be asked for a second factor."""
    with as_seed():
        Person.objects.filter(pk=table.ours.pk).update(is_demo=True)
    return table.cast.client(table.cast.municipality, Role.HEAD)


def page(table: Table, at: str = HERE) -> str:
    answer = head(table).get(at)
    assert answer.status_code == 200, at
    return answer.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"claimed_at": NOW, "sent_at": NOW}, "skickat"),
        ({"only_here": True}, "visas bara här"),
        ({"waits": True}, "väntar på det samlade brevet"),
        ({"claimed_at": NOW}, "osäkert om det kom fram"),
        ({}, "skickas strax"),
    ],
)
def test_the_list_says_in_words_how_each_letter_stands(table: Table, fields: dict[str, Any], words: str) -> None:
    write_letter(table.ours, table.cast.municipality, **fields)
    assert words in page(table)


def test_newest_first_with_the_day_it_was_written_in_sweden(table: Table) -> None:
    """23:30 UTC on the Sunday is Monday in Sweden."""
    write_letter(table.ours, table.cast.municipality, "1", body="Äldst.", made_at=NOW - timedelta(days=9))
    write_letter(
        table.ours, table.cast.municipality, "2", body="Nyast.", made_at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    )
    listed = page(table)
    assert listed.index("Nyast.") < listed.index("Äldst.")
    assert "2026-03-02" in listed


def test_a_colleague_s_and_another_organisation_s_letters_do_not_exist(table: Table) -> None:
    theirs = write_letter(table.theirs, table.cast.association)
    colleague = write_letter(table.cast.person(table.cast.municipality, Role.CONTROLLER), table.cast.municipality)
    assert "Inga brev ännu" in page(table)
    for each in (theirs, colleague):
        for rest in ("", "invitation.ics"):
            assert head(table).get(f"{HERE}{each.pk}/{rest}").status_code == 404


def test_one_letter_is_read_whole_and_leads_where_it_says(table: Table) -> None:
    remind_all(now=NOW, today=MONDAY)
    (letter,) = letters(person=table.ours)
    text = page(table, f"{HERE}{letter.pk}/")
    assert "Det är 7 dagar dit." in text.replace('<span class="number">', "").replace("</span>", "")
    duty = f"/as/kommunen/partnerships/{table.partnership.slug}/obligations/{table.duty.pk}/"
    link = f'<a href="{duty}">Läs mer i Samsyn</a>'
    assert link in text
    assert f'<a href="{HERE}">Här väljer du hur du vill få brev från Samsyn</a>' in text
    assert head(table).get(duty).status_code == 200


def test_what_a_letter_says_is_text_and_never_markup(table: Table) -> None:
    body = "<script>alert(1)</script>\n\n<b>Läs:</b>\n/as/kommunen/letters/"
    letter = write_letter(table.ours, table.cast.municipality, body=body)
    for at in (HERE, f"{HERE}{letter.pk}/"):
        assert "<script>alert" not in page(table, at)
        assert "<b>Läs" not in page(table, at)


def test_an_invitation_is_fetched_as_it_was_written(table: Table) -> None:
    letter = write_letter(table.ours, table.cast.municipality, kind="call", calendar=CALL)
    answer = head(table).get(f"{HERE}{letter.pk}/invitation.ics")
    assert answer.content.decode() == CALL
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=REQUEST"
    assert answer["Content-Disposition"] == 'attachment; filename="mote.ics"'
    assert "Mötet som kalenderpost" in page(table, f"{HERE}{letter.pk}/")


def test_a_letter_without_an_invitation_has_none_to_fetch(table: Table) -> None:
    letter = write_letter(table.ours, table.cast.municipality)
    assert head(table).get(f"{HERE}{letter.pk}/invitation.ics").status_code == 404


def test_a_letter_that_was_gathered_leads_to_the_one_that_holds_it(table: Table) -> None:
    digest = write_letter(table.ours, table.cast.municipality, "digest", kind="digest")
    held = write_letter(table.ours, table.cast.municipality, "held", taken_up_by=digest)
    assert f'href="{HERE}{digest.pk}/"' in page(table, f"{HERE}{held.pk}/")


def test_the_choice_is_saved_and_shown(table: Table) -> None:
    answer = head(table).post(f"{HERE}choose/", {"how": "weekly"}, follow=True)
    assert "Valet är sparat" in answer.content.decode()
    with as_seed():
        assert Wish.objects.get().how == "weekly"
    before_the_mark = page(table).split("checked")[0]
    assert before_the_mark.rindex('value="weekly"') > before_the_mark.rindex('value="daily"')


@pytest.mark.parametrize("typed", [{}, {"how": "yearly"}, {"how": ""}])
def test_a_choice_that_does_not_exist_is_said_and_nothing_is_saved(table: Table, typed: dict[str, str]) -> None:
    write_letter(table.ours, table.cast.municipality)
    answer = head(table).post(f"{HERE}choose/", typed)
    assert answer.status_code == 422
    assert "av de fyra" in answer.content.decode()
    assert "Något har hänt." in answer.content.decode()
    with as_seed():
        assert not Wish.objects.exists()


def test_an_administrator_may_choose_and_read_but_is_not_shown_the_steps(table: Table) -> None:
    browser = table.cast.client(table.cast.municipality, Role.ADMINISTRATOR)
    assert "När Samsyn påminner" not in browser.get(HERE).content.decode()
    assert browser.get(f"{HERE}steps/").status_code == 404


def test_the_steps_say_for_each_kind_on_which_days_and_why(table: Table) -> None:
    text = page(table, f"{HERE}steps/")
    assert "180, 90, 30 och 7 dagar före" in text
    assert "30 och 7 dagar före, och på dagen" in text
    assert "Allt annat som har en dag" in text
    assert "verksamhetschef, controller och ledamot i styrgrupp" in text


def test_my_day_shows_today_s_letters_also_to_one_who_wants_none(table: Table) -> None:
    wish(table.ours, table.cast.municipality, "none")
    remind_all(now=NOW, today=MONDAY)
    (letter,) = letters(person=table.ours)
    assert letter.only_here
    text = page(table, "/as/kommunen/")
    assert f'href="{HERE}{letter.pk}/"' in text
    assert 'href="letters/"' in text


def test_my_day_shows_only_today_s_and_leads_to_the_rest(table: Table) -> None:
    write_letter(table.ours, table.cast.municipality, body="Från i går.", made_at=NOW - timedelta(days=1))
    text = page(table, "/as/kommunen/")
    assert "Från i går." not in text
    assert 'href="letters/"' in text


def test_the_list_asks_the_database_as_often_for_one_as_for_a_pageful(table: Table) -> None:
    def asked() -> int:
        browser = head(table)
        browser.get(HERE)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(HERE).status_code == 200
        return len(captured)

    write_letter(table.ours, table.cast.municipality, "0", partnership=table.partnership)
    once = asked()
    for number in range(1, 25):
        write_letter(table.ours, table.cast.municipality, str(number), partnership=table.partnership)
    assert asked() == once


def test_an_objection_silences_and_its_end_lets_the_steps_go_on(table: Table) -> None:
    change(table.duty, disputed_on=MONDAY)
    assert remind_all(now=NOW, today=MONDAY) == 0
    change(table.duty, disputed_on=None)
    assert remind_all(now=NOW, today=MONDAY) == 2
