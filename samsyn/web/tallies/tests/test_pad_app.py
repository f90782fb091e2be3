"""The shell of the pad: whole, renewed when any file of it changes, and the same whoever asks."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies.views import pad_app

pytestmark = pytest.mark.django_db


def shell() -> dict[str, str]:
    said = Client().get("/pad/sw.js").content.decode()
    found = re.search(r"^self\.SHELL = (.*);$", said, re.MULTILINE)
    assert found
    entries: list[dict[str, str]] = json.loads(found[1])
    return {each["url"]: each["revision"] for each in entries}


def test_the_worker_serves_the_pad_and_nothing_above_it() -> None:
    response = Client().get("/pad/sw.js")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert response.headers["Service-Worker-Allowed"] == "/pad/"


def test_everything_that_the_page_loads_is_in_the_shell() -> None:
    page = Client().get("/pad/").content.decode()
    loaded = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page))
    assert loaded
    assert loaded | {"/pad/"} == set(shell())


def test_what_the_shell_and_the_worker_name_exists() -> None:
    assert all(finders.find(path) for path in (*pad_app._PAGE, *pad_app._WORKER, *pad_app._LOOKS))
    assert "missing" not in shell().values()


def test_a_changed_word_renews_the_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shell()
    monkeypatch.setattr(pad_app, "pad_words", lambda: {"today": "just nu"})
    changed = {path for path, revision in shell().items() if before[path] != revision}
    assert changed == {"/pad/"}


def test_the_page_is_the_same_whoever_asks(cast: Cast) -> None:
    nobody = Client().get("/pad/")
    member = cast.client(cast.association, Role.HEAD)
    assert member.get("/pad/").content == nobody.content
    assert not nobody.cookies


def test_the_manifest_opens_the_pad() -> None:
    response = Client().get("/pad/manifest.webmanifest")
    about: dict[str, Any] = response.json()
    assert response.headers["Content-Type"] == "application/manifest+json"
    assert (about["start_url"], about["scope"], about["display"]) == ("/pad/", "/pad/", "standalone")
    assert all(finders.find(icon["src"].removeprefix("/static/")) for icon in about["icons"])
