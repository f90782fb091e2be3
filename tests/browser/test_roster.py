"""The roster, looked at: who works, what one has shown and lacks, posts, the text to sign, and one's own page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.organisations.roles import Role
from samsyn.web.roster import actions
from samsyn.web.roster.models import Worker
from samsyn.web.roster.tests.conftest import NOW, Roster, laid
from tests.browser.looking import look_at

DAY = timedelta(days=1)


@pytest.fixture
def roster(transactional_db: None, settings: Settings) -> Roster:
    settings.SAMSYN_TODAY = TODAY
    return laid(lay_the_table())


@pytest.fixture
def ada(roster: Roster) -> Worker:
    """Has shown and signed; others lack one thing or another."""
    cast, text = roster.cast, roster.text("Jag för inte vidare vad jag får veta om någon.", TODAY - 30 * DAY)
    person = cast.person(roster.ours, Role.STAFF)
    ada = roster.employ("Ada", "Ledare", TODAY - 20 * DAY, person=person, post="ledare", share=Decimal("0.75"))
    roster.shown(ada, on=TODAY - 20 * DAY, dated=TODAY - 60 * DAY)
    wrong = roster.shown(ada, on=TODAY - 19 * DAY, dated=TODAY - 60 * DAY)
    roster.do(lambda by: actions.take_back(wrong, "wrong_day", by=by, now=NOW))
    roster.signed(ada, text, TODAY - 18 * DAY)
    roster.employ("Cesar", "Administratör", TODAY - 2 * DAY, post="administrator", share=Decimal("0.1"))
    bo = roster.volunteer("Bo", TODAY - 10 * DAY, cast.person(roster.ours, Role.VOLUNTEER))
    roster.signed(bo, text, TODAY - 9 * DAY)
    roster.asked(bo)
    roster.volunteer("Disa", TODAY - 5 * DAY)
    left = roster.volunteer("Egil", TODAY - 90 * DAY)
    roster.do(lambda by: actions.end_worker(left, TODAY - DAY, by=by, now=NOW))
    roster.volunteer("Frida", TODAY + 10 * DAY)
    return ada


def test_the_pages_of_the_roster_look_right(
    roster: Roster, ada: Worker, page: Page, sign_in: Callable[[Client], None]
) -> None:
    sign_in(roster.cast.client(roster.ours, Role.HEAD))
    at = f"{ada.pk}/"
    for name, room in {
        "list": "", "one": at, "posts": "posts/", "texts": "texts/", "new": "new/", "end": f"{at}end/",
        "shown": f"{at}note/anstallning/", "signed": f"{at}note/tystnad/", "met": f"{at}note/utbildning/",
    }.items():  # fmt: skip
        page.goto(f"{roster.home}{room}")
        look_at(page, f"roster-{name}")


def test_an_extract_is_noted_by_hand(
    roster: Roster, ada: Worker, page: Page, sign_in: Callable[[Client], None]
) -> None:
    """Nothing of its date is on the page that follows."""
    sign_in(roster.cast.client(roster.ours, Role.HEAD))
    page.goto(roster.home)
    page.get_by_role("link", name="Cesar").click()
    page.get_by_role("link", name="Utdraget har visats").first.click()
    page.get_by_label("Utdragets datum").fill(str(TODAY - 400 * DAY))
    page.get_by_role("button", name="Notera att det har visats").click()
    expect(page.get_by_role("link", name="Utdraget är äldre än 6 månader")).to_be_visible()
    look_at(page, "roster-too-old")
    dated = TODAY - 33 * DAY
    page.get_by_label("Utdragets datum").fill(str(dated))
    page.get_by_role("button", name="Notera att det har visats").click()
    expect(page.get_by_text("Noterat. Utdraget lämnas tillbaka.")).to_be_visible()
    expect(page.get_by_text(f"Visat {TODAY} för rollen Administratör.")).to_be_visible()
    expect(page.get_by_text(str(dated))).to_have_count(0)


def test_a_volunteer_s_own_page_looks_right(
    roster: Roster, ada: Worker, page: Page, sign_in: Callable[[Client], None]
) -> None:
    sign_in(roster.cast.client(roster.ours, Role.VOLUNTEER))
    page.goto(f"/as/{roster.ours.slug}/")
    page.get_by_role("main").get_by_role("link", name="Mina uppgifter").click()
    expect(page.get_by_role("heading", name="Mina uppgifter")).to_be_visible()
    look_at(page, "roster-mine")
