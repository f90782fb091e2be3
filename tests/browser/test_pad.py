"""The tap pad at a counter: no network, a closed browser, a silent server, and never a tap too many or too few."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.tests.invented import FILES
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.models import Device, Event
from tests.browser.conftest import CHROMIUM
from tests.browser.looking import PICTURED, PICTURES, axe_findings
from tests.browser.network import Wire

# The server's day; the tablet's clock stands on another one, as clocks on old tablets do.
TODAY = date(2026, 11, 20)
PAD = """
[service.lunch]
clause = "6"
says = "Lunch serveras varje dag."
name = "Lunch"
by = ["foreningen"]
kind = "basic_need"
every = "open_day"

[service.dusch]
clause = "6"
says = "Besökaren kan duscha."
name = "Dusch"
by = ["foreningen"]
kind = "basic_need"
every = "open_day"

[pad.huset]
clause = "6"
says = "Föreningen räknar besök och måltider."
name = "Huset"
by = "foreningen"
services = ["lunch", "dusch"]
asks = ["sex", "age_band"]
age_bands = ["0-17", "18-24", "25+"]
"""
SENT = "Allt är skickat"
ALL_OF_IT = 1_203  # more than two batches of 500

_SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")

# How many of a tablet's taps are in each state, as its own store says.
_IN_STORE = """
async () => {
  const db = await idb.openDB("samsyn-pad");
  const taps = await db.getAll("taps");
  db.close();
  return taps.reduce((sums, {state, n}) => ({...sums, [state]: (sums[state] ?? 0) + n}), {});
}
"""


@pytest.fixture
def wire(live_server: LiveServer) -> Iterator[Wire]:
    wire = Wire(live_server.url)
    yield wire
    wire.close()


class Tablet:
    """A browser with a folder of its own, which it finds again when it is opened anew."""

    def __init__(self, browser: Browser, wire: Wire, folder: Path) -> None:
        self._browser, self._wire, self._folder = browser, wire, folder
        self.context: BrowserContext
        self.page: Page
        self.said: list[str] = []
        self.asked: list[int] = []
        self.open()

    def open(self) -> None:
        self.context = self._browser.browser_type.launch_persistent_context(
            self._folder, executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"],
            base_url=self._wire.url, locale="sv-SE", timezone_id="Europe/Stockholm",
        )  # fmt: skip
        self.context.set_default_timeout(10_000)
        self.page = self.context.pages[0]
        self.listen(self.page)

    def listen(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self._hear(request.url, request.post_data))

    def _hear(self, url: str, body: str | None) -> None:
        if url.endswith("/pad/sync/") and body:
            self.asked.append(len(json.loads(body)["events"]))

    def close(self) -> None:
        self.context.close()

    def show(self) -> Tablet:
        self.page.goto("/pad/")
        expect(self.tile("visit")).to_be_visible()
        return self

    def work_offline(self) -> None:
        """The service worker has the whole shell and holds the page."""
        self.page.evaluate("navigator.serviceWorker.ready")
        self.page.wait_for_function("navigator.serviceWorker.controller !== null")

    def tile(self, key: str) -> Locator:
        return self.page.locator(f'[data-key="{key}"]')

    def tap(self, key: str, times: int = 1) -> None:
        """As fast as it goes; then the figure has changed, so the taps are in the tablet's store."""
        figure = self.tile(key).locator(".tile-count")
        before = int(figure.inner_text())
        for _ in range(times):
            self.tile(key).click()
        expect(figure).to_have_text(str(before + times))

    def shows(self, **counts: int) -> None:
        for key, n in counts.items():
            expect(self.tile(key).locator(".tile-count")).to_have_text(str(n))

    @property
    def standing(self) -> Locator:
        return self.page.locator('[data-pad="standing"]')

    @property
    def undo(self) -> Locator:
        return self.page.locator('[data-pad="undo"]')

    def store(self) -> dict[str, int]:
        found: dict[str, int] = self.page.evaluate(_IN_STORE)
        return found

    def sends(self) -> None:
        """Everything has gone, by the tablet's own reckoning."""
        expect(self.standing).to_contain_text(SENT, timeout=15_000)

    def wakes(self) -> None:
        """As when somebody picks it up: it tries at once, and not when its patience ends."""
        self.page.evaluate("dispatchEvent(new Event('online'))")


