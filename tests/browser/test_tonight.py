"""An evening with two at work: one at the door of a house with a phone, one at the coordination's board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings as configured
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds import actions
from samsyn.web.beds.actions import watch
from samsyn.web.beds.models import Refusal, Segment, Site
from samsyn.web.beds.tests.laying import BODY, NIGHT, NOW, ORDINARY, WOMEN, Laid, a_guest, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from tests.browser.looking import look_at

SignIn = Callable[[Client], None]
LATE = datetime(2026, 3, 2, 20, 45, tzinfo=UTC)
MORNING = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)


@pytest.fixture
def laid(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(lay_the_table())


def at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: now)
    monkeypatch.setattr(clock, "today", lambda: now.astimezone(clock.SWEDEN).date())


def give(laid: Laid, called: str, site: Site, pool: str = ORDINARY, night: date = NIGHT) -> Segment:
    guest = a_guest(laid, called, sex="woman" if pool == WOMEN else "man", night=night)
    with laid.coordination() as viewer:
        return actions.give(laid.partnership, guest, pool=pool, site=site, night=night, by=viewer, now=NOW).segment


def home(laid: Laid, who: Organisation, path: str) -> str:
    return f"/as/{who.slug}/partnerships/{laid.partnership.slug}/{path}"


@pytest.fixture
def other(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """Somebody else's computer."""
    context = browser.new_context(base_url=live_server.url, locale="sv-SE", timezone_id="Europe/Stockholm")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def sit_down(context: BrowserContext, client: Client, live_server: LiveServer) -> Page:
    name = configured.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return context.new_page()


