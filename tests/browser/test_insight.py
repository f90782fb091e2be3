"""Insight, asked for and answered: a clause is chosen, a staff list is read and handed over, the log is the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.insight.tests.conftest import laid
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


def test_insight_is_asked_for_read_and_handed_over(
    transactional_db: None, settings: Settings, page: Page, sign_in: SignIn
) -> None:
    settings.SAMSYN_TODAY = TODAY
    table = laid(lay_the_table())
    ada = table.employ("Ada", began_on=date(2025, 3, 3), share=Decimal(1), post="ledare")
    table.volunteer("Bo")
    table.signed(ada, table.text())
    table.draft()

    sign_in(table.cast.client(table.theirs, Role.CONTROLLER))
    page.goto(table.room(table.theirs))
    page.get_by_role("link", name="Begär insyn").click()
    page.get_by_label("Vilken personal som arbetar där").check()
    page.get_by_label("Vad ni vill få").fill("Bokslutet för 2025, och vilka roller som finns.")
    page.get_by_role("button", name="Skicka begäran").click()
    expect(page.get_by_text("Begäran är skickad")).to_be_visible()
    look_at(page, "insight-listing")

    sign_in(table.cast.client(table.ours, Role.HEAD))
    page.goto(table.room())
    page.get_by_role("link", name="Begäran 1 om insyn").click()
    page.get_by_role("link", name="Svara", exact=True).click()
    page.get_by_label("Bokslut 2025").check()
    page.get_by_label("en del, och mer kommer").check()
    page.get_by_role("button", name="Svara och lämna över").click()
    look_at(page, "insight-answer-wrong")
    page.get_by_label("Nej, inget om").check()
    page.get_by_label("Er funktion").fill("Direktor")
    page.get_by_role("button", name="Svara och lämna över").click()
    page.get_by_role("link", name="Lämna en personalförteckning").click()
    page.get_by_label("Med namn").first.check()
    page.get_by_label("Ja, det är allt").check()
    page.get_by_label("Er funktion").fill("Direktor")
    page.get_by_role("button", name="Läs förteckningen").click()
    expect(page.get_by_text("Inget har lämnats än")).to_be_visible()
    look_at(page, "insight-staff-read")
    page.get_by_role("button", name="Ändra").click()
    expect(page.get_by_label("Med namn").first).to_be_checked()
    page.get_by_role("button", name="Läs förteckningen").click()
    page.get_by_role("button", name="Lämna över till Socialnämnden").click()

    sign_in(table.cast.client(table.theirs, Role.CONTROLLER))
    page.goto(table.room(table.theirs))
    page.get_by_role("link", name="Begäran 1 om insyn").click()
    expect(page.get_by_text("Föreningen har lämnat det som Socialnämnden bad om.")).to_be_visible()
    look_at(page, "insight-one")
