"""The figures of a house, looked at: the list, a figure by itself, and what the taps became."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client, override_settings
from playwright.sync_api import Page, expect

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.indicators.tests.conftest import INDICATORS, NAMES, House
from samsyn.web.indicators.tests.ground import ground_of
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture(autouse=True)
def fixed_day() -> Iterator[None]:
    with override_settings(SAMSYN_TODAY=TODAY):
        yield


@pytest.fixture
def house(transactional_db: None) -> House:
    ground = ground_of(lay_the_table(), INDICATORS, *NAMES)
    with acting_as_job(Job.SEED):
        for number, n in enumerate((31, 28, 44)):
            ground.tap(date(2026, number + 1, 2), "visit", n, "", "")
            ground.tap(date(2026, number + 1, 2), "visit", n // 3, "woman", "")
        ground.stay(0, "kajen", date(2026, 2, 2), [("arrived", "man"), ("", "man"), ("arrived", "man")])
        ground.stay(1, "lyktan", date(2026, 2, 2), [("arrived", "woman"), ("arrived", "woman")])
    return House(ground)


def test_figures_are_read_by_whoever_counts(house: House, page: Page, sign_in: SignIn) -> None:
    sign_in(house.cast.client(house.ours, Role.STAFF))
    page.goto(f"{house.home}?period=2026-h1")
    expect(page.get_by_text("136\N{NO-BREAK SPACE}besök")).to_be_visible()
    look_at(page, "figures")
    page.get_by_role("link", name="Nätter", exact=True).click()
    page.get_by_role("link", name="Kvartal").click()
    expect(page).to_have_url(f"{house.home}of/natter/?period=2026-q1")
    look_at(page, "figure")
    page.goto(f"{house.home}became/")
    look_at(page, "what-the-taps-became")
