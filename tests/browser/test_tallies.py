"""The staff pages of the tallies, looked at: a month with figures, days, what waits, periods, tablets and a link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies import actions
from samsyn.web.tallies.actions import Line
from samsyn.web.tallies.tests.laid import House, a_house
from samsyn.web.tallies.tests.test_buttons import added
from tests.browser.looking import look_at

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEBRUARY = DateRange(TODAY.replace(month=2, day=1), TODAY.replace(day=1))


@pytest.fixture
def house(transactional_db: None, settings: Settings) -> House:
    settings.SAMSYN_TODAY = TODAY
    house = a_house(lay_the_table())
    with house.cast.as_(house.ours, Role.HEAD) as by:
        now: dict[str, Any] = {"by": by, "now": NOW}
        today: dict[str, Any] = {**now, "today": TODAY}
        where = (house.partnership, house.pad.id)
        for back in range(3, 24):
            day = TODAY - timedelta(days=back)
            if day.weekday() < 5:
                lines = [Line("visit", 20 + back, "man"), Line("visit", 6, "woman"), Line("visit", 3, "not_stated")]
                lines += [Line(each, 8 + back) for each in house.pad.services[:3]]
                actions.write_paper(*where, day, lines, "Listan i köket", made=uuid4(), **today)
        actions.mark_day(*where, TODAY - timedelta(days=13), "cancelled", "Vattenläcka i köket", **today)
        summer = DateRange(TODAY.replace(month=7, day=6), TODAY.replace(month=7, day=27))
        actions.close_days(*where, summer, "Sommarstängt", **today)
        period = actions.close_period(*where, DateRange(TODAY.replace(month=1, day=1), FEBRUARY.start), **today)
        actions.reopen_period(period, "En lapp hade blivit kvar", **now)
        actions.close_period(*where, FEBRUARY, **today)
        late = TODAY - timedelta(days=6)
        actions.write_paper(*where, late, [Line("visit", 4)], "Lappen vid dörren", made=uuid4(), **today)
        actions.make_device(*where, "Köket", **today)
        gone = actions.make_device(*where, "Entrén", **today)
        actions.revoke_device(gone, **now)
    return house


def test_the_staff_pages_look_right(house: House, page: Page, sign_in: Callable[[Client], None]) -> None:
    sign_in(house.cast.client(house.ours, Role.HEAD))
    added(house)
    for name, room in {
        "month": "?month=2026-02", "today": "", "waiting": "waiting/", "days": "days/", "periods": "periods/",
        "devices": "devices/", "paper": "paper/", "correct": "correct/",
        "buttons": "buttons/", "add-button": "buttons/add/",
    }.items():  # fmt: skip
        page.goto(f"{house.home}{room}")
        look_at(page, f"tallies-{name}")


def test_a_tablet_gets_its_link_and_a_decision_is_made(
    house: House, page: Page, sign_in: Callable[[Client], None]
) -> None:
    sign_in(house.cast.client(house.ours, Role.HEAD))
    page.goto(f"{house.home}devices/")
    page.get_by_role("button", name="Gör en länk till Köket").click()
    expect(page.locator("svg.qr")).to_be_visible()
    look_at(page, "tallies-link")
    link = page.locator(".tally-address").inner_text().split("/pad/")[1]
    page.goto(f"/pad/{link}")
    look_at(page, "tallies-join")
    page.goto(f"{house.home}waiting/")
    page.get_by_role("link", name="Besluta").click()
    look_at(page, "tallies-decide")
    page.get_by_label("Räkna det", exact=True).check()
    page.get_by_label("Varför").fill("Lappen låg i fel pärm")
    page.get_by_role("button", name="Besluta").click()
    expect(page.get_by_text("Det räknas nu.")).to_be_visible()
    expect(page.get_by_text("Inget väntar")).to_be_visible()
