"""What goes wrong in a night, at the door and at the desk, by hand: no-show, early departure, paper afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions.line import join_line
from samsyn.web.beds.models import Entitlement, Night
from samsyn.web.beds.tests.laying import NIGHT, NOW, ORDINARY, Laid, a_guest, lay
from samsyn.web.beds.tests.test_guests import stayed
from samsyn.web.organisations.roles import Role
from tests.browser.looking import look_at
from tests.browser.test_tonight import LATE, MORNING, at, give, home, other, sit_down, some_evening

__all__ = ["other"]  # a fixture
SignIn = Callable[[Client], None]
WIDTHS = {1280: 900, 390: 844}


@pytest.fixture
def laid(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(lay_the_table())


@pytest.fixture(params=WIDTHS)
def hand(request: pytest.FixtureRequest, page: Page) -> Page:
    """Someone's screen: a desk's, or a phone."""
    page.set_viewport_size({"width": request.param, "height": WIDTHS[request.param]})
    return page


def test_a_place_whose_guest_did_not_come_goes_to_the_first_in_line(
    laid: Laid, hand: Page, sign_in: SignIn, other: BrowserContext, live_server: LiveServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for number in range(6):
        give(laid, f"Gäst {number + 1}", laid.kajen)
    for number in range(4):
        give(laid, f"Vind {number + 1}", laid.vinden)
    waits = a_guest(laid, "Dumitru")
    with laid.coordination() as viewer:
        join_line(laid.partnership, waits, pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)
    sign_in(laid.cast.client(laid.kajen.organisation, Role.STAFF))
    hand.goto(home(laid, laid.kajen.organisation, f"tonight/{laid.kajen.pk}/"))
    row = hand.get_by_role("listitem").filter(has_text="Gäst 2")
    row.get_by_text("Mer", exact=True).click()
    expect(row.get_by_role("button", name="Släpp platsen")).to_have_count(0)  # it is not late yet

    at(monkeypatch, LATE)
    hand.reload()
    row.get_by_text("Mer", exact=True).click()
    row.get_by_role("button", name="Släpp platsen").click()
    expect(hand.get_by_text("Plats 2 är släppt. Den går till nästa i kön.")).to_be_visible()
    hand.go_back()
    hand.reload()
    hand.get_by_text("Visa dem").click()
    expect(hand.get_by_role("listitem").filter(has_text="kom inte")).to_contain_text("2")

    desk = sit_down(other, laid.cast.client(laid.coordinating, Role.STAFF), live_server)
    desk.set_viewport_size(hand.viewport_size or {"width": 1280, "height": 900})
    desk.goto(home(laid, laid.coordinating, "intake/"))
    desk.get_by_role("link", name="Dumitru").click()
    expect(desk.get_by_role("heading", name="Plats finns")).to_be_visible()
    desk.get_by_role("button", name="Ge platsen").click()
    expect(desk.get_by_text("Din nattplats")).to_be_visible()
    desk.close()
    hand.reload()
    expect(hand.get_by_role("listitem").filter(has_text="Dumitru")).to_contain_text("2")


def test_an_early_departure_is_saved_and_the_place_is_free_the_next_night(
    laid: Laid, hand: Page, sign_in: SignIn
) -> None:
    stay = give(laid, "Ana", laid.kajen)
    sign_in(laid.cast.client(laid.kajen.organisation, Role.STAFF))
    hand.goto(home(laid, laid.kajen.organisation, f"tonight/{laid.kajen.pk}/"))
    hand.get_by_role("button", name="Har kommit, plats 1").click()
    hand.get_by_text("Mer", exact=True).click()
    hand.get_by_role("link", name="Lämnar i förtid").click()
    hand.get_by_label("Natten mot torsdag 5 mars").check()
    look_at(hand, "night-leaves")
    hand.get_by_role("button", name="Platsen är ledig").click()
    expect(hand.get_by_text("Det är inskrivet.")).to_be_visible()
    expect(hand.get_by_role("listitem").filter(has_text="Ana")).to_contain_text("till onsdag 4 mars")
    look_at(hand, "night-left")
    with acting_as_job(Job.SEED):
        given = Entitlement.objects.get(pk=stay.entitlement_id)
        assert (given.left_on, given.ended) == (NIGHT + timedelta(days=2), "left")


def test_the_paper_is_entered_in_the_morning_and_once_more_does_nothing(
    laid: Laid, hand: Page, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for called in ("Ana", "Bosse", "Costel"):
        give(laid, called, laid.kajen)
    at(monkeypatch, MORNING + timedelta(hours=12))
    sign_in(laid.cast.client(laid.kajen.organisation, Role.STAFF))
    hand.goto(home(laid, laid.kajen.organisation, f"tonight/{laid.kajen.pk}/"))
    hand.get_by_role("link", name="För in en lista från papper").click()
    hand.get_by_label("1 Ana").check()
    hand.get_by_label("3 Costel").check()
    look_at(hand, "night-paper")
    hand.get_by_role("button", name="För in dem som kom").click()
    expect(hand.get_by_text("2 gäster är införda från papperet.")).to_be_visible()
    expect(hand.get_by_label("2 Bosse")).to_be_visible()
    hand.get_by_role("button", name="För in dem som kom").click()
    expect(hand.get_by_text("Ingen var ikryssad. Inget är ändrat.")).to_be_visible()
    with acting_as_job(Job.SEED):
        assert sorted(Night.objects.values_list("night", "on_paper")) == [(NIGHT, True)] * 2


def test_tonight_is_in_view_in_a_guest_s_picture(laid: Laid, hand: Page, sign_in: SignIn) -> None:
    guest = a_guest(laid, "Bogdan")
    with acting_as_job(Job.SEED):
        stayed(guest, laid.kajen, NIGHT - timedelta(days=20))
    sign_in(laid.cast.client(laid.coordinating, Role.STAFF))
    hand.goto(home(laid, laid.coordinating, f"intake/guests/{guest.pk}/"))
    line, frame = hand.locator(".nights-tonight").bounding_box(), hand.locator(".nights-frame").bounding_box()
    assert line is not None
    assert frame is not None
    assert frame["x"] <= line["x"] <= frame["x"] + frame["width"]
    look_at(hand, "night-guest")


def test_no_figure_of_the_overview_is_cut(laid: Laid, hand: Page, sign_in: SignIn) -> None:
    some_evening(laid)
    sign_in(laid.cast.client(laid.coordinating, Role.STAFF))
    hand.goto(home(laid, laid.coordinating, "overview/"))
    width = (hand.viewport_size or {"width": 0})["width"]
    figures = hand.locator(".stacks td.amount").all()
    assert len(figures) > 40
    boxes = [each.bounding_box() for each in figures]
    assert [box for box in boxes if box is None or box["x"] < 0 or box["x"] + box["width"] > width] == []
    look_at(hand, "night-overview")
