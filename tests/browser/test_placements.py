"""A whole placement from referral to closing by three people in three browsers; a consent is withdrawn in between.

And the pages looked at: the board with all places taken, the participant's own page in five languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.phrases import languages
from samsyn.web.placements.tests.conftest import MONDAY, Table, set_up
from tests.browser.looking import look_at

SPRING = date(2025, 5, 5)
NAMES = (
    "Amina", "Björn", "Cecilia", "Dawit", "Elin", "Farid", "Gunilla", "Hassan", "Ingrid", "Jamal", "Karin", "Leyla",
    "Mats", "Nadia", "Olof", "Petra", "Rahel", "Stina", "Tesfay", "Ulla", "Viktor", "Warsame", "Yusra", "Åsa",
)  # fmt: skip


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = MONDAY
    return set_up(lay_the_table())


class Person:
    """One human with a browser of their own."""

    def __init__(self, browser: Browser, server: LiveServer, client: Client | None = None) -> None:
        self.context = browser.new_context(base_url=server.url, locale="sv-SE", timezone_id="Europe/Stockholm")
        self.context.set_default_timeout(10_000)
        if client is not None:
            name = django_settings.SESSION_COOKIE_NAME
            self.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server.url}])
        self.page = self.context.new_page()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()


class Cast:
    def __init__(self, table: Table, browser: Browser, server: LiveServer) -> None:
        self.table = table
        self.officer = Person(browser, server, table.cast.client(table.ours, Role.CASE_OFFICER))
        self.supervisor = Person(browser, server, table.cast.client(table.theirs, Role.STAFF))
        self.participant = Person(browser, server)

    def at(self, who: Organisation, path: str = "") -> str:
        return f"/as/{who.slug}/partnerships/{self.table.partnership.slug}/placements/{path}"

    def end(self) -> None:
        for each in (self.officer, self.supervisor, self.participant):
            each.context.close()


@pytest.fixture
def three(table: Table, browser: Browser, live_server: LiveServer) -> Iterator[Cast]:
    cast = Cast(table, browser, live_server)
    yield cast
    cast.end()


def refer(three: Cast) -> str:
    """The case officer writes Sara in, with her consent, and sends the referral. Gives its address below the rooms."""
    officer, page = three.officer, three.officer.page
    page.goto(three.at(three.table.ours))
    look_at(page, "placements-participants-empty")
    officer.follow("Skriv in en deltagare")
    page.get_by_label("Namn som deltagaren vill ha").fill("Sara")
    page.get_by_label("Födelseår").fill("1990")
    page.get_by_label("kvinna").check()
    page.get_by_label("Språk att tala med deltagaren på").select_option("ar")
    look_at(page, "placements-participant-form")
    officer.press("Spara")
    officer.sees("Inget samtycke är inskrivet.")
    officer.follow("Skriv en anvisning")
    page.get_by_label("REMAKE").check()
    page.get_by_label("Önskad första dag").fill(str(MONDAY))
    look_at(page, "placements-referral-form")
    officer.press("Spara och läs igenom")
    officer.sees("Det här ser Skåne Stadsmission")
    officer.sees("Samtycket saknas")
    look_at(page, "placements-referral-draft")
    officer.press("Skicka till Skåne Stadsmission")
    officer.sees("Skriv in samtycket först.")
    officer.follow("Skriv in samtycket")
    for scope in ("namn, födelseår", "planering och steg", "närvaro", "självskattningar", "hur det gick"):
        page.get_by_label(scope).check()
    page.get_by_label("uppgifterna får inte lämnas vidare").check()
    page.get_by_label("Deltagaren vet vad som lämnas").check()
    look_at(page, "placements-consent-form")
    officer.press("Spara samtycket")
    look_at(page, "placements-referral-preview")
    officer.press("Skicka till Skåne Stadsmission")
    officer.sees("Nu svarar Skåne Stadsmission.")
    return page.url.split("/placements/")[1]


def receive(three: Cast, referral: str) -> str:
    """The supervisor says yes and gives a place from today. Gives the placement's address below the rooms."""
    supervisor, page = three.supervisor, three.supervisor.page
    page.goto(three.at(three.table.theirs, "referrals/"))
    look_at(page, "placements-referrals")
    supervisor.follow("Sara")
    supervisor.sees("uppgifterna får inte lämnas vidare")
    supervisor.press("Ta emot")
    supervisor.follow("Ge en plats")
    look_at(page, "placements-start")
    supervisor.press("Ge platsen")
    supervisor.sees("Plats 1")
    look_at(page, "placements-one-new")
    return page.url.split("/placements/")[1]


def open_own_page(three: Cast) -> None:
    """The case officer makes the address; the participant opens it on a telephone without signing in."""
    officer, page = three.officer, three.officer.page
    officer.follow("Till deltagaren")
    officer.press("Gör en adress")
    look_at(page, "placements-participant")
    address = page.locator(".secret-address a").inner_text()
    three.participant.page.goto(address)
    three.participant.page.goto(address.rstrip("/") + "/?lang=sv")
    three.participant.sees("Hej Sara")