def test_a_night_at_the_door_from_the_first_guest_to_the_morning(
    laid: Laid, page: Page, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for called in ("Ana Maria", "Bosse", "Costel", "Dumitru"):
        give(laid, called, laid.kajen)
    with laid.staff(laid.kajen) as viewer:
        bed = laid.places(laid.kajen)[5]
        actions.take_out_of_order(bed, from_night=NIGHT, because="trasig säng", by=viewer, now=NOW)
        watch.write_note(laid.kajen, "Värmen är låg i norra salen.", kept_by=BODY, night=NIGHT, by=viewer, now=NOW)
    who = laid.kajen.organisation
    sign_in(laid.cast.client(who, Role.STAFF))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(home(laid, who, f"tonight/{laid.kajen.pk}/"))
    page.get_by_role("button", name="Har kommit, plats 1").click()
    expect(page.get_by_text("Plats 1: gästen har kommit.")).to_be_visible()
    page.get_by_role("button", name="Har kommit, plats 2").click()
    page.get_by_role("button", name="Ångra, plats 2").click()
    page.get_by_role("button", name="Har kommit, plats 2").click()
    look_at(page, "tonight")
    page.set_viewport_size({"width": 390, "height": 844})

    page.locator("summary", has_text="Mer").first.click()
    page.get_by_role("link", name="Lämnar i förtid").first.click()
    look_at(page, "tonight-leaves")
    page.go_back()

    at(monkeypatch, LATE)
    page.goto(home(laid, who, f"tonight/{laid.kajen.pk}/"))
    look_at(page, "tonight-late")
    page.get_by_role("button", name="Släpp platserna till kön").click()
    expect(page.get_by_text("2 platser är släppta till kön.")).to_be_visible()

    at(monkeypatch, MORNING)
    page.goto(home(laid, who, f"tonight/{laid.kajen.pk}/"))
    look_at(page, "tonight-morning")
    page.get_by_text("Alla har gått").click()
    page.get_by_role("button", name="Ja, huset är tomt").click()
    expect(page.get_by_text("2 gäster har gått.")).to_be_visible()
    page.goto(home(laid, who, f"tonight/{laid.kajen.pk}/list/"))
    look_at(page, "tonight-list")


def test_what_is_given_at_one_desk_is_seen_on_the_board_of_another(
    laid: Laid, page: Page, sign_in: SignIn, other: BrowserContext, live_server: LiveServer
) -> None:
    stay = give(laid, "Ana Maria", laid.kajen)
    desk = laid.cast.client(laid.coordinating, Role.STAFF)
    sign_in(desk)
    page.goto(home(laid, laid.coordinating, "overview/"))
    ordinary = page.get_by_role("region", name="Vanliga platser")
    expect(ordinary).to_contain_text("0 är här, 1 väntas")

    door = sit_down(other, laid.cast.client(laid.kajen.organisation, Role.STAFF), live_server)
    door.goto(home(laid, laid.kajen.organisation, f"tonight/{laid.kajen.pk}/"))
    door.get_by_role("button", name="Har kommit, plats 1").click()
    expect(ordinary).to_contain_text("1 är här, 0 väntas")
    door.get_by_role("button", name="Ångra, plats 1").click()
    expect(ordinary).to_contain_text("0 är här, 1 väntas")
    assert stay.place.label == "1"


def test_a_board_without_contact_says_since_when(laid: Laid, other: BrowserContext, live_server: LiveServer) -> None:
    """In a window of its own: what the browser says on its console of a lost server is what is tried here."""
    page = sit_down(other, laid.cast.client(laid.coordinating, Role.STAFF), live_server)
    page.goto(home(laid, laid.coordinating, "overview/"))
    page.route("**/overview/?since=*", lambda route: route.fulfill(status=500, body="trasigt"))
    lost = page.get_by_text("Ingen kontakt sedan")
    expect(lost).to_be_visible(timeout=20_000)
    expect(lost).to_contain_text("19.30")
    expect(page.get_by_role("region", name="Vanliga platser")).to_be_visible()
    page.unroute("**/overview/?since=*")
    expect(lost).to_be_hidden(timeout=20_000)


def test_the_pages_of_the_coordination_are_looked_at(laid: Laid, page: Page, sign_in: SignIn) -> None:
    some_evening(laid)
    sign_in(laid.cast.client(laid.coordinating, Role.STAFF))
    for path, name in (
        ("overview/", "overview"),
        ("tonight/", "tonight-choose"),
        ("sites/", "sites"),
        (f"sites/{laid.kajen.pk}/", "site"),
        (f"sites/{laid.kajen.pk}/places/add/", "site-places"),
        ("nights/", "nights"),
        ("nights/decide/", "nights-decide"),
        ("bars/", "bars"),
    ):
        page.goto(home(laid, laid.coordinating, path))
        look_at(page, f"beds-{name}")


def some_evening(laid: Laid) -> None:
    stays = [give(laid, each, laid.kajen) for each in ("Ana Maria", "Bosse", "Costel")]
    give(laid, "Elena", laid.lyktan, WOMEN)
    with laid.coordination() as viewer:
        decided = ("cold_night", "Prognosen är under parternas riktmärke.", "−11 °C, klart", "smhi.se klockan 15")
        actions.decide_extra_night(
            laid.partnership, ORDINARY, NIGHT, *decided, site=laid.vinden, number=3, by=viewer, now=NOW
        )
        watch.add_initiative(
            laid.partnership, "Kyrkan på torget", night=NIGHT, places=8, contact="Vaktmästaren, 0000-00 00 00",
            kept_by=BODY, by=viewer, now=NOW,
        )  # fmt: skip
        assert stays[2].guest is not None
        nights = actions.bar(stays[2].guest, laid.vinden, a_week(), "Slog sönder en dörr.", by=viewer, now=NOW)
        actions.appeal(nights, on=NIGHT, by=viewer, now=NOW)
    with laid.staff(laid.kajen) as viewer:
        actions.arrive(stays[0], NIGHT, by=viewer, now=NOW)
        bed = laid.places(laid.kajen)[5]
        actions.take_out_of_order(bed, from_night=NIGHT, because="trasig säng", by=viewer, now=NOW)
    with acting_as_job(Job.PLACES):
        for back, reason in ((0, "full"), (0, "full"), (1, "quarantine"), (2, "full"), (3, "did_not_come")):
            Refusal.objects.create(
                partnership=laid.partnership, kept_by=BODY, pool=ORDINARY, night=NIGHT - timedelta(days=back),
                sex="man", reason=reason,
            )  # fmt: skip


def a_week() -> DateRange:
    return DateRange(NIGHT, NIGHT + timedelta(days=7))
