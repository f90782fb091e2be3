"""Visitors' cards, looked at: the staff page, a sheet to print, and a card that is shown at a tablet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.cards import new_card
from samsyn.web.tallies.queries.tablet import as_tablet
from samsyn.web.tallies.tests.laid import House, a_house
from tests.browser.looking import look_at

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def house(transactional_db: None, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(lay_the_table())


def test_cards_are_begun_printed_and_shown(house: House, page: Page, sign_in: Callable[[Client], None]) -> None:
    with house.cast.as_(house.ours, Role.HEAD) as by:
        said: dict[str, Any] = {"by": by, "now": NOW}
        device = actions.make_device(house.partnership, house.pad.id, "Köket", today=TODAY, **said)
        code = actions.invite(device, by=by, now=clock.now())
    sign_in(house.cast.client(house.ours, Role.HEAD))
    page.goto(f"{house.home}cards/")
    look_at(page, "tallies-cards-none")
    page.get_by_role("button", name="Börja med kort i år").click()
    page.get_by_role("link", name="Gör nya kort att skriva ut").click()
    expect(page.locator(".tally-cards > li")).to_have_count(10)
    look_at(page, "tallies-card-sheet")
    with as_tablet(device, TODAY) as tablet:
        for month, n in ((1, 14), (2, 17), (3, 3)):
            for _ in range(n):
                actions.show_card(tablet, new_card(), today=TODAY.replace(month=month))
    page.goto(f"{house.home}cards/")
    look_at(page, "tallies-cards")
    page.goto(f"/pad/join/{code}/")
    page.get_by_role("button", name="Koppla och börja räkna").click()
    page.get_by_role("link", name="Visa ett kort").click()
    page.get_by_label("Koden på kortet").fill("22222-22222")
    page.get_by_role("button", name="Visa kortet").click()
    expect(page.get_by_text("Koden stämmer inte").first).to_be_visible()
    look_at(page, "tallies-card-wrong")
    page.get_by_label("Koden på kortet").fill(new_card())
    page.keyboard.press("Enter")
    expect(page.get_by_text("Tack. Räkna nu besöket som vanligt.")).to_be_visible()
    look_at(page, "tallies-card-shown")
    page.get_by_role("link", name="Till räkneplattan").click()
    expect(page.get_by_role("button", name="Besök").first).to_be_visible()
    look_at(page, "tallies-pad-with-cards")
