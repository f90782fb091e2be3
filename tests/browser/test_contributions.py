"""A party writes what it puts in, and puts the year forward; the other reads it beside its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.contributions import actions
from samsyn.web.contributions.tests.conftest import NOW, RENT, Table, lay_it
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def test_a_line_is_written_and_put_forward(table: Table, page: Page, sign_in: SignIn) -> None:
    table.add(replace(RENT, value_ore=36_000_00, valued_how="Hyran enligt kontraktet"), whose=table.theirs)
    with table.by(table.theirs) as viewer:
        actions.put_forward(table.partnership, TODAY.year, by=viewer, now=NOW)
    table.add(replace(RENT, kind="food", what="Frukost", quantity=Decimal("120.5"), unit="kilograms"))
    sign_in(table.cast.client(table.ours, Role.CONTROLLER))
    page.goto(table.home())
    page.get_by_role("link", name="Skriv in en insats").click()
    look_at(page, "contributions-add")
    page.get_by_label("Vad ni bidrar med").select_option(label="kläder")
    page.get_by_label("Hur mycket").fill("40")
    page.get_by_label("Enhet").select_option(label="stycken")
    page.get_by_role("button", name="Skriv in").click()
    expect(page.get_by_text("bara ni ser").first).to_be_visible()
    look_at(page, "contributions")
    page.get_by_role("button", name="Lägg fram").click()
    expect(page.get_by_role("status")).to_contain_text("2 rader är framlagda")
    expect(page.get_by_text("bara ni ser")).to_have_count(0)
