"""The pages of letters, looked at: the list, one letter, the choice, the steps, and what stands in My day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.actions import make_digests
from samsyn.web.reminders.jobs import remind_all
from samsyn.web.reminders.presenters.body import body_of
from samsyn.web.reminders.tests.laying import MONDAY, NOW, Table, as_seed, change, lay, letters, wish, write_letter
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]
HERE = "/as/kommunen/letters/"
CALL = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Samsyn//SV\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
DAY = timedelta(days=1)


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = MONDAY
    return lay(lay_the_table())


def told(table: Table, number: int, says: str, **fields: object) -> None:
    body = body_of(
        says,
        "partnerships/",
        organisation=table.cast.municipality,
        sent_to=[table.cast.municipality, table.cast.association],
        partnership=table.partnership,
    )
    made = {"body": body, "made_at": NOW - number * DAY, "partnership": table.partnership} | fields
    write_letter(table.ours, table.cast.municipality, str(number), **made)


def some_of_each(table: Table) -> None:
    remind_all(now=NOW, today=MONDAY)
    told(table, 1, "Föreningen har kallat till styrgruppens möte 2026-03-20 klockan 09.00–11.00 (punkt 5 st. 3).",
         kind="call", calendar=CALL, claimed_at=NOW, sent_at=NOW)  # fmt: skip
    told(table, 2, "Föreningen har föreslagit ett tillägg till överenskommelsen (punkt 9).", waits=True)
    told(table, 3, "Föreningen har lämnat protokollet från möte 2 för godkännande.", only_here=True)
    told(table, 4, "Föreningen har svarat på det som rör en förändrad ekonomi (punkt 6).", claimed_at=NOW)


def be_head(table: Table, sign_in: SignIn) -> None:
    with as_seed():
        Person.objects.filter(pk=table.ours.pk).update(is_demo=True)
    sign_in(table.cast.client(table.cast.municipality, Role.HEAD))


def test_letters_are_looked_at(table: Table, page: Page, sign_in: SignIn) -> None:
    some_of_each(table)
    be_head(table, sign_in)
    page.goto("/as/kommunen/")
    look_at(page, "my-day-with-letters")
    page.get_by_role("link", name="Alla brev").click()
    look_at(page, "letters")
    page.get_by_role("link", name="möte 2026-03-20").click()
    look_at(page, "letter-with-invitation")
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Mötet som kalenderpost").click()
    assert fetched.value.suggested_filename == "mote.ics"
    page.goto(HERE)
    page.get_by_role("link", name="När Samsyn påminner").click()
    look_at(page, "reminder-steps")


def test_a_digest_is_looked_at_and_leads_to_the_duties(table: Table, page: Page, sign_in: SignIn) -> None:
    wish(table.ours, table.cast.municipality, "daily")
    remind_all(now=NOW, today=MONDAY)
    told(table, 1, "Föreningen har föreslagit ett tillägg till överenskommelsen (punkt 9).", waits=True)
    change(table.duty, due=MONDAY + 30 * DAY)
    remind_all(now=NOW, today=MONDAY)
    make_digests(now=NOW, today=MONDAY)
    (digest,) = letters(kind="digest")
    be_head(table, sign_in)
    page.goto(f"{HERE}{digest.pk}/")
    look_at(page, "letter-digest")
    page.get_by_role("link", name="Läs mer i Samsyn").last.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_one_chooses_by_keyboard_and_the_empty_list_says_what_will_come(
    table: Table, page: Page, sign_in: SignIn
) -> None:
    be_head(table, sign_in)
    page.goto(HERE)
    look_at(page, "letters-empty")
    page.get_by_label("ett brev för varje sak").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Valet är sparat")).to_be_visible()
    expect(page.get_by_label("ett samlat brev om dagen")).to_be_checked()
