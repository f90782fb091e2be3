"""Two parties fill in the same template on a phone and at a desk; the municipality compiles and submits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.organisations.roles import Role
from samsyn.web.reports.tests.conftest import TODAY, Table, lay_it
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def test_a_report_is_written_signed_compiled_and_submitted(table: Table, page: Page, sign_in: SignIn) -> None:
    table.came(table.one, "ena", woman=40, man=31, not_stated=6)
    table.came(table.other, "andra", woman=60, man=20)
    report = table.opened()
    table.sign(report, table.other, gjort="Vi har haft öppet varje torsdag. Fler kom i december än i juli.")
    sign_in(table.cast.client(table.one, Role.HEAD))
    page.goto(table.home(table.one))
    look_at(page, "reports")
    page.get_by_role("link", name="Verksamhetsrapport").click()
    page.get_by_role("link", name="Skriv", exact=True).click()
    page.get_by_label("Det vi har gjort").fill("Vi har haft öppet två dagar i veckan.")
    look_at(page, "reports-write")
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Läs och underteckna er del").click()
    page.get_by_role("button", name="Underteckna").click()
    expect(page.get_by_role("status")).to_contain_text("Er del är undertecknad")
    table.go_through(report)
    table.write(report, table.compiler, sammanfattning="Båda föreningarna har haft öppet hela halvåret.")
    page.context.clear_cookies()
    sign_in(table.cast.client(table.compiler, Role.HEAD))
    page.goto(f"{table.home(table.compiler)}{report.pk}/")
    look_at(page, "reports-to-compile")
    page.get_by_role("link", name="Läs och lämna rapporten").click()
    look_at(page, "reports-compiled")
    page.get_by_role("button", name="Lämna rapporten").click()
    expect(page.get_by_role("status")).to_contain_text("Rapporten är lämnad")
