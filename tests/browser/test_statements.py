"""A party writes how the money was used and signs; the other reads it and sends it back. Money is claimed back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.claims.tests import conftest as claiming
from samsyn.web.organisations.roles import Role
from samsyn.web.statements import actions
from samsyn.web.statements.actions import Typed
from samsyn.web.statements.tests.conftest import NOW, TODAY, Table, lay_it
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def test_a_statement_is_signed_and_read(table: Table, page: Page, sign_in: SignIn) -> None:
    statement = table.opened()
    table.opened(year=2026)
    with table.by(role=Role.CONTROLLER) as viewer:
        for side, line, what, ore in (
            ("received", "", "Bidraget 2025", 950_000_00),
            ("cost", "loner", "Löner enligt bokslutet", 905_250_50),
            ("cost", "mat", "Mat", 38_400_00),
        ):
            said = Typed(side, what, ore, "Bokslutet 2025, not 4", line)
            actions.add_sum(statement, said, made=uuid4(), by=viewer, now=NOW)
    sign_in(table.cast.client(table.ours, Role.HEAD))
    page.goto(table.home())
    look_at(page, "statements")
    page.get_by_role("link", name="Redogörelse 2025").click()
    page.get_by_role("link", name="Skriv med egna ord").click()
    page.get_by_label("Hur bidraget har använts").fill("Två tjänster och frukost varje vardag.")
    look_at(page, "statements-write")
    page.get_by_role("button", name="Spara").click()
    look_at(page, "statements-draft")
    page.get_by_role("link", name="Läs och underteckna").click()
    page.get_by_role("button", name="Underteckna och lämna").click()
    expect(page.get_by_role("status")).to_contain_text("undertecknad och lämnad")
    page.context.clear_cookies()
    sign_in(table.cast.client(table.theirs, Role.HEAD))
    page.goto(f"{table.home(table.theirs)}{statement.pk}/")
    look_at(page, "statements-to-answer")
    page.get_by_role("link", name="Skicka tillbaka").click()
    page.get_by_label("Vad som behöver ändras").fill("Vi saknar hyran.")
    page.get_by_role("button", name="Skicka tillbaka").click()
    expect(page.get_by_role("status")).to_contain_text("skickad tillbaka")


def test_a_claim_is_weighed_and_paid_in_parts(
    transactional_db: None, settings: Settings, page: Page, sign_in: SignIn
) -> None:
    settings.SAMSYN_TODAY = claiming.TODAY
    table = claiming.lay_it(lay_the_table())
    weighed, decided = table.weighed(), table.decided(8_000_00)
    sign_in(table.cast.client(table.claiming, Role.HEAD))
    page.goto(table.home())
    look_at(page, "claims")
    page.goto(f"{table.home()}{weighed.pk}/")
    look_at(page, "claims-weighed")
    page.goto(f"{table.home()}{decided.pk}/")
    page.get_by_role("link", name="Föreslå en avbetalningsplan").click()
    page.get_by_label("Antal delbetalningar").fill("3")
    page.get_by_label("Den första senast").fill("2026-04-30")
    page.get_by_role("button", name="Föreslå").click()
    page.get_by_role("link", name="Skriv in en återbetalning").click()
    page.get_by_label("Belopp i kronor").fill("2 000")
    page.get_by_role("button", name="Skriv in").click()
    expect(page.get_by_text("6 000 kr är kvar")).to_be_visible()
    look_at(page, "claims-owed")
