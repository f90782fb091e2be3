"""An evening at the intake desk: ten guests taken in with the keyboard alone, and every page of it looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions.cards import new_card
from samsyn.web.beds.models import Bar, Card, Entitlement, Guest, Refusal, Segment, Waiting
from samsyn.web.beds.tests.laying import BODY, NIGHT, NOW, Laid, a_guest, lay, nights
from samsyn.web.beds.tests.test_guests import stayed
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]
ONE = timedelta(days=1)


@pytest.fixture
def laid(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Laid:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NIGHT)
    return lay(lay_the_table())


@pytest.fixture
def home(laid: Laid, sign_in: SignIn) -> str:
    sign_in(laid.cast.client(laid.coordinating, Role.STAFF))
    return f"/as/{laid.coordinating.slug}/partnerships/{laid.partnership.slug}/"


def typed(page: Page, *keys: str) -> None:
    """What a hand on a keyboard, or a scanner, does: text is typed; Enter, Space and the arrows are pressed.

    Where it goes is for the page to say: something has the focus when it has come.
    """
    for key in keys:
        expect(page.locator(":focus")).to_have_count(1)
        if key == "Enter":
            with page.expect_navigation():
                page.keyboard.press(key)
        elif key in ("Space", "ArrowDown", "ArrowRight"):
            page.keyboard.press(key)
        else:
            page.keyboard.type(key)


def carries_a_card(laid: Laid, guest: Guest) -> str:
    with laid.coordination() as by:
        return new_card(guest, by=by, now=NOW, tonight=NIGHT).code


def test_ten_guests_are_taken_in_with_the_keyboard_alone(laid: Laid, home: str, page: Page) -> None:
    known = [a_guest(laid, name) for name in ("Bogdan", "Ștefan", "Мария", "Karl")]
    cards = [carries_a_card(laid, each) for each in known[:2]]
    page.goto(f"{home}intake/")
    for code in cards:
        typed(page, code.lower(), "Enter")
        expect(page.get_by_role("heading", name="Plats finns")).to_be_visible()
        typed(page, "Enter")
        expect(page.get_by_text("Din nattplats")).to_be_visible()
        typed(page, "Enter")
    for name in ("Maria", "Carl"):
        typed(page, name, "Enter")
        typed(page, "Enter", "ArrowDown", "Enter", "Enter")
    for name in ("Ana", "Elena", "Ion", "Gheorghe", "Nikolaj", "Samir"):
        typed(page, name, "Enter")
        expect(page.get_by_text(f"Ingen som liknar «{name}»")).to_be_visible()
        typed(page, "Space", "ArrowRight", "Enter")
        expect(page.get_by_role("heading", name="Plats finns")).to_be_visible()
        typed(page, "Enter", "Enter")
    expect(page.get_by_label("Kod eller namn")).to_be_focused()
    with acting_as_job(Job.SEED):
        assert Entitlement.objects.count() == Segment.objects.count() == Card.objects.count() == 10
        assert Segment.objects.filter(site=laid.vinden).count() >= 2
        assert Guest.objects.count() == 10
    typed(page, "Nummer elva", "Enter", "Space", "ArrowRight", "Enter")
    expect(page.get_by_role("heading", name="Ingen plats")).to_be_visible()
    typed(page, "Enter")
    expect(page.get_by_text("Nummer elva står i kön.")).to_be_visible()
    with acting_as_job(Job.SEED):
        assert Waiting.objects.count() == 1


def test_the_desk_and_its_answers_are_looked_at(laid: Laid, home: str, page: Page) -> None:
    page.goto(f"{home}intake/")
    look_at(page, "intake")
    page.get_by_label("Kod eller namn").fill("Gheorghe")
    page.get_by_role("button", name="Sök").click()
    look_at(page, "intake-new-guest")
    page.get_by_label("kvinna").check()
    page.get_by_role("button", name="Skriv in gästen").click()
    look_at(page, "intake-place")
    page.get_by_role("button", name="Ge platsen").click()
    look_at(page, "intake-slip")
    for language in ("English", "română", "български", "français", "العربية"):
        with page.expect_navigation():  # a paper is printed when its style sheet is there
            page.get_by_role("link", name=language).click()
        paper = PdfDocument(page.pdf(prefer_css_page_size=True))
        assert [round(each) for each in paper[0].get_size()] == [298, 420], "not A6"
        assert len(paper) == 1, f"more than one slip of paper: {language}"
    look_at(page, "intake-slip-arabic")
    page.goto(page.url.split("slip/")[0])
    look_at(page, "intake-guest")
    for name in ("George", "Georgi Popescu", "Gheorghita"):
        a_guest(laid, name)
    page.goto(f"{home}intake/")
    page.get_by_label("Kod eller namn").fill("gheorge")
    page.get_by_role("button", name="Sök").click()
    look_at(page, "intake-hits")
    page.get_by_label("Kod eller namn").fill("2A3B4C5D6E7")
    page.get_by_role("button", name="Sök").click()
    look_at(page, "intake-misread")
    page.goto(f"{home}intake/minor/")
    look_at(page, "intake-minor")
    page.goto(f"{home}code/")
    look_at(page, "intake-code")


def test_no_place_and_an_exception_are_looked_at(laid: Laid, home: str, page: Page) -> None:
    guest, barred = a_guest(laid, "Bogdan", born=1981), a_guest(laid, "Ion")
    with acting_as_job(Job.SEED):
        stayed(guest, laid.kajen, NIGHT - 5 * ONE)
        Bar.objects.create(
            partnership=laid.partnership, organisation=laid.kajen.organisation, kept_by=BODY, site=laid.kajen,
            guest=barred, nights=nights(NIGHT - ONE, 7), reason="Slog sönder en ruta", decided_at=NOW,
        )  # fmt: skip
    page.goto(f"{home}intake/guests/{guest.pk}/place/")
    page.get_by_text("Gör undantag från karensen").click()
    look_at(page, "intake-quarantine")
    page.get_by_label("Skäl till undantaget").fill("Minus femton i natt")
    page.get_by_role("button", name="Besluta om undantag").click()
    expect(page.get_by_role("heading", name="Plats finns")).to_be_visible()
    page.goto(f"{home}intake/guests/{guest.pk}/")
    look_at(page, "intake-guest-with-stays")
    page.goto(f"{home}intake/guests/{barred.pk}/place/")
    look_at(page, "intake-barred")


def test_a_full_evening_and_the_line_are_looked_at(laid: Laid, home: str, page: Page) -> None:
    with acting_as_job(Job.SEED):
        for number, site in enumerate([laid.kajen] * 6 + [laid.vinden] * 4):
            stayed(a_guest(laid, f"Gäst {number}"), site, NIGHT, place=number if number < 6 else number - 6)
    for name in ("Bogdan", "Ion med ett mycket långt namn som ingen kort kan säga"):
        guest = a_guest(laid, name)
        page.goto(f"{home}intake/guests/{guest.pk}/place/")
        if name == "Bogdan":
            look_at(page, "intake-full")
        page.get_by_role("button", name="Ställ i kön").click()
    look_at(page, "intake-with-a-line")
    page.goto(f"{home}intake/line/")
    look_at(page, "intake-line")
    page.get_by_role("link", name="Bogdan").click()
    page.get_by_role("button", name="utan plats, fullt").click()
    with acting_as_job(Job.SEED):
        assert [each.reason for each in Refusal.objects.all()] == ["full"]


def test_a_closed_intake_is_looked_at(laid: Laid, home: str, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW - timedelta(hours=3))
    page.goto(f"{home}intake/")
    look_at(page, "intake-closed")
