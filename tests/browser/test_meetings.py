"""A meeting from call to approved minutes, in a browser: three people of three organisations, and how it looks."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.meetings import actions
from samsyn.web.meetings.models import AgendaItem
from samsyn.web.meetings.tests.conftest import AFTER, LATER, Table, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = date(2026, 3, 20)
    return lay(lay_the_table())


def test_a_meeting_is_called_held_minuted_and_approved(table: Table, page: Page, sign_in: SignIn) -> None:
    def be(organisation: Organisation, path: str = "") -> None:
        sign_in(table.cast.client(organisation, Role.STEERING))
        page.goto(f"{table.home(organisation)}{path}")

    municipality, association = table.cast.municipality, table.cast.association
    be(municipality)
    look_at(page, "meetings-of-one-empty")
    page.get_by_role("link", name="Kalla till möte").click()
    page.get_by_role("textbox", name="Dag", exact=True).fill("2026-03-20")
    page.get_by_role("textbox", name="Börjar").fill("14.00")
    page.get_by_role("textbox", name="Slutar").fill("13.00")
    page.get_by_role("textbox", name="Plats").fill("Stadshuset, rum 4")
    page.get_by_role("button", name="Kalla").click()
    expect(page.get_by_role("alert")).to_contain_text("mer än 12 timmar")
    look_at(page, "meeting-call")
    page.get_by_role("textbox", name="Slutar").fill("15.30")
    page.get_by_role("button", name="Kalla").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Styrgruppen, möte 1")
    look_at(page, "meeting-called")
    one = page.url.split("/meetings/")[1]
    page.get_by_role("link", name="Ändra dagordningen").click()
    look_at(page, "meeting-agenda")
    be(association, one)
    page.get_by_role("link", name="Mötet hölls").click()
    look_at(page, "meeting-hold")
    page.get_by_role("button", name="Skriv protokoll").click()

    page.get_by_label("Var med").first.check()
    note = page.get_by_label("Anteckning")
    note.nth(2).fill("Vi läste texten tillsammans. Båda menar att tiden slutar på dagen.")
    item = page.locator(".minutes-items > li").nth(2)
    item.get_by_text("Skriv ett beslut").click()
    item.get_by_label("Nytt beslut").fill("Uppsägningstiden slutar på dagen.")
    page.get_by_label("Vad", exact=True).fill("Boka lokal till nästa möte")
    page.get_by_label("Senast").fill("2026-04-10")
    page.get_by_role("button", name="Skriv upp").click()
    expect(page.get_by_text("Boka lokal till nästa möte")).to_be_visible()
    expect(item.locator(".decision")).to_contain_text("Uppsägningstiden slutar på dagen.")
    look_at(page, "meeting-minutes")
    page.get_by_role("button", name="Lägg fram för godkännande").click()
    look_at(page, "meeting-put-forward")

    for organisation in (municipality, association):
        be(organisation, one)
        page.get_by_role("link", name="Läs och ta ställning").click()
        if organisation == municipality:
            look_at(page, "minutes-to-approve")
        page.get_by_role("button", name="Godkänn protokollet").click()
    expect(page.get_by_text("Protokollet är godkänt av alla parter.")).to_be_visible()
    look_at(page, "meeting-approved")
    be(association)
    look_at(page, "meetings-of-one")
    page.goto(f"{table.home(association)}actions/")
    look_at(page, "actions")
    be(table.guest, one)
    look_at(page, "meeting-as-participant")
    page.goto(f"/as/{table.guest.slug}/meetings/")
    look_at(page, "meetings-everywhere")


def test_two_texts_under_one_item_are_both_on_the_page(table: Table, page: Page, sign_in: SignIn) -> None:
    meeting = table.held()
    sign_in(table.cast.client(table.cast.association, Role.STEERING))
    page.goto(f"{table.home(table.cast.association)}{meeting.pk}/minutes/")
    page.get_by_label("Anteckning").first.fill("Ordföranden hälsade alla välkomna.")
    with table.as_(table.cast.municipality) as viewer:
        item = AgendaItem.objects.filter(meeting=meeting).select_related("meeting")[0]
        actions.note(item, "Mötet öppnades klockan 14.00.", was="", by=viewer, now=LATER)
    page.get_by_role("button", name="Spara").first.click()
    expect(page.get_by_text("Mötet öppnades klockan 14.00.")).to_be_visible()
    expect(page.get_by_label("Anteckning").first).to_have_value("Ordföranden hälsade alla välkomna.")
    look_at(page, "meeting-minutes-two-texts")


def test_my_day_with_minutes_that_wait_is_looked_at(table: Table, page: Page, sign_in: SignIn) -> None:
    table.put_forward(table.held())
    table.call(starts_at=LATER.replace(day=27), ends_at=LATER.replace(day=27, hour=17), today=AFTER)
    sign_in(table.cast.client(table.cast.association, Role.STEERING))
    page.goto("/as/foreningen/")
    look_at(page, "my-day-meetings")
    expect(page.get_by_role("heading", name="Protokoll att godkänna")).to_be_visible()
