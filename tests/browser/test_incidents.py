"""Incidents, looked at: the list, the forms, one of which somebody must be told, and what they read who are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.incidents import actions
from samsyn.web.incidents.tests.conftest import NOW, House, lay_house
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at


@pytest.fixture
def house(transactional_db: None, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    house = lay_house(lay_the_table())
    ended = house.report(kind="complaint", says="En granne klagade på ljudet efter klockan 22.", happened_on=TODAY)
    with house.as_(role=Role.HEAD) as by:
        actions.follow_up(ended, "Vi stänger fönstren klockan 22.", by=by, now=NOW)
        actions.close(ended, "Grannen är nöjd.", by=by, now=NOW, today=TODAY)
    house.report(kind="accident", serious=True, says="En volontär föll i trappan och bröt armen.", place="Trappan")
    house.concern()
    return house


def test_the_pages_look_right(house: House, page: Page, sign_in: Callable[[Client], None]) -> None:
    incident = house.report(place="Köket", serious=True)
    sign_in(house.client(role=Role.HEAD))
    for name, room in {
        "list": "",
        "report": "report/",
        "concern": "report/concern/",
        "one": f"{incident.pk}/",
        "tell": f"{incident.pk}/tell/?whom=kommunen",
    }.items():
        page.goto(house.at(room))
        look_at(page, f"incidents-{name}")


def test_a_threat_is_written_told_and_read_by_the_other_party(
    house: House, page: Page, sign_in: Callable[[Client], None]
) -> None:
    sign_in(house.client(role=Role.HEAD))
    page.goto(house.at())
    page.get_by_role("link", name="Skriv vad som har hänt").click()
    page.get_by_label("hot eller våld").check()
    page.get_by_label("Vad hände").fill("En besökare hotade en volontär i köket.")
    page.get_by_role("button", name="Skriv in händelsen").click()
    expect(page.get_by_text("Nämnden ska få veta.")).to_be_visible()
    page.get_by_role("link", name="Avsluta händelsen").click()
    page.get_by_label("Hur det slutade").fill("Löst.")
    page.get_by_role("button", name="Avsluta").click()
    expect(page.get_by_text("Nämnden har inte fått veta än (4)").first).to_be_visible()
    look_at(page, "incidents-refused")
    page.get_by_role("link", name="Avbryt").click()
    page.get_by_role("link", name="Skriv in att de vet").click()
    expect(page.get_by_label("Nämnden")).to_be_checked()
    page.get_by_label("i Samsyn").check()
    page.get_by_label("Vad de får läsa").fill("En volontär blev hotad. Ingen kom till skada.")
    page.get_by_role("button", name="Skriv in").click()
    expect(page.get_by_text("har fått veta", exact=True)).to_be_visible()
    look_at(page, "incidents-told")
    sign_in(house.client(house.cast.municipality, Role.HEAD))
    page.goto(house.at(who=house.cast.municipality))
    expect(page.get_by_text("En volontär blev hotad. Ingen kom till skada.")).to_be_visible()
    look_at(page, "incidents-told-us")
