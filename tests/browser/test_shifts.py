"""A volunteer sees, takes, swaps and gives up a shift on a phone, and staff plan them at a desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, ViewportSize, expect
from pytest_django import Settings

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.shifts import actions
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.tests.conftest import NOW, Evening, lay_it
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def evening(transactional_db: None, settings: Settings) -> Evening:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(lay_the_table())


def worked_yesterday(evening: Evening, name: str) -> None:
    """A shift that nobody has said the hours of."""
    worker = evening.volunteer(name)
    occasion = evening.another(TODAY - timedelta(days=1), place="Hallen")
    span = occasion.span
    with acting_as_job(Job.SEED):
        Shift.objects.create(
            partnership=evening.partnership, organisation=evening.ours, occasion=occasion, worker=worker, state="taken",
            function="Ledare", starts_at=span.begins, ends_at=span.finishes, made_at=NOW, changed_at=NOW,
        )  # fmt: skip


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def test_a_volunteer_sees_takes_swaps_and_gives_up_a_shift_on_a_phone(
    evening: Evening, page: Page, sign_in: SignIn
) -> None:
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    worked_yesterday(evening, "Anna")
    evening.made(2)
    (offered,) = evening.made(1, evening.another(TODAY + timedelta(days=3), place="Hallen"))
    evening.take(offered, bo)
    evening.by_own(actions.offer, offered, bo)
    sign_in(evening.client(anna))
    page.set_viewport_size(PHONE)
    page.goto(f"/as/{evening.ours.slug}/mine/")
    page.get_by_role("link", name="Mina pass").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina pass")
    press(page, "Ta passet")
    expect(page.get_by_role("status")).to_contain_text("Passet är ditt")
    look_at(page, "shifts-mine")
    page.set_viewport_size(PHONE)
    press(page, "Byt bort")
    expect(page.get_by_text("söker någon som tar över", exact=True)).to_be_visible()
    look_at(page, "shifts-offered")
    page.set_viewport_size(PHONE)
    press(page, "Behåll passet")
    page.get_by_role("link", name="Avboka").click()
    look_at(page, "shifts-give-up")
    press(page, "Avboka")
    expect(page.get_by_text("Du har inga pass framför dig")).to_be_visible()
    page.get_by_role("link", name="Skriv timmar").click()
    page.get_by_label("Hur många timmar").fill("3,5")
    press(page, "Rapportera")
    expect(page.get_by_role("status")).to_contain_text("Tack")
    press(page, "Öppna en kalenderadress")
    expect(page.get_by_text("/feeds/shifts/")).to_be_visible()
    look_at(page, "shifts-address")


def test_two_have_the_last_free_shift_before_them_and_the_slower_is_told(
    evening: Evening, page: Page, sign_in: SignIn
) -> None:
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    (shift,) = evening.made()
    sign_in(evening.client(anna))
    page.goto(evening.mine)
    evening.take(shift, bo)
    press(page, "Ta passet")
    expect(page.get_by_role("status")).to_contain_text("Någon annan hann före")
    assert evening.again(shift).worker_id == bo.pk


def test_staff_make_shifts_and_put_somebody_on(evening: Evening, page: Page, sign_in: SignIn) -> None:
    evening.volunteer("Anna")
    sign_in(evening.cast.client(evening.ours, Role.STAFF))
    page.goto(evening.shifts)
    page.locator(".shifts").get_by_role("link").first.click()
    page.get_by_role("link", name="Lägg ut pass").click()
    page.get_by_label("Vad den som arbetar gör").fill("Ledare")
    page.get_by_label("Hur många").fill("2")
    look_at(page, "shifts-make")
    press(page, "Lägg ut")
    page.get_by_role("link", name="Sätt någon på passet").first.click()
    page.get_by_label("Vem").select_option(label="Anna, Ledare")
    press(page, "Sätt på")
    expect(page.get_by_text("Anna").first).to_be_visible()
    look_at(page, "shifts-at-occasion")
    page.goto(evening.shifts)
    look_at(page, "shifts-planned")