def a_day_at_the_host(three: Cast, placement: str) -> None:
    supervisor, page = three.supervisor, three.supervisor.page
    page.goto(three.at(three.table.theirs, "day/"))
    supervisor.press("Här")
    supervisor.sees("1 av 1 är här.")
    page.get_by_role("button", name="Samtal med Sara").click()
    expect(page.get_by_role("button", name="Samtal med Sara")).to_have_attribute("aria-pressed", "true")
    look_at(page, "placements-day")
    for step in ("Introduktionssamtal", "Individuell planering"):
        page.goto(three.at(three.table.theirs, placement))
        page.get_by_role("link", name=f"Det är gjort: {step}").click()
        supervisor.press("Det är gjort")
    expect(page.get_by_text("antecknat av Skåne Stadsmission")).to_have_count(2)


def answers_in_own_hand(three: Cast) -> None:
    participant, page = three.participant, three.participant.page
    page.reload()
    participant.follow("Svara på frågorna")
    for question in page.locator("fieldset").all():
        question.get_by_label("3", exact=True).check()
    look_at(page, "placements-own-questions")
    participant.press("Spara mina svar")
    participant.sees("Tack. Dina svar är sparade 2025-03-03.")
    look_at(page, "placements-own-page")


def agree_on_an_extension(three: Cast, placement: str) -> None:
    page = three.supervisor.page
    page.goto(three.at(three.table.theirs, f"{placement}extend/"))
    page.get_by_label("Ny sista dag").fill("2025-08-29")
    look_at(page, "placements-extend")
    three.supervisor.press("Föreslå")
    three.supervisor.sees("Gäller först när båda parter har sagt ja.")
    look_at(page, "placements-one-proposed")
    three.officer.page.goto(three.at(three.table.ours, placement))
    look_at(three.officer.page, "placements-one-extension")
    three.officer.press("Godkänn förlängningen")
    three.officer.sees("Gäller: båda parter har sagt ja.")


def withdraw(three: Cast, placement: str) -> None:
    """Sara changes her mind on her own page. Both see at once that nothing more is shared."""
    participant, page = three.participant, three.participant.page
    page.reload()
    participant.follow("Jag vill ta tillbaka det")
    look_at(page, "placements-own-withdraw")
    participant.press("Ja, ta tillbaka")
    participant.sees("Du tog tillbaka det 2025-03-03. Inget nytt lämnas.")
    participant.sees("Sedan 2025-03-03 får Skåne Stadsmission inget nytt veta om dig.")
    look_at(page, "placements-own-stopped")
    kept = "Det som Skåne Stadsmission redan har fått finns kvar där och följer deras regler."
    for person, who in ((three.officer, three.table.ours), (three.supervisor, three.table.theirs)):
        person.page.goto(three.at(who, placement))
        expect(person.page.get_by_text(kept).first).to_be_visible()
    look_at(three.officer.page, "placements-one-withdrawn")


def close(three: Cast, placement: str) -> None:
    """The host closes and writes for itself; the case officer sees the last day, and writes its own word of it."""
    supervisor, page = three.supervisor, three.supervisor.page
    page.goto(three.at(three.table.theirs, f"{placement}close/"))
    page.get_by_label("genomförd enligt planeringen", exact=True).check()
    page.get_by_label("arbete", exact=True).check()
    look_at(page, "placements-close")
    supervisor.press("Avsluta")
    supervisor.sees("genomförd enligt planeringen")
    officer = three.officer
    officer.page.goto(three.at(three.table.ours, placement))
    expect(officer.page.get_by_text("genomförd enligt planeringen")).to_have_count(0)
    officer.follow("Skriv vad den ledde till")
    officer.page.get_by_label("studier").check()
    officer.press("Spara")
    officer.sees("studier")
    look_at(officer.page, "placements-one-closed")
    look_at(supervisor.page, "placements-one-closed-host")
    three.participant.page.reload()
    three.participant.sees("Placeringen är avslutad.")


def test_a_placement_from_referral_to_closing_by_three_people_with_a_withdrawal_in_between(three: Cast) -> None:
    referral = refer(three)
    placement = receive(three, referral)
    open_own_page(three)
    a_day_at_the_host(three, placement)
    answers_in_own_hand(three)
    agree_on_an_extension(three, placement)
    withdraw(three, placement)
    close(three, placement)
    page = three.officer.page
    page.goto(three.at(three.table.ours, "figures/"))
    three.officer.sees("Deltagare som har arbetstränat")
    look_at(page, "placements-figures")