@dataclass
class House:
    """An association that counts, and what the server has counted there."""

    cast: Cast
    partnership: Partnership
    devices: list[Device] = field(default_factory=list)

    def join(self, tablet: Tablet) -> None:
        """As it is done: somebody makes a link, and it is opened on the tablet."""
        with self.cast.as_(self.cast.association, Role.HEAD, today=TODAY) as viewer:
            now = clock.now()
            device = actions.make_device(self.partnership, "huset", "Disken", by=viewer, now=now, today=TODAY)
            code = actions.invite(device, by=viewer, now=now)
        self.devices.append(device)
        tablet.page.goto(f"/pad/join/{code}/")
        tablet.page.get_by_role("button", name="Koppla och börja räkna").click()
        expect(tablet.tile("visit")).to_be_visible()

    def revoke(self) -> None:
        with self.cast.as_(self.cast.association, Role.HEAD, today=TODAY) as viewer:
            for device in self.devices:
                actions.revoke_device(device, by=viewer, now=clock.now())

    def counted(self, **said: str) -> int:
        with acting_as_job(Job.SEED):
            return Event.objects.counted().filter(partnership=self.partnership, **said).total()


@pytest.fixture
def house(transactional_db: None, settings: Settings) -> House:
    settings.SAMSYN_TODAY = TODAY
    cast = lay_the_table()
    clauses = FILES["clauses.md"].replace(b"`insyn`", b"`insyn`, `lunch`, `dusch`, `huset`")
    files = {"agreement.toml": FILES["agreement.toml"] + PAD.encode(), "clauses.md": clauses}
    both = {"kommunen": cast.municipality, "foreningen": cast.association}
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files, both, by=Job.SEED, now=clock.now(), today=TODAY)
    return House(cast, partnership)


@pytest.fixture
def tablet(house: House, browser: Browser, wire: Wire, tmp_path: Path) -> Iterator[Tablet]:
    tablet = Tablet(browser, wire, tmp_path / "tablet")
    house.join(tablet)
    yield tablet
    tablet.close()
    assert not tablet.said, "\n".join(tablet.said)


def test_a_tap_is_counted_and_the_pad_says_when_it_is_sent(tablet: Tablet, house: House) -> None:
    tablet.show().tap("visit")
    tablet.tap("lunch", 3)
    tablet.shows(visit=1, lunch=3)
    tablet.sends()
    assert (house.counted(button="visit"), house.counted(button="lunch")) == (1, 3)


def test_without_a_network_it_counts_on_through_a_closed_browser_and_every_tap_arrives_once(
    tablet: Tablet, wire: Wire, house: House
) -> None:
    tablet.show().work_offline()
    tablet.tap("visit", 2)
    tablet.sends()
    wire.cut()
    tablet.tap("visit", 3)
    tablet.shows(visit=5)
    expect(tablet.standing).to_contain_text("räkningen fortsätter. 3 väntar på att skickas")
    tablet.close()
    tablet.open()
    tablet.show()
    tablet.shows(visit=5)
    tablet.tap("visit")
    tablet.tap("lunch")
    tablet.shows(visit=6, lunch=1)
    assert tablet.store() == {"sent": 2, "queued": 5}
    assert house.counted() == 2
    wire.mend()
    tablet.wakes()
    tablet.sends()
    tablet.shows(visit=6, lunch=1)
    assert (house.counted(button="visit"), house.counted(button="lunch")) == (6, 1)


