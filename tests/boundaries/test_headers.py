"""What every answer says to the browser."""

import re

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.organisations.roles import Role

PAGES = [
    "/", "/accounts/login/", "/demo/", "/accessibility/", "/as/kommunen/", "/as/kommunen/people/",
    "/as/kommunen/privacy/", "/as/ingen/", "/ingen-sida/",
]  # fmt: skip


def policy_of(value: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in value.split(";"))


@pytest.mark.parametrize("address", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(cast: Cast, address: str) -> None:
    response = cast.client(cast.municipality, Role.ADMINISTRATOR).get(address)
    policy = policy_of(response.headers["Content-Security-Policy"])
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not [what for what in policy.values() if "unsafe" in what or "http" in what or "*" in what]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", PAGES)
def test_the_pages_keep_to_the_policy(cast: Cast, address: str) -> None:
    response = cast.client(cast.municipality, Role.ADMINISTRATOR).get(address, follow=True)
    page = response.content.decode()
    assert not re.findall(r"<style|\sstyle=|\son\w+=|javascript:", page)
    assert not re.findall(r"""(?:src|action|formaction)=["'](?:https?:)?//|<link[^>]+href=["'](?:https?:)?//""", page)
    for script in re.findall(r"<script[^>]*>", page):
        assert "src=" in script or 'type="application/json"' in script, script


def test_the_cookies_are_out_of_reach_for_scripts_and_other_sites(cast: Cast) -> None:
    cast.person(cast.municipality, Role.HEAD)
    client = Client()
    page = client.get("/demo/").content.decode()
    client.post(re.findall(r'action="(/demo/sign-in/[^"]+)"', page)[0])
    assert {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME} <= set(client.cookies)
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key


def test_behind_tls_everything_stays_behind_tls(db: None, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    client = Client()
    assert client.get("/").headers["Location"].startswith("https://")
    response = client.get("/", secure=True)
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_swedish_is_spoken_until_the_reader_chooses(db: None) -> None:
    client = Client(headers={"accept-language": "en"})
    assert 'lang="sv"' in client.get("/").content.decode()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert 'lang="en"' in client.get("/").content.decode()
