"""Django writes no line for a request, nor does its development server. The real one: cli/tests/test_access_log.py."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

from django.conf import settings

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
