"""The pages of obligations, looked at: list, sides, month, one, my day, the controller's list, the calendar address."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.rules.reading import read_agreement
from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.obligations.tests.laying import FOLDERS, YOUTH, Laid, lay
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Cast:
    settings.SAMSYN_TODAY = date(2026, 10, 8)
    return lay_the_table()


@pytest.fixture
def youth(table: Cast) -> Laid:
    return lay(YOUTH)


def see(page: Page, address: str, name: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, f"{address}: {answer.status}"
    look_at(page, name)


def test_my_day_and_the_list_of_partnerships_are_looked_at(table: Cast, page: Page, sign_in: SignIn) -> None:
    for folder in FOLDERS:
        lay(folder, with_={next(iter(read_agreement(folder).agreement.party)): table.municipality})
    sign_in(table.client(table.municipality, Role.CONTROLLER))
    see(page, "/as/kommunen/", "my-day")
    see(page, "/as/kommunen/partnerships/", "partnerships")
    page.get_by_role("link", name="Skriv").first.click()
    look_at(page, "case-number")


def test_the_calendar_address_is_looked_at(table: Cast, page: Page, sign_in: SignIn) -> None:
    sign_in(table.client(table.municipality, Role.CONTROLLER))
    see(page, "/as/kommunen/calendar/", "calendar-address")
    page.get_by_role("button", name="Öppna en kalenderadress").click()
    look_at(page, "calendar-address-shown-once")
    page.goto("/as/kommunen/calendar/")
    look_at(page, "calendar-address-open")


def test_a_day_with_nothing_and_a_list_with_nothing_are_looked_at(table: Cast, page: Page, sign_in: SignIn) -> None:
    sign_in(table.client(table.association, Role.STEERING))
    see(page, "/as/foreningen/", "my-day-empty")
    see(page, "/as/foreningen/partnerships/", "partnerships-empty")


def test_an_administrator_s_day_is_looked_at(table: Cast, page: Page, sign_in: SignIn) -> None:
    sign_in(table.client(table.municipality, Role.ADMINISTRATOR))
    see(page, "/as/kommunen/", "my-day-administrator")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "list"),
        ("?period=all", "list-whole"),
        ("?period=none", "without-day"),
        ("?kind=meeting&period=2025", "list-empty"),
        ("sides/", "sides"),
        ("calendar/?month=2026-12", "month"),
        ("calendar/?month=2026-11", "month-empty"),
    ],
)
def test_the_obligations_of_a_partnership_are_looked_at(
    address: str, name: str, youth: Laid, table: Cast, page: Page, sign_in: SignIn
) -> None:
    club = youth.a_party("civil")
    sign_in(table.client(club, Role.CONTROLLER))
    see(page, f"/as/{club.slug}/partnerships/{youth.partnership.slug}/obligations/{address}", f"obligations-{name}")


def test_one_obligation_is_looked_at(youth: Laid, table: Cast, page: Page, sign_in: SignIn) -> None:
    club = youth.a_party("civil")
    sign_in(table.client(club, Role.CONTROLLER))
    start = f"/as/{club.slug}/partnerships/{youth.partnership.slug}/obligations/"
    page.goto(start)
    page.locator(".duty-says a").first.click()
    expect(page.get_by_text("Inget underlag finns i Samsyn ännu")).to_be_visible()
    look_at(page, "obligation-passed")
    page.goto(start)
    page.locator(".duty-says a").last.click()
    look_at(page, "obligation")
