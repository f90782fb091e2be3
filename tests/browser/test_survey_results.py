"""From a round that has ended to the agenda: results, own words read, a need taken up; looked at in every way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.surveys.models import Round
from samsyn.web.surveys.tests.polled import TODAY, Polled, polled
from samsyn.web.surveys.tests.test_needs import meeting
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def house(transactional_db: None, settings: Settings, sign_in: SignIn) -> Polled:
    settings.SAMSYN_TODAY = TODAY
    house = polled(lay_the_table())
    sign_in(house.client())
    return house


@pytest.fixture
def ended(house: Polled) -> Round:
    first = house.round("Våren", ends=TODAY - timedelta(days=180))
    house.answer(first, 9, safe="yes", welcome=4)
    house.version(welcome="a2")
    last = house.round("Hösten")
    house.answer(last, 14, safe="yes", welcome=4, needs=["football", "laundry"], times=2, sex="woman")
    house.answer(last, 6, safe="no", welcome=2, needs=["homework"], times=4, sex="other")
    house.answer(last, 3, safe="yes", welcome=5, sex="man", more="Kaffe efter klockan fyra också")
    return last


def test_what_was_asked_for_is_read_and_taken_up(house: Polled, ended: Round, page: Page) -> None:
    meeting(house)
    page.goto(house.at(ended, "results"))
    look_at(page, "survey-results")
    page.get_by_role("link", name="Läs egna ord").click()
    look_at(page, "survey-words")
    page.get_by_role("button", name="Visa i resultatet").first.click()
    page.get_by_label("Visa inte, för att").first.select_option("person")
    page.get_by_role("button", name="Visa inte", exact=True).first.click()
    look_at(page, "survey-words-read")
    page.goto(house.at(ended, "needs"))
    look_at(page, "survey-needs")
    page.get_by_role("link", name="Ta upp i ett möte: Fotboll").click()
    look_at(page, "survey-raise")
    page.get_by_role("button", name="Sätt på dagordningen").click()
    expect(page.get_by_text("Det står på mötets dagordning")).to_be_visible()
    page.goto(house.at(ended, "needs"))
    expect(page.get_by_text("Tas upp i")).to_be_visible()


def test_rounds_side_by_side(house: Polled, ended: Round, page: Page) -> None:
    page.goto(house.at(ended, "compare"))
    expect(page.get_by_text("frågan har ändrats och jämförs inte")).to_be_visible()
    look_at(page, "survey-compare")
