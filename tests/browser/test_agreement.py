"""The pages of a partnership and its agreement, looked at: few parties and many, with and without amendments."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import add_version
from samsyn.web.agreements.tests.conftest import FOLDERS, NOW, TODAY, Table, lay_invented, lay_real
from samsyn.web.agreements.tests.invented import AMENDED, FILES
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def cast(transactional_db: None, settings: Settings) -> Cast:
    settings.SAMSYN_TODAY = TODAY
    return lay_the_table()


@pytest.fixture
def lanterna(cast: Cast, sign_in: SignIn) -> Table:
    """Amended once."""
    table = lay_invented(cast, FILES)
    with acting_as_job(Job.SEED):
        add_version(table.partnership, AMENDED, by=Job.SEED, now=NOW, today=TODAY)
    sign_in(table.client)
    return table


def see(page: Page, address: str, name: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, f"{address}: {answer.status}"
    look_at(page, name)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_first_page_of_every_partnership_is_looked_at(
    cast: Cast, page: Page, sign_in: SignIn, folder: Path
) -> None:
    table = lay_real(cast, folder)
    sign_in(table.client)
    see(page, table.home, f"partnership-{folder.name}")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_agreement_and_its_open_readings_are_looked_at(
    cast: Cast, page: Page, sign_in: SignIn, folder: Path
) -> None:
    table = lay_real(cast, folder)
    sign_in(table.client)
    see(page, table.home + "agreement/", f"agreement-{folder.name}")
    see(page, table.home + "agreement/assumptions/", f"agreement-readings-{folder.name}")


def test_a_clause_is_looked_at(lanterna: Table, page: Page) -> None:
    see(page, lanterna.home + "agreement/clauses/4/", "agreement-clause")


def test_what_if_is_looked_at_with_answers_and_with_a_date_that_is_none(lanterna: Table, page: Page) -> None:
    where = lanterna.home + "agreement/what-if/"
    see(page, where, "agreement-what-if")
    see(page, where + "?agreed_on=2027-07-01&reading=i-efterskott", "agreement-what-if-asked")
    see(page, where + "?notice_on=2026-13-40", "agreement-what-if-wrong")


def test_differences_are_looked_at(lanterna: Table, page: Page) -> None:
    where = lanterna.home + "agreement/differences/"
    see(page, where, "agreement-differences")
    see(page, where + "?from=2026-02-01&to=2026-01-01", "agreement-differences-wrong")


def test_a_clause_tag_on_the_first_page_opens_the_clause_by_keyboard(lanterna: Table, page: Page) -> None:
    page.goto(lanterna.home)
    page.locator("a.clause", has_text="§").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/agreement/clauses/" in page.url


def test_from_the_first_page_to_the_answer_without_typing_an_address(lanterna: Table, page: Page) -> None:
    page.goto(lanterna.home)
    page.get_by_role("link", name="Överenskommelsen", exact=True).click()
    page.get_by_role("link", name="Tänk om").click()
    page.get_by_label("Dag för uppsägning").fill("2027-03-15")
    page.get_by_role("button", name="Räkna").first.click()
    expect(page.get_by_text("15 september 2027").first).to_be_visible()
