"""Answering on a phone and on a tablet: in another language, as a child, with the keyboard, without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.organisations.roles import Role
from samsyn.web.surveys.models import Round, Sheet
from samsyn.web.surveys.tests.asking import TODAY, House, a_house
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]
PHONE: ViewportSize = {"width": 390, "height": 844}
TABLET: ViewportSize = {"width": 1024, "height": 768}


@pytest.fixture
def asking(transactional_db: None, settings: Settings) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(lay_the_table())


@pytest.fixture
def of(asking: House) -> Round:
    return asking.open()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def sheets(asking: House) -> list[Sheet]:
    return asking.rows()[0]


def test_on_a_phone_in_english_one_question_at_a_time(asking: House, of: Round, page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/answer/{of.code}/")
    look_at(page, "survey-start")
    page.set_viewport_size(PHONE)
    page.get_by_role("link", name="English – I am a grown-up").click()
    expect(page.get_by_text("Question 1 of 8")).to_be_visible()
    look_at(page, "survey-scale")
    page.set_viewport_size(PHONE)
    page.get_by_role("radio", name="Mostly true").check()
    press(page, "Next")
    press(page, "Next")
    press(page, "Back")
    expect(page.get_by_text("I feel safe here.")).to_be_visible()
    for _ in range(4):
        press(page, "Next")
    page.get_by_role("textbox", name="What could be better?").fill("Longer hours")
    look_at(page, "survey-own-words")
    page.set_viewport_size(PHONE)
    press(page, "Next")
    page.get_by_role("radio", name="Woman").check()
    press(page, "Next")
    press(page, "Send the answers")
    expect(page.get_by_role("heading", name="Thank you for your answers")).to_be_visible()
    look_at(page, "survey-thanks")
    (sheet,) = sheets(asking)
    assert (sheet.language, sheet.audience, sheet.how, sheet.sex) == ("en", "adult", "link", "woman")
    assert not page.context.cookies()


def test_a_child_on_the_tablet_and_the_next_finds_nothing_of_it(asking: House, of: Round, page: Page) -> None:
    page.set_viewport_size(TABLET)
    page.goto(f"/answer/{of.code}/?kiosk=1")
    page.get_by_role("link", name="Svenska – Jag är barn").click()
    expect(page.get_by_text("Det känns bra att komma hit.")).to_be_visible()
    page.get_by_role("radio", name="Stämmer helt").check()
    for _ in range(4):
        press(page, "Nästa")
    page.get_by_role("textbox", name="Vad vill du ändra på?").fill("Mer fotboll")
    press(page, "Nästa")
    look_at(page, "survey-child-kiosk")
    page.set_viewport_size(TABLET)
    press(page, "Nästa")
    press(page, "Skicka svaren")
    page.get_by_role("link", name="Nästa person").click()
    expect(page.get_by_role("link", name="Svenska – Jag är barn")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.get_by_text("Det känns bra att komma hit.")).to_be_visible()
    assert not page.get_by_role("radio", checked=True).count()
    assert "Mer fotboll" not in page.content()
    assert [(each.audience, each.how) for each in sheets(asking)] == [("child", "kiosk")]


def test_a_tablet_that_is_left_goes_back_to_the_start(asking: House, of: Round, page: Page) -> None:
    page.clock.install()
    page.goto(f"/answer/{of.code}/?kiosk=1")
    page.get_by_role("link", name="Svenska – Jag är vuxen").click()
    page.get_by_role("radio", name="Stämmer helt").check()
    page.clock.fast_forward(91_000)
    expect(page.get_by_role("link", name="Svenska – Jag är vuxen")).to_be_visible()
    assert not sheets(asking)


def test_with_the_keyboard_alone(asking: House, of: Round, page: Page) -> None:
    page.goto(f"/answer/{of.code}/questions/?lang=sv&who=adult")
    page.get_by_role("radio", name="Stämmer inte alls").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Fråga 2 av 8")).to_be_visible()
    page.keyboard.press("Space")
    for _ in range(6):
        page.get_by_role("button", name="Nästa", exact=True).focus()
        page.keyboard.press("Enter")
    expect(page.get_by_text("Fråga 8 av 8")).to_be_visible()
    page.get_by_role("button", name="Skicka svaren").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Tack för dina svar")).to_be_visible()
    assert sorted(each.value or 0 for each in asking.rows()[1]) == [1, 2]


def test_without_a_script_all_questions_are_on_one_page(
    asking: House, of: Round, browser: Browser, live_server: LiveServer
) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/answer/{of.code}/questions/?lang=sv&who=adult")
    press(page, "Skicka svaren")
    expect(page.get_by_text("Svara på minst en fråga")).to_be_visible()
    page.get_by_role("radio", name="Ja", exact=True).check()
    press(page, "Skicka svaren")
    expect(page.get_by_role("heading", name="Tack för dina svar")).to_be_visible()
    context.close()
    assert len(sheets(asking)) == 1


def test_the_staff_writes_opens_prints_and_types_in(asking: House, page: Page, sign_in: SignIn) -> None:
    sign_in(asking.client())
    page.goto(asking.home)
    look_at(page, "surveys-none")
    press(page, f"Skriv frågorna till {asking.survey.name}")
    look_at(page, "survey-draft")
    page.get_by_role("link", name="Ändra fråga 1").click()
    look_at(page, "survey-question")
    press(page, "Spara")
    press(page, "Fastställ frågorna")
    page.get_by_role("link", name="Öppna för svar").click()
    look_at(page, "survey-open")
    press(page, "Öppna")
    look_at(page, "surveys")
    page.get_by_role("link", name=asking.survey.name, exact=True).click()
    look_at(page, "survey-round")
    page.get_by_role("link", name="Affisch").click()
    look_at(page, "survey-poster")


def test_paper_is_typed_in(asking: House, of: Round, page: Page, sign_in: SignIn) -> None:
    sign_in(asking.client(Role.STAFF))
    page.goto(f"{asking.home}rounds/{of.pk}/paper/")
    look_at(page, "survey-paper")
    page.get_by_role("radio", name="Ja", exact=True).check()
    press(page, "Lägg in och ta nästa")
    expect(page.get_by_role("status")).to_contain_text("Pappret är inlagt")
    page.goto(f"{asking.home}rounds/{of.pk}/print/?lang=sv&who=child")
    look_at(page, "survey-sheet")
    assert [each.how for each in sheets(asking)] == ["paper"]