def test_a_server_that_dies_before_it_has_answered_has_counted_each_tap_once(
    tablet: Tablet, wire: Wire, house: House
) -> None:
    tablet.show().tap("visit")
    tablet.sends()
    wire.lose_answers()
    tablet.tap("visit", 4)
    tablet.shows(visit=5)
    assert wire.lost.wait(10)
    expect(tablet.standing).to_contain_text("Inget nät")
    assert tablet.store()["queued"] == 4
    wire.mend()
    tablet.wakes()
    tablet.sends()
    tablet.shows(visit=5)
    assert house.counted() == 5


def test_whatever_the_network_does_while_one_taps_the_sum_of_taps_is_the_sum_that_is_stored(
    tablet: Tablet, wire: Wire, house: House
) -> None:
    tablet.show().work_offline()
    chance = Random(5)
    tapped = {"visit": 0, "lunch": 0, "dusch": 0}
    for _ in range(25):
        chance.choice((wire.cut, wire.mend, wire.lose_answers))()
        key, times = chance.choice(list(tapped)), chance.randint(1, 6)
        tablet.tap(key, times)
        tapped[key] += times
        tablet.wakes()
        if chance.random() < 0.2:
            tablet.undo.click()
            tapped[key] -= 1
            tablet.shows(**tapped)
        if chance.random() < 0.2:
            tablet.page.reload()
            tablet.shows(**tapped)
    wire.mend()
    tablet.wakes()
    tablet.sends()
    tablet.shows(**tapped)
    assert {key: house.counted(button=key) for key in tapped} == tapped


def test_a_week_without_a_network_is_sent_in_pieces(tablet: Tablet, wire: Wire, house: House) -> None:
    tablet.show()
    tablet.sends()
    wire.cut()
    tablet.page.evaluate(
        """async (many) => {
          const {pad, day} = await Queue.look(() => "");
          const at = new Date(Date.now() - 3600_000).toISOString().replace("Z", "+00:00");
          const tap = {pad, day: at.slice(0, 10), button: "visit", at, sex: "", age_band: "", n: 1};
          for (let n = 0; n < many; n += 1) await Queue.add({...tap, undoes: undefined});
        }""",
        ALL_OF_IT,
    )
    tablet.page.evaluate("dispatchEvent(new Event('offline'))")
    expect(tablet.standing).to_contain_text(f"{ALL_OF_IT} väntar")
    tablet.asked.clear()
    wire.mend()
    tablet.wakes()
    expect(tablet.standing).to_contain_text(SENT, timeout=30_000)
    assert house.counted() == ALL_OF_IT
    assert sum(tablet.asked) >= ALL_OF_IT
    assert max(tablet.asked) <= 500


