"""Another funder is written in; what is paid twice is seen, explained and read by the other party."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.funders.tests.conftest import Table, lay_it
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def test_a_cost_that_two_pay_is_explained_to_the_other_party(table: Table, page: Page, sign_in: SignIn) -> None:
    table.spend(10_000)
    sign_in(table.cast.client(table.ours, Role.CONTROLLER))
    page.goto(table.home())
    page.get_by_role("link", name="Skriv in en finansiär").click()
    look_at(page, "funders-add")
    page.get_by_label("Vem som betalar").fill("Fonden för å, ä och ö")
    page.get_by_label("Vad det betalar").select_option("loner")
    page.get_by_label("Andel i procent").fill("20")
    page.get_by_label("Var det står").fill("Beslut 4")
    page.get_by_role("button", name="Skriv in").click()
    expect(page.get_by_text("bara ni ser", exact=True)).to_be_visible()
    look_at(page, "funders")
    page.get_by_role("link", name="Visa de andra parterna").first.click()
    page.get_by_label("Hur det kommer sig").fill("Fonden betalar en extra tjänst.")
    page.get_by_role("button", name="Visa dem").click()
    page.goto(f"{table.home()}vouchers/")
    look_at(page, "funders-vouchers")
    sign_in(table.cast.client(table.theirs, Role.CONTROLLER))
    page.goto(table.home(table.theirs))
    expect(page.get_by_text("Fonden betalar en extra tjänst.")).to_be_visible()
    look_at(page, "funders-others")
