"""No line is written for a request: not by the server, not by Django, not by the development server."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import granian
import pytest
from django.conf import settings

from samsyn.cli import granian_process
from samsyn.web.project.logs import UNTOLD, WithoutValues
from samsyn.web.support import urls


def written(app_name: str) -> str:
    match = SimpleNamespace(app_name=app_name, route="as/<slug:organisation>/partnerships/<slug:slug>/support/count/")
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Broken: %s", ("/as/jouren/",), None)
    record.request, record.status_code = SimpleNamespace(method="POST", resolver_match=match), 500
    return WithoutValues("%(message)s").format(record)


def test_an_error_on_these_pages_is_told_without_its_address() -> None:
    assert urls.app_name in UNTOLD
    assert written(urls.app_name) == "500 …"
    assert "support" in written("another")


def test_a_page_that_is_not_there_leaves_no_line_at_all() -> None:
    for name in ("django.request", "django.server", "django.security"):
        assert logging.getLogger(name).getEffectiveLevel() >= logging.ERROR, name


def test_the_development_server_writes_no_line_per_request() -> None:
    loggers: Any = settings.LOGGING["loggers"]
    assert loggers["django.server"] == {"handlers": [], "level": "ERROR", "propagate": True}


def test_the_server_is_started_without_an_access_log(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    class Heard:
        def __init__(self, *given: Any, **said: Any) -> None:
            asked.update(said)

        def serve(self) -> None:
            asked["served"] = True

    monkeypatch.setattr(granian, "Granian", Heard)
    monkeypatch.setattr(granian_process, "end_with_parent", lambda number: None)
    granian_process.serve("127.0.0.1", 1)
    assert asked["served"]
    assert asked["log_access"] is False
