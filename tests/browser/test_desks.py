"""Two desks at once, and a night that can kill: the last place goes to one, and an exception is decided in the open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from samsyn.web.access.fixtures import SINCE, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds import actions
from samsyn.web.beds.codes import new_code
from samsyn.web.beds.models import Bar, Entitlement, ExtraNight, Guest, Override, Refusal, Segment, Site, Waiting
from samsyn.web.beds.tests.laying import BODY, NIGHT, NOW, ORDINARY, WOMEN, Laid, a_guest, lay, nights
from samsyn.web.beds.tests.test_guests import stayed
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment
from samsyn.web.project import clock

SignIn = Callable[[Client], None]
ONE = timedelta(days=1)
SUBMIT = "setTimeout(() => document.querySelector('form.offers').requestSubmit())"


@pytest.fixture
def laid(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Laid:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NIGHT)
    return lay(lay_the_table())


@pytest.fixture
def home(laid: Laid, sign_in: SignIn) -> str:
    sign_in(laid.cast.client(laid.coordinating, Role.STAFF))
    return f"/as/{laid.coordinating.slug}/partnerships/{laid.partnership.slug}/"


@pytest.fixture
def other(laid: Laid, browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """The desk beside: another computer and another coordinator, with a seat of the same kind."""
    with acting_as_job(Job.SEED):
        Appointment.objects.create(
            person=laid.cast.person(laid.coordinating, Role.HEAD), partnership=laid.partnership,
            organisation=laid.coordinating, body=BODY, function="Samordnare", since=SINCE,
        )  # fmt: skip
    context = browser.new_context(base_url=live_server.url, locale="sv-SE", timezone_id="Europe/Stockholm")
    context.set_default_timeout(10_000)
    name = configured.SESSION_COOKIE_NAME
    session = laid.cast.client(laid.coordinating, Role.HEAD).cookies[name].value
    context.add_cookies([{"name": name, "value": session, "url": live_server.url}])
    yield context.new_page()
    context.close()


def fill(laid: Laid, site: Site, number: int) -> None:
    """So many of the places are taken before the evening of the test begins."""
    women = site == laid.lyktan
    with laid.coordination() as by:
        for each in range(number):
            guest = a_guest(laid, f"{site.name} {each}", sex="woman" if women else "man")
            pool = WOMEN if women else ORDINARY
            actions.give(laid.partnership, guest, pool=pool, site=site, night=NIGHT, by=by, now=NOW)


def write_in(page: Page, home: str, name: str) -> None:
    page.goto(f"{home}intake/")
    page.get_by_label("Kod eller namn").fill(name)
    page.get_by_role("button", name="Sök").click()
    page.get_by_label("kvinna").check()
    page.get_by_role("button", name="Skriv in gästen").click()
    expect(page.get_by_role("heading", name="Plats finns")).to_be_visible()


def count(model: type[Segment] | type[Waiting] | type[Refusal] | type[Entitlement], **which: object) -> int:
    with acting_as_job(Job.SEED):
        return model.objects.filter(**which).count()


def test_of_two_desks_that_press_at_once_for_the_last_women_s_place_one_gets_it(
    laid: Laid, home: str, page: Page, other: Page
) -> None:
    for site, number in ((laid.kajen, 6), (laid.vinden, 4), (laid.lyktan, 2)):
        fill(laid, site, number)
    desks = {"Elena": page, "Mirela": other}
    for name, desk in desks.items():
        write_in(desk, home, name)
        expect(desk.locator(".offer")).to_have_count(1)
        expect(desk.locator(".offer")).to_contain_text("Lyktan")
    for desk in desks.values():
        desk.evaluate(SUBMIT)
    slip, no = "Gästens lapp", "Ingen plats"
    for desk in desks.values():
        answer = desk.get_by_role("heading", name=slip).or_(desk.get_by_role("heading", name=no))
        expect(answer).to_be_visible(timeout=20_000)
    lost = [name for name, desk in desks.items() if desk.get_by_role("heading", name=no).is_visible()]
    assert len(lost) == 1
    assert count(Segment, site=laid.lyktan, guest__known_as__in=list(desks)) == 1
    assert count(Entitlement, guest__known_as=lost[0]) == 0

    desk = desks[lost[0]]
    expect(desk.locator(".desk-guest")).to_contain_text(f"{lost[0]} kvinna")
    expect(desk.get_by_text("Fullt natten måndag 2 mars").first).to_be_visible()
    expect(desk.get_by_role("button", name="Skriv in: utan plats, fullt")).to_be_visible()
    desk.get_by_role("button", name="Ställ i kön").click()
    expect(desk.get_by_text(f"{lost[0]} står i kön.")).to_be_visible()
    assert count(Waiting, guest__known_as=lost[0]) == 1


def test_who_loses_the_women_s_place_is_offered_another_and_what_was_ticked_is_kept(
    laid: Laid, home: str, page: Page, other: Page
) -> None:
    fill(laid, laid.lyktan, 2)
    young = a_guest(laid, "Elena", sex="woman", born=NIGHT.year - 18)
    page.goto(f"{home}intake/guests/{young.pk}/place/")
    asked = page.get_by_label("Jag har frågat: gästen har fyllt 18 år")
    asked.check()
    expect(page.get_by_role("radio").first).to_have_value(f"kvinnoplatser/ordinary/{laid.lyktan.pk}")
    write_in(other, home, "Mirela")
    other.get_by_role("button", name="Ge platsen").click()
    expect(other.get_by_text("Lyktangatan 1")).to_be_visible()

    page.get_by_role("button", name="Ge platsen").click()
    expect(page.get_by_text("Fullt natten måndag 2 mars")).to_be_visible()
    expect(page.get_by_role("heading", name="Plats finns")).to_be_visible()
    expect(page.locator(".offer-site", has_text="Lyktan")).to_have_count(0)
    expect(asked).to_be_checked()
    page.get_by_role("button", name="Ge platsen").click()
    expect(page.get_by_text("Kajengatan 1")).to_be_visible()
    assert count(Segment, guest=young) == 1


def test_the_reason_for_an_exception_is_kept_when_the_house_has_become_full(laid: Laid, home: str, page: Page) -> None:
    barred = a_guest(laid, "Ion")
    with acting_as_job(Job.SEED):
        Bar.objects.create(
            partnership=laid.partnership, organisation=laid.kajen.organisation, kept_by=BODY, site=laid.kajen,
            guest=barred, nights=nights(NIGHT - ONE, 7), reason="Slog sönder en ruta", decided_at=NOW,
        )  # fmt: skip
    page.goto(f"{home}intake/guests/{barred.pk}/place/")
    page.get_by_text("Gör undantag från avstängningen på Kajen").click()
    reason = page.get_by_label("Skäl till undantaget")
    reason.fill("Minus femton i natt")
    fill(laid, laid.kajen, 6)
    page.get_by_role("button", name="Besluta om undantag").click()
    expect(page.get_by_text("Fullt natten måndag 2 mars")).to_be_visible()
    expect(reason).to_be_visible()
    expect(reason).to_have_value("Minus femton i natt")
    with acting_as_job(Job.SEED):
        assert not Override.objects.exists()


def in_quarantine(laid: Laid) -> Guest:
    guest = a_guest(laid, "Bogdan")
    with acting_as_job(Job.SEED):
        stayed(guest, laid.kajen, NIGHT - 5 * ONE, place=5)
    return guest


def test_on_a_night_that_can_kill_a_quarantine_is_set_aside_and_the_history_tells(
    laid: Laid, home: str, page: Page
) -> None:
    guest = in_quarantine(laid)
    decide_a_cold_night(page, home)
    take_the_extra_places(laid, 2)

    page.goto(f"{home}intake/guests/{guest.pk}/place/")
    expect(page.get_by_role("heading", name="Ingen plats")).to_be_visible()
    page.get_by_text("Gör undantag från karensen").click()
    page.get_by_label("Skäl till undantaget").fill("Minus femton i natt")
    page.get_by_role("button", name="Besluta om undantag").click()
    expect(page.get_by_text("Undantaget är gjort. Här står vad som kan ges nu.")).to_be_visible()
    page.get_by_role("button", name="Ge platsen").click()
    expect(page.get_by_text("Din nattplats")).to_be_visible()
    expect(page.get_by_text("Kajengatan 1")).to_be_visible()
    with acting_as_job(Job.SEED):
        given = Segment.objects.get(guest=guest, nights__contains=NIGHT)
        assert (given.site, given.nights) == (laid.kajen, nights(NIGHT, 5))
        assert [each.reason for each in Override.objects.all()] == ["Minus femton i natt"]

    page.goto(f"{home}history/")
    who = laid.cast.person(laid.coordinating, Role.STAFF).display_name
    for what in ("beslutade om en extra natt", "gjorde undantag från karens", "gav en gäst en nattplats"):
        expect(page.locator(".acts li", has_text=what).first).to_contain_text(who)
    expect(page.locator(".acts")).not_to_contain_text("Bogdan")


def take_the_extra_places(laid: Laid, number: int) -> None:
    """A quarantine keeps nobody from those; an exception is for when they are gone."""
    with laid.coordination() as by:
        for each in range(number):
            guest = a_guest(laid, f"Extra {each}")
            actions.give(laid.partnership, guest, pool=ORDINARY, night=NIGHT, kind="cold_night", by=by, now=NOW)


def decide_a_cold_night(page: Page, home: str) -> None:
    page.goto(f"{home}nights/decide/")
    page.get_by_label("extra kall natt").check()
    page.get_by_label("Prognosen").fill("−15 °C, vind 8 m/s")
    page.get_by_label("Var den lästes").fill("smhi.se klockan 15")
    page.get_by_label("Skälet till beslutet").fill("Prognosen är under parternas riktmärke.")
    page.get_by_label("Var de extra platserna ställs").select_option(label="Vinden")
    page.get_by_label("Vanliga platser").check()
    page.get_by_label("Hur många extra platser").fill("2")
    page.get_by_role("button", name="Fatta beslutet").click()
    expect(page.get_by_text("Beslutet är fattat.")).to_be_visible()
    expect(page.get_by_text("Prognos: −15 °C, vind 8 m/s (smhi.se klockan 15).")).to_be_visible()
    with acting_as_job(Job.SEED):
        assert [each.source for each in ExtraNight.objects.all()] == ["smhi.se klockan 15"]


def test_a_double_click_and_the_back_button_give_one_place_and_the_same_slip(laid: Laid, home: str, page: Page) -> None:
    guest = a_guest(laid, "Bogdan")
    page.goto(f"{home}intake/guests/{guest.pk}/place/")
    page.get_by_role("button", name="Ge platsen").dblclick()
    expect(page.get_by_text("Din nattplats")).to_be_visible()
    slip = page.url
    assert count(Segment) == count(Entitlement) == 1

    page.go_back()
    expect(page.locator(".desk-guest")).to_contain_text("Bogdan")
    again = page.get_by_role("button", name="Ge platsen")
    shown = page.get_by_role("link", name="Visa lappen")
    expect(again.or_(shown)).to_be_visible()
    (again if again.is_visible() else shown).click()
    expect(page.get_by_text("Din nattplats")).to_be_visible()
    assert page.url == slip
    assert count(Segment) == count(Entitlement) == 1


def test_a_stray_scan_where_there_is_no_place_counts_nobody(laid: Laid, home: str, page: Page) -> None:
    page.goto(f"{home}intake/guests/{in_quarantine(laid).pk}/place/")
    expect(page.get_by_role("heading", name="Ingen plats")).to_be_visible()
    expect(page.get_by_role("link", name="Nästa gäst")).to_be_focused()
    page.keyboard.type(new_code())
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kod eller namn")).to_be_focused()
    assert count(Refusal) == count(Waiting) == 0
