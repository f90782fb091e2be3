"""Counting a contact with the mouse, with the keyboard and without JavaScript; and leaving the page at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.support.models import SupportContact
from samsyn.web.support.tests.conftest import TODAY, Table, set_up
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]


@pytest.fixture
def table(transactional_db: None, settings: Settings, sign_in: SignIn) -> Table:
    settings.SAMSYN_TODAY = TODAY
    table = set_up(lay_the_table())
    sign_in(table.client())
    return table


def choose(page: Page, group: str, name: str) -> None:
    """Where the hand hits: the radio lies over its button, unseen."""
    page.get_by_role("group", name=group, exact=True).get_by_role("radio", name=name, exact=True).click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def counted() -> int:
    with acting_as_job(Job.SEED):
        return SupportContact.objects.count()


def test_a_contact_is_counted_taken_back_and_counted_again(table: Table, page: Page) -> None:
    page.goto(table.at())
    look_at(page, "support-count")
    choose(page, "Hur", "Telefon")
    choose(page, "Vad", "Stödsamtal")
    choose(page, "Barn som nämns", "2")
    choose(page, "Oro för barn", "Samtal fört, identiteten okänd")
    press(page, "Räkna")
    expect(page.get_by_role("status")).to_contain_text("Stödsamtal, telefon, i dag, 2 barn")
    expect(page).to_have_title("Siffror – Samsyn")
    look_at(page, "support-counted")
    assert counted() == 1
    press(page, "Ångra")
    expect(page.get_by_text("borttaget")).to_be_visible()
    assert counted() == 0


def test_loading_the_answer_anew_counts_nothing_more(table: Table, page: Page) -> None:
    page.goto(table.at())
    choose(page, "Hur", "Chatt")
    choose(page, "Vad", "Hänvisad vidare")
    press(page, "Räkna")
    expect(page).to_have_url(table.at())
    page.reload()
    expect(page.get_by_role("status")).to_have_count(0)
    page.go_back()
    page.go_forward()
    assert counted() == 1


def test_with_the_keyboard_alone(table: Table, page: Page) -> None:
    page.goto(table.at())
    page.get_by_role("radio", name="Telefon").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Chatt")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="Stödsamtal")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Stödsamtal, chatt, i dag")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ångra")).to_be_focused()


def test_more_children_and_another_day_open(table: Table, page: Page) -> None:
    page.goto(table.at())
    choose(page, "Hur", "Besök")
    choose(page, "Vad", "Stödsamtal")
    page.get_by_text("Fler", exact=True).click()
    choose(page, "Barn som nämns", "9")
    page.get_by_text("Räkna på en annan dag").click()
    choose(page, "Vilken dag", "I går")
    look_at(page, "support-open")
    press(page, "Räkna")
    expect(page.get_by_role("status")).to_contain_text("i går, 9 barn")


def test_a_mistake_is_told(table: Table, page: Page) -> None:
    page.goto(table.at())
    choose(page, "Vad", "Stödsamtal")
    with page.expect_response(lambda answer: answer.status == 422):
        press(page, "Räkna")
    expect(page.get_by_text("Välj hur kontakten togs.").first).to_be_visible()
    look_at(page, "support-mistake")


@pytest.mark.parametrize("how", ["mouse", "keys"])
def test_leaving_at_once_leaves_nothing_behind_the_back_button(table: Table, page: Page, how: str) -> None:
    page.goto("/accessibility/")
    page.goto(table.at())
    if how == "mouse":
        page.get_by_role("link", name="Lämna sidan").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    expect(page).to_have_title("mars 2026")
    assert "amsyn" not in page.content().replace("samsyn_", "")
    look_at(page, "almanac")
    page.go_back()
    expect(page).to_have_url("/accessibility/")


def test_without_javascript_it_counts_and_the_way_out_is_a_link(
    table: Table, browser: Browser, live_server: LiveServer
) -> None:
    context = browser.new_context(base_url=live_server.url, locale="sv-SE", java_script_enabled=False)
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": table.client().cookies[name].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(table.at())
    choose(page, "Hur", "Mejl")
    choose(page, "Vad", "Stödsamtal")
    press(page, "Räkna")
    expect(page.get_by_role("status")).to_contain_text("Stödsamtal, mejl, i dag")
    assert counted() == 1
    page.get_by_role("link", name="Lämna sidan").click()
    expect(page).to_have_title("mars 2026")
    context.close()


def test_the_way_out_is_in_view_on_a_telephone_wherever_one_has_scrolled(table: Table, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(table.at())
    for where in (0, 600, 5000):
        page.evaluate(f"window.scrollTo(0, {where})")
        expect(page.get_by_role("link", name="Lämna sidan")).to_be_in_viewport()
    act = page.get_by_role("button", name="Räkna", exact=True)
    act.scroll_into_view_if_needed()
    out = page.get_by_role("link", name="Lämna sidan").bounding_box()
    box = act.bounding_box()
    assert out is not None
    assert box is not None
    assert (
        out["x"] >= box["x"] + box["width"]
        or out["y"] >= box["y"] + box["height"]
        or out["y"] + out["height"] <= box["y"]
    )


def test_the_sums_are_looked_at(table: Table, page: Page, sign_in: SignIn) -> None:
    kinds = next(iter(table.laid.dossier.agreement.support_line.values())).kinds
    with acting_as_job(Job.SEED):
        for n in range(120):
            SupportContact.objects.create(
                partnership=table.partnership, organisation=table.theirs, day=TODAY.replace(month=1 + n % 3, day=1),
                channel=("phone", "phone", "chat", "mail", "visit")[n % 5], kind=(*kinds, "passed_on")[n * n % 4],
                first_or_returning=("", "first", "returning")[n % 3], children=n % 4 % 3,
                concern="talk_held" if n % 40 == 3 else "",
            )  # fmt: skip
    sign_in(table.client(role=Role.CONTROLLER))
    page.goto(table.at("figures/"))
    look_at(page, "support-figures")
    page.get_by_role("link", name="Halvåret före").click()
    expect(page.get_by_text("Inget är räknat")).to_be_visible()
    look_at(page, "support-figures-empty")
