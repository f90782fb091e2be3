"""An evening is planned, held and counted in a browser; and the pages are looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from samsyn.web.access.fixtures import TODAY, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.occasions import actions
from samsyn.web.occasions.models import Heads
from samsyn.web.occasions.tests.conftest import NOW, House, laid
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at

pytestmark = pytest.mark.django_db(transaction=True)
_DAY = timedelta(days=1)
_EVENING = {("woman", "6-9"): 9, ("man", "6-9"): 6, ("woman", "10-12"): 4, ("man", "10-12"): 11, ("not_stated", ""): 2}


@pytest.fixture
def house(transactional_db: None, settings: Any) -> House:
    """Some weeks of evenings, a group, a lecture for a school, and a seminar of the other party."""
    settings.SAMSYN_TODAY = TODAY
    house = laid(lay_the_table())
    for back in (21, 14, 7):
        house.held("kvallar", TODAY - back * _DAY, _EVENING)
    house.held("grupp", TODAY - 6 * _DAY, 5)
    house.hold(house.plan("forelasning", TODAY - 4 * _DAY, receiver="Norra skolan", receiver_kind="skola"), 54)
    house.plan("kafe", TODAY - 2 * _DAY, place="Köket")
    gone = house.plan("kvallar", TODAY + 4 * _DAY, place="Salen")
    house.do(lambda by: actions.cancel(gone, "Vattenläcka i salen", by=by, now=NOW))
    house.series(weekdays=(2,), starts=time(18), ends=time(20), place="Rummet på övre våningen")
    seminar = house.plan(
        "seminarium", TODAY + 9 * _DAY, starts=time(9), ends=time(12), place="Stadshuset", whose=house.cast.municipality
    )
    house.do(lambda by: actions.share(seminar, by=by, now=NOW), whose=house.cast.municipality)
    house.decision()
    return house


def test_an_evening_is_planned_and_counted_with_the_keyboard(
    house: House, page: Page, sign_in: Callable[[Client], None]
) -> None:
    sign_in(house.cast.client(house.ours, Role.STAFF))
    page.goto(f"{house.home}activities/kvallar/plan/")
    page.get_by_label("Börjar").fill("18")
    page.get_by_label("Slutar").fill("21")
    page.get_by_label("Plats").fill("Salen")
    page.get_by_role("button", name="Planera tillfället").click()
    page.get_by_role("link", name="Skriv in hur många som kom").click()
    page.get_by_label("flicka, 6–9 år").focus()
    for typed in ("7", "3"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("10 närvarande.")).to_be_visible()
    with acting_as_job(Job.SEED):
        rows = Heads.objects.filter(occasion__day=TODAY)
        assert {(each.sex, each.age_band): each.n for each in rows} == {("woman", "6-9"): 7, ("woman", "10-12"): 3}


def test_the_pages_look_right(house: House, page: Page, sign_in: Callable[[Client], None]) -> None:
    sign_in(house.cast.client(house.ours, Role.HEAD))
    held = next(each for each in house.all(activity="kvallar", state="held"))
    late = next(each for each in house.all(activity="kafe"))
    house.do(lambda by: actions.correct(held, {**_EVENING, ("other", "6-9"): 1}, "Räknade om listan", by=by, now=NOW))
    for name, room in {
        "home": "", "past": f"past/?month={held.day:%Y-%m}", "activities": "activities/", "figures": "figures/",
        "one": f"{held.pk}/", "hold": f"{held.pk}/correct/", "planned": f"{late.pk}/",
        "plan": "activities/forelasning/plan/", "series": "activities/kvallar/series/", "add": "activities/add/",
    }.items():  # fmt: skip
        page.goto(f"{house.home}{room}")
        look_at(page, f"occasions-{name}")
