"""The civil party reads in its books and shows them; the public party reads what it has cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.books.tests.conftest import TODAY, Table, bought, lay_it
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def test_books_are_read_in_released_and_read(table: Table, page: Page, sign_in: SignIn, tmp_path: Path) -> None:
    table.map((4000, 4999), table.lines[1])
    table.map((7000, 7099), table.lines[0], is_salary=True, several_people=True)
    paid = [bought(n, 145_937_00, table.day(n), "Löner", account="7010", series="L") for n in (1, 2, 3)]
    clothes = [bought(n, 9_250_50 * n, table.day(n), "Arbetskläder", row_text=f"Faktura {n}") for n in (1, 2, 3)]
    table.store(*paid, *clothes)
    table.release(table.day(1, 1), table.day(2, 28))
    file = tmp_path / "bok.se"
    mended = bought(1, 8_000_00, table.day(1), "Arbetskläder", row_text="Faktura 1, rättad")
    file.write_bytes(
        table.file(*paid, mended, clothes[2], bought(9, 100, table.day(4)), bought(8, 5, table.day(4), objects=()))
    )
    sign_in(table.cast.client(table.ours, Role.CONTROLLER))
    page.goto(table.home())
    look_at(page, "books")
    page.get_by_role("link", name="Läs in bokföring").click()
    page.get_by_label("SIE-fil").set_input_files(file)
    page.get_by_role("button", name="Förhandsvisa").click()
    look_at(page, "books-preview")
    page.get_by_role("button", name="Lagra").click()
    expect(page.get_by_role("status")).to_contain_text("lagrade")
    page.goto(f"{table.home()}mapping/")
    look_at(page, "books-mapping")
    page.goto(f"{table.home()}texts/")
    look_at(page, "books-texts")
    sign_in(table.cast.client(table.theirs, Role.CONTROLLER))
    page.goto(table.home(table.theirs))
    look_at(page, "books-read-by-the-other")
    page.get_by_role("link", name="2 verifikationer").click()
    look_at(page, "books-vouchers")
