"""The pages of matters, contacts and history, looked at; and a deviation that two people approve."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.contacts import actions as contacts
from samsyn.web.obligations.tests.laying import ROOT, Laid, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]
TODAY = date(2025, 6, 2)
NOW = datetime(2025, 6, 2, 8, tzinfo=UTC)


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Cast:
    settings.SAMSYN_TODAY = TODAY
    return lay_the_table()


@pytest.fixture
def training(table: Cast) -> Laid:
    keys = {"arbetsmarknads-och-socialnamnden": table.municipality, "skane-stadsmission": table.association}
    return lay(ROOT / "agreements" / "malmo-arbetstraning", with_=keys)


def home(laid: Laid, who: Organisation, path: str) -> str:
    return f"/as/{who.slug}/partnerships/{laid.partnership.slug}/{path}"


def ring(table: Cast, laid: Laid, who: Organisation, today: date = TODAY, **written: str) -> None:
    with table.as_(who, Role.CONTROLLER, today=today) as viewer:
        contacts.add_contact(laid.partnership, written, by=viewer, now=NOW, today=today)


def test_a_deviation_is_opened_talked_over_and_approved_by_both(
    table: Cast, training: Laid, page: Page, sign_in: SignIn
) -> None:
    sign_in(table.client(table.municipality, Role.HEAD))
    page.goto(home(training, table.municipality, "matters/"))
    look_at(page, "matters-empty")
    page.get_by_role("link", name="Avvikelse från plan eller budget").click()
    look_at(page, "matter-open")
    page.get_by_label("Vad gäller det, i få ord").fill("Färre arbetskläder, mer handledning")
    page.get_by_label("Vad har hänt").fill(
        "Vi vill flytta 40 000 kr från kläder till löner.\n\nDeltagarna är färre i höst."
    )
    page.get_by_label("När är det tänkt att ske").fill("2025-07-01")
    page.get_by_label("Belopp").fill("40 000")
    page.get_by_role("button", name="Öppna ärendet").click()
    look_at(page, "matter-dialogue-first")
    page.get_by_role("link", name="Skriv in en dialog").click()
    look_at(page, "matter-dialogue")
    page.get_by_label("Vad ni sade").fill("Vi gick igenom budgeten rad för rad. Båda ser att kläderna räcker.")
    page.get_by_role("button", name="Skriv in dialogen").click()
    page.get_by_role("button", name="Godkänn", exact=True).click()
    expect(page.get_by_text("Har ännu inte godkänts av Skåne Stadsmission")).to_be_visible()
    sign_in(table.client(table.association, Role.HEAD))
    page.goto(home(training, table.association, "matters/"))
    look_at(page, "matters")
    page.get_by_role("link", name="Färre arbetskläder").click()
    look_at(page, "matter-waiting")
    page.get_by_role("button", name="Godkänn", exact=True).click()
    expect(page.get_by_text("avvikelsen är godkänd innan den sker")).to_be_visible()
    look_at(page, "matter-approved")
    page.goto(home(training, table.association, "history/"))
    look_at(page, "partnership-history")


def test_a_dispute_with_words_to_confirm_is_looked_at(table: Cast, training: Laid, page: Page, sign_in: SignIn) -> None:
    sign_in(table.client(table.municipality, Role.HEAD))
    page.goto(home(training, table.municipality, "matters/open/dispute/"))
    page.get_by_label("Vad gäller det, i få ord").fill("Fakturan för andra kvartalet")
    page.get_by_label("Vad har hänt").fill("Underlaget visar inte alla kostnader.")
    page.get_by_role("button", name="Öppna ärendet").click()
    page.get_by_role("link", name="Skriv in en dialog").click()
    page.get_by_label("Vad ni sade").fill("Vi räknade tillsammans.")
    page.get_by_role("button", name="Skriv in dialogen").click()
    page.get_by_role("link", name="Skriv hur tvisten löses").click()
    look_at(page, "matter-settle")
    page.get_by_label("Så löser vi det").fill("Föreningen skickar ett nytt underlag före den 15 juni.")
    page.get_by_role("button", name="Föreslå lösningen").click()
    at = page.url.replace("/as/kommunen/", "/as/foreningen/")
    sign_in(table.client(table.association, Role.HEAD))
    page.goto(at)
    look_at(page, "matter-proposed")
    page.get_by_role("button", name="Bekräfta orden").click()
    expect(page.get_by_text("Tvisten är löst med ord som alla parter har bekräftat.")).to_be_visible()


def test_contacts_are_looked_at_with_many_and_with_none(
    table: Cast, training: Laid, page: Page, sign_in: SignIn
) -> None:
    sign_in(table.client(table.municipality, Role.CONTROLLER))
    page.goto(home(training, table.municipality, "contacts/"))
    look_at(page, "contacts-empty")
    long_ago = TODAY - timedelta(days=200)
    ring(table, training, table.municipality, topic="urgent", function="Socialjouren", phone="040-34 56 78")
    ring(
        table,
        training,
        table.municipality,
        today=long_ago,
        topic="daily",
        function="Enhetschef",
        phone="040-34 56 79 ankn 12",
        email="enhetschef@kommunen.example",
        hours="vardagar 8–16",
    )
    ring(table, training, table.association, topic="urgent", function="Jourtelefon", phone="070-123 45 67")
    ring(table, training, table.association, topic="daily", function="Föreståndare", name="Kim", phone="070-123 45 68")
    ring(table, training, table.association, topic="money", function="Ekonom", email="ekonomi@foreningen.example")
    page.goto(home(training, table.municipality, "contacts/"))
    look_at(page, "contacts")
    assert len(PdfDocument(page.pdf(format="A4"))) == 1, "more than one sheet of paper"
    page.get_by_role("link", name="Lägg till en kontakt").click()
    page.get_by_label("Funktion").fill("Jour")
    page.get_by_label("Telefon").fill("345678")
    page.get_by_role("button", name="Lägg till kontakten").click()
    look_at(page, "contact-refused")


def test_a_history_with_nothing_and_who_has_read_are_looked_at(
    table: Cast, training: Laid, page: Page, sign_in: SignIn
) -> None:
    sign_in(table.client(table.municipality, Role.PROTECTION_OFFICER))
    page.goto("/as/kommunen/history/?show=reading")
    look_at(page, "history-reading")
    sign_in(table.client(table.municipality, Role.AUDITOR))
    page.goto(home(training, table.municipality, "history/?kind=matters"))
    look_at(page, "partnership-history-empty")