def test_a_tap_that_the_tablet_could_not_store_changes_no_figure(tablet: Tablet, house: House) -> None:
    tablet.show().tap("visit")
    tablet.shows(visit=1)
    tablet.page.evaluate(
        "() => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    tablet.tile("visit").click()
    expect(tablet.page.get_by_role("alert")).to_contain_text("Trycket sparades inte")
    tablet.shows(visit=1)
    tablet.sends()
    assert house.counted() == 1


def test_when_the_figure_changes_the_tap_is_already_in_the_store(tablet: Tablet, wire: Wire) -> None:
    tablet.show()
    wire.cut()
    tablet.page.evaluate(
        """() => {
          window.found = [];
          const figure = document.querySelector('[data-key="visit"] .tile-count');
          new MutationObserver(async () => {
            const shown = Number(figure.textContent);
            const store = await idb.openDB("samsyn-pad");
            window.found.push([shown, await store.count("taps")]);
            store.close();
          }).observe(figure, {childList: true, characterData: true, subtree: true});
        }"""
    )
    tablet.tap("visit", 5)
    tablet.shows(visit=5)
    tablet.page.wait_for_function("window.found.some(([shown]) => shown === 5)")
    found: list[list[int]] = tablet.page.evaluate("window.found")
    assert all(in_store >= shown for shown, in_store in found)


def test_two_windows_on_one_tablet_are_one_count(tablet: Tablet, house: House) -> None:
    tablet.show()
    other = tablet.context.new_page()
    tablet.listen(other)
    other.goto("/pad/")
    there = other.locator('[data-key="visit"]')
    for _ in range(3):
        there.click()
        tablet.tile("visit").click()
    tablet.shows(visit=6)
    expect(there.locator(".tile-count")).to_have_text("6")
    tablet.sends()
    assert house.counted() == 6


def test_the_last_taps_can_be_undone_once_each(tablet: Tablet, wire: Wire, house: House) -> None:
    tablet.show().tap("visit")
    tablet.tap("lunch")
    tablet.sends()
    wire.cut()
    expect(tablet.undo).to_contain_text("Ångra Lunch")
    tablet.undo.click()
    tablet.shows(visit=1, lunch=0)
    expect(tablet.undo).to_contain_text("Ångra Besök")
    tablet.undo.dblclick()
    tablet.shows(visit=0, lunch=0)
    expect(tablet.undo).to_be_disabled()
    wire.mend()
    tablet.wakes()
    tablet.sends()
    tablet.shows(visit=0, lunch=0)
    assert house.counted() == 0


def test_what_the_pad_asks_goes_with_one_tap_and_is_forgotten_after_it(tablet: Tablet, house: House) -> None:
    tablet.show()
    tablet.page.get_by_role("radio", name="Kvinna").check()
    tablet.page.get_by_role("radio", name="25+").check()
    tablet.tap("visit", 2)
    tablet.sends()
    assert house.counted(sex="woman", age_band="25+") == 1
    assert house.counted(sex="not_stated", age_band="") == 1


def test_a_key_that_is_held_down_is_one_tap_and_the_count_is_spoken(tablet: Tablet) -> None:
    tablet.show()
    tablet.tile("visit").focus()
    tablet.page.keyboard.down("Enter")
    tablet.page.keyboard.down("Enter")
    tablet.page.keyboard.down("Enter")
    tablet.page.keyboard.up("Enter")
    tablet.shows(visit=1)
    expect(tablet.page.locator('[data-pad="said"]')).to_have_text("Besök: 1 i dag")
    expect(tablet.tile("visit")).to_be_focused()


def test_a_tap_that_is_refused_is_shown_with_its_reason_until_somebody_has_noted_it(tablet: Tablet) -> None:
    tablet.show()
    tablet.page.evaluate(
        "document.querySelector('[data-key=\"lunch\"]').dataset.key = 'no-such-button'",
    )
    tablet.tile("no-such-button").click()
    refused = tablet.page.locator('[data-pad="refused"]')
    expect(refused).to_contain_text("1 tryck togs inte emot")
    tablet.page.reload()
    refused.locator("summary").click()
    expect(refused.locator("li")).to_contain_text("no-such-button")
    assert len(refused.locator("li").inner_text()) > len("no-such-button 28 november 17.03. ")
    refused.get_by_role("button").click()
    expect(refused).to_be_hidden()
    tablet.page.reload()
    expect(tablet.tile("visit")).to_be_visible()
    expect(refused).to_be_hidden()


def test_the_login_page_of_a_wireless_network_is_no_answer(tablet: Tablet, house: House) -> None:
    tablet.show()
    tablet.sends()

    def portal(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<h1>Logga in på nätet</h1>")

    tablet.page.route("**/pad/sync/", portal)
    tablet.tap("visit")
    expect(tablet.standing).to_contain_text("Inget nät: räkningen fortsätter. 1 väntar")
    tablet.page.unroute("**/pad/sync/", portal)
    tablet.wakes()
    tablet.sends()
    assert house.counted() == 1


def test_a_server_that_fails_keeps_the_tap_waiting(tablet: Tablet, house: House) -> None:
    tablet.show()
    tablet.sends()
    tablet.page.route("**/pad/sync/", lambda route: route.fulfill(status=503, body="stängt"))
    tablet.tap("visit")
    expect(tablet.standing).to_contain_text("Servern svarar inte: räkningen fortsätter. 1 väntar")
    tablet.page.unroute("**/pad/sync/")
    tablet.wakes()
    tablet.sends()
    assert house.counted() == 1


def test_a_revoked_pad_keeps_what_waits_and_says_what_to_do(tablet: Tablet, house: House) -> None:
    tablet.show().tap("visit")
    tablet.sends()
    house.revoke()
    tablet.tap("visit", 2)
    notice = tablet.page.locator('[data-pad="revoked"]')
    expect(notice).to_contain_text("2 tryck som inte är skickade ligger kvar här")
    expect(notice).to_contain_text("ny länk")
    assert house.counted() == 1
    house.join(tablet)
    tablet.sends()
    expect(notice).to_be_hidden()
    assert house.counted() == 3


def test_what_waits_is_sent_by_the_service_worker_when_no_page_of_the_pad_is_open(
    tablet: Tablet, wire: Wire, house: House
) -> None:
    tablet.show().work_offline()
    tablet.sends()
    wire.cut()
    tablet.tap("visit", 2)
    expect(tablet.standing).to_contain_text("2 väntar")
    wire.mend()
    tablet.page.goto("/accessibility/")
    session = tablet.context.new_cdp_session(tablet.page)
    workers: list[dict[str, Any]] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda said: workers.extend(said["registrations"]))
    session.send("ServiceWorker.enable")
    tablet.page.wait_for_timeout(100)
    session.send(
        "ServiceWorker.dispatchSyncEvent",
        {"origin": wire.url, "registrationId": workers[0]["registrationId"], "tag": "samsyn-pad", "lastChance": False},
    )
    for _ in range(50):
        if house.counted() == 2:
            break
        tablet.page.wait_for_timeout(100)
    assert house.counted() == 2


def test_a_tablet_without_a_link_says_what_to_do(house: House, browser: Browser, wire: Wire, tmp_path: Path) -> None:
    tablet = Tablet(browser, wire, tmp_path / "another")
    tablet.page.goto("/pad/")
    expect(tablet.page.get_by_text("Den här plattan är inte kopplad")).to_be_visible()
    expect(tablet.page.locator("form")).to_be_hidden()
    tablet.close()


def test_the_pad_is_read_at_arms_length_on_a_phone_and_on_a_tablet(tablet: Tablet) -> None:
    tablet.show().tap("visit", 12)
    tablet.tap("lunch", 3)
    tablet.sends()
    faults: list[str] = []
    for width, height in ((390, 844), (1024, 768)):
        tablet.page.set_viewport_size({"width": width, "height": height})
        for scheme in _SCHEMES:
            tablet.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            where = f"pad-{width}-{scheme}"
            if PICTURED:
                PICTURES.mkdir(exist_ok=True)
                tablet.page.screenshot(path=PICTURES / f"{where}.png")
            faults += [f"{where}: {fault}" for fault in axe_findings(tablet.page)]
        faults += [f"{width}: {fault}" for fault in _out_of_reach(tablet.page, height)]
    assert not faults, "\n".join(faults)


def _out_of_reach(page: Page, height: int) -> list[str]:
    """What one must scroll to, and what is too small for a thumb."""
    faults = []
    for target in page.locator("[data-key], [data-pad='undo'], .pad-choice label").all():
        box = target.bounding_box()
        assert box
        if box["y"] + box["height"] > height or box["height"] < 48:
            faults.append(f"{target.inner_text()!r} at {box}")
    return faults


def test_the_shell_holds_nothing_of_anyone(tablet: Tablet) -> None:
    tablet.show().work_offline()
    kept: list[str] = tablet.page.evaluate(
        """async () => {
          const found = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) found.push(new URL(request.url).pathname);
          }
          return found;
        }"""
    )
    assert "/pad/" in kept
    assert all(path == "/pad/" or path.startswith("/static/") for path in kept)