@pytest.fixture
def full_house(table: Table, settings: Settings) -> Table:
    """Twenty-four, begun on different days; some have noted steps and a day behind them."""
    settings.SAMSYN_TODAY = SPRING
    tracks = [key for key, each in table.laid.dossier.agreement.service.items() if each.kind == "training"][:3]
    for n, name in enumerate(NAMES):
        placed(table, name, ("woman", "man")[n % 2], SPRING - timedelta(days=70 - 3 * n), tracks[n % 3], n)
    return table


def placed(table: Table, name: str, sex: str, first: date, track: str, n: int) -> None:
    table.today = first
    with table.as_(table.ours) as viewer:
        person = actions.write_participant(table.partnership, name, sex=sex, by=viewer, now=table.now())
    placement = table.start(table.accepted(person), first, track=track)
    if n % 3:
        for step in ("introduktion", "individuell-plan"):
            table.do(table.theirs, actions.do_step, placement, step, 1, done_on=first)
    if n % 4:
        answers = [1 + (n + k) % 4 for k in range(5)]
        table.do(table.theirs, actions.assess, placement, 1, "participant", answers, done_on=first)
    table.today = SPRING
    if n % 5 == 0:
        table.do(table.theirs, actions.note_attendance, placement, SPRING, "present", talk=True)


def test_the_rooms_with_all_places_taken_are_looked_at(
    full_house: Table, browser: Browser, live_server: LiveServer
) -> None:
    three = Cast(full_house, browser, live_server)
    waiting = full_house.accepted()
    rooms: list[tuple[Person, Organisation, str, str]] = [
        (three.supervisor, full_house.theirs, "day/", "day"),
        (three.supervisor, full_house.theirs, "places/", "places"),
        (three.supervisor, full_house.theirs, "figures/", "figures"),
        (three.supervisor, full_house.theirs, f"referrals/{waiting.pk}/start/", "start"),
        (three.officer, full_house.ours, "participants/?show=all", "participants"),
        (three.officer, full_house.ours, "day/", "day-read"),
    ]
    for person, who, path, name in rooms:
        person.page.goto(three.at(who, path))
        look_at(person.page, f"placements-full-{name}")
    three.supervisor.page.goto(three.at(full_house.theirs, f"referrals/{waiting.pk}/start/"))
    three.supervisor.sees("Fullt från")
    three.end()


@pytest.mark.parametrize("language", list(languages()))
def test_the_own_page_is_looked_at_in_every_language(
    table: Table, browser: Browser, live_server: LiveServer, language: str
) -> None:
    participant: Any = table.participant(language=language)
    table.start(table.accepted(participant))
    secret = table.do(table.ours, actions.make_own_page, participant)
    me = Person(browser, live_server)
    me.page.goto(f"/own/{secret}/")
    look_at(me.page, f"placements-own-{language}")
    me.page.goto(f"/own/{secret}/questions/")
    look_at(me.page, f"placements-own-{language}-questions")
    me.context.close()


def test_the_roll_works_without_javascript_and_with_the_keyboard(
    full_house: Table, browser: Browser, live_server: LiveServer
) -> None:
    client = full_house.cast.client(full_house.theirs, Role.STAFF)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page: Page = context.new_page()
    page.goto(f"/as/{full_house.theirs.slug}/partnerships/{full_house.partnership.slug}/placements/day/")
    row = page.locator(".roll-row", has_text="Björn")
    row.get_by_role("button", name="Anmäld borta").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".roll-row", has_text="Björn").get_by_role("button", name="Anmäld borta")).to_have_attribute(
        "aria-pressed", "true"
    )
    context.close()


def test_my_day_leads_each_to_their_daily_work(full_house: Table, browser: Browser, live_server: LiveServer) -> None:
    three = Cast(full_house, browser, live_server)
    full_house.sent()
    for person, who, name, door in (
        (three.supervisor, full_house.theirs, "host", "Arbetsträning, dagen"),
        (three.officer, full_house.ours, "sender", "Deltagare i arbetsträning"),
    ):
        person.page.goto(f"/as/{who.slug}/")
        look_at(person.page, f"placements-my-day-{name}")
        person.page.locator(".doors a", has_text=door).click()
        expect(person.page).to_have_url(re.compile("/placements/(day|participants)/$"))
    three.end()


def test_the_place_is_given_by_a_double_click_and_there_is_one(three: Cast) -> None:
    referral = three.table.accepted()
    page = three.supervisor.page
    page.goto(three.at(three.table.theirs, f"referrals/{referral.pk}/start/"))
    page.get_by_label("REMAKE").check()
    page.get_by_role("button", name="Ge platsen", exact=True).dblclick()
    three.supervisor.sees("Plats 1")
    expect(page).to_have_url(re.compile(r"/placements/[0-9a-f-]{36}/$"))
    page.go_back()
    page.goto(three.at(three.table.theirs, f"referrals/{referral.pk}/start/"))
    three.supervisor.sees("Placeringen är redan startad")
    look_at(page, "placements-already-started")
