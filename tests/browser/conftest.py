"""A real Chromium against a live server. Every test in this folder is marked `browser`."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer

CHROMIUM = "/usr/bin/chromium"
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's event loop lives in this thread; Django's safeguard would take our own queries for async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A browser profile of its own, with Swedish dates."""
    context = browser.new_context(base_url=live_server.url, locale="sv-SE", timezone_id="Europe/Stockholm")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, live_server: LiveServer) -> Iterator[Page]:
    """A page that must say nothing on its console and fetch nothing from elsewhere."""
    page = context.new_page()
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # Chromium says so itself when the page as a whole is a 404; that is for the test to judge.
        of_the_page = "Failed to load resource" in message.text and message.location["url"] == page.url
        if message.type in ("error", "warning") and not of_the_page:
            said.append(f"{message.type}: {message.text}")

    def follow(request: Request) -> None:
        if not request.url.startswith((live_server.url, "data:")):
            said.append(f"fetched from elsewhere: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(f"script: {error}"))
    page.on("request", follow)
    yield page
    assert not said, "\n".join(said)


@pytest.fixture
def sign_in(context: BrowserContext, live_server: LiveServer) -> Callable[[Client], None]:
    """Let the browser be whom a test client already is: sign_in(cast.client(cast.municipality, Role.STEERING))."""

    def become(client: Client) -> None:
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])

    return become
