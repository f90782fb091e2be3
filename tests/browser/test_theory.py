"""The theory is read; a figure from outside is entered with its source, and read by the other party."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.obligations.tests.laying import ROOT, Laid, lay
from samsyn.web.organisations.roles import Role
from samsyn.web.theory.tests.test_theory import TODAY, TYPED, home
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def cast(transactional_db: None, settings: Settings) -> Cast:
    settings.SAMSYN_TODAY = TODAY
    return lay_the_table()


@pytest.fixture
def laid(cast: Cast) -> Laid:
    parties = {"socialnamnden": cast.municipality, "skane-stadsmission": cast.association}
    return lay(ROOT / "agreements" / "helsingborg-hemlosas-hus", with_=parties)


def test_a_figure_from_outside_is_entered_and_read_beside(cast: Cast, laid: Laid, page: Page, sign_in: SignIn) -> None:
    sign_in(cast.client(cast.association, Role.HEAD))
    page.goto(home(laid, cast.association))
    page.get_by_role("link", name="Skriv in en siffra utifrån").click()
    for field, typed in TYPED.items():
        if field == "indicator":
            page.locator(f"[name={field}]").select_option(typed)
        else:
            page.locator(f"[name={field}]").fill(typed)
    look_at(page, "theory-add")
    page.get_by_role("button", name="Skriv in siffran").click()
    sign_in(cast.client(cast.municipality, Role.HEAD))
    page.goto(home(laid, cast.municipality))
    expect(page.get_by_text("31 av 131")).to_be_visible()
    look_at(page, "theory")
