"""The pages that anyone meets before signing in, and the ones met when something is wrong."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import look_at

DOORS = {
    "landing": "/",
    "sign-in": "/accounts/login/",
    "new-password": "/accounts/password/reset/",
    "demo-people": "/demo/",
    "not-found": "/nothing-here/",
}


@pytest.mark.parametrize("name", DOORS)
def test_a_door_is_looked_at(page: Page, name: str) -> None:
    page.goto(DOORS[name])
    expect(page.locator("h1")).to_have_count(1)
    look_at(page, name)
