"""The tap pad on an old tablet: what it weighs, when it is seen first, and how long a tap takes.

Chromium with a processor four times slower, over a slow line (1.6 Mbit/s, 150 ms) and a bad one (400 kbit/s, 400 ms).
First: nothing is cached. Again: from the service worker, without a network. A tap: from the press until the figure has
changed, which is after the tap is on the disk. Weight: what came over the wire before the page stood still, in kB.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from samsyn.postgres import running_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Route

Row = dict[str, Any]
LINES = {"slow": (1_600, 150), "bad": (400, 400)}
"""kbit/s and milliseconds there and back."""
SLOWER = 4
TAPS = 40
STATE = {
    "key": "bench", "pad": "huset", "name": "Huset", "organisation": "Föreningen", "partnership": "Huset",
    "is_demo": False, "today": "2026-11-20", "counts": {}, "language": "sv", "asks": ["sex"], "age_bands": [],
    "sexes": [{"key": "woman", "name": "kvinna"}, {"key": "man", "name": "man"}],
    "buttons": [{"key": key, "name": key.title(), "clause": "6"} for key in ("visit", "lunch", "dusch", "tvatt")],
}  # fmt: skip
_FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_TAP = """
() => new Promise((done) => {
  const tile = document.querySelector('[data-key="visit"]');
  const began = performance.now();
  new MutationObserver((_, seen) => { seen.disconnect(); done(performance.now() - began); })
    .observe(tile.querySelector(".tile-count"), {childList: true, characterData: true, subtree: true});
  tile.click();
})
"""


def run() -> list[Row]:
    """One row for each line: kB, first paint first and again, first button, a tap (median, slowest); milliseconds."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import CHROMIUM

    with _served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        rows = [_measure(browser, url, name) for name in LINES]
        browser.close()
    return rows


def table(rows: list[Row]) -> str:
    """As Markdown."""
    head = (
        "| line | kB | first paint, first | buttons, first | first paint, again | a tap | slowest tap |\n|---|"
        + "---:|" * 6
    )
    return "\n".join(
        [head]
        + [
            f"| {row['line']} | {row['kB']} | {row['paint']} ms | {row['buttons']} ms | {row['paint_again']} ms |"
            f" {row['tap']} ms | {row['tap_slowest']} ms |"
            for row in rows
        ]
    )


def _measure(browser: Browser, url: str, line: str) -> Row:
    context = browser.new_context(base_url=url)
    page = context.new_page()
    page.route("**/pad/state/", _answer(STATE))
    page.route("**/pad/sync/", lambda route: route.abort())
    session = context.new_cdp_session(page)
    weighed = _weigh(session)
    _slow_down(session, *LINES[line])
    page.goto("/pad/")
    page.locator('[data-key="visit"]').wait_for()
    buttons = page.evaluate("performance.now()")
    paint = page.evaluate(_FIRST_PAINT)
    weight = sum(weighed)
    _slow_down(session, 0, 0)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.reload()
    page.locator('[data-key="visit"]').wait_for()
    again = page.evaluate(_FIRST_PAINT)
    taps = [page.evaluate(_TAP) for _ in range(TAPS)]
    context.close()
    return {
        "line": line, "kB": round(weight / 1000), "paint": round(paint), "buttons": round(buttons),
        "paint_again": round(again), "tap": round(statistics.median(taps)), "tap_slowest": round(max(taps)),
    }  # fmt: skip


def _answer(said: dict[str, Any]) -> Any:
    def fulfil(route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body=json.dumps(said))

    return fulfil


def _weigh(session: CDPSession) -> list[int]:
    found: list[int] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda said: found.append(said["encodedDataLength"]))
    return found


def _slow_down(session: CDPSession, kbits: int, latency: int) -> None:
    rate = kbits * 1000 / 8 if kbits else -1
    conditions = {"offline": False, "latency": latency, "downloadThroughput": rate, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", conditions)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def _served() -> Iterator[str]:
    """The site as it is in operation: static files collected, hashed and compressed."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder), durable=False) as server:
        os.environ |= {
            "DATABASE_URL": server.url("samsyn_app", "bench"),
            "DATABASE_OWNER_URL": server.url("samsyn_owner", "bench"),
            "SAMSYN_STATE": folder,
            "SAMSYN_STATIC": f"{folder}/static",
            "DJANGO_SETTINGS_MODULE": "samsyn.web.project.settings",
        }
        import django

        from tests.database import migrated_database

        migrated_database(server, "bench")
        django.setup()
        from django.core.management import call_command
        from django.core.wsgi import get_wsgi_application

        call_command("collectstatic", interactive=False, verbosity=0)
        site = make_server("localhost", 0, get_wsgi_application(), _Server, _Quiet)
        threading.Thread(target=site.serve_forever, daemon=True).start()
        url = f"http://localhost:{site.server_port}"
        with urlopen(f"{url}/pad/"):  # the first request of all loads half of Django
            yield url
        site.shutdown()
