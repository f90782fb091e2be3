"""SAMSYN_TLS=1 turns everything on at once."""

import json
import os
import subprocess
import sys

import pytest

_PRINT = """
import json
from samsyn.web.project import settings as s
names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT",
         "SECURE_HSTS_SECONDS", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SAMSYN_DEMO", "DEBUG"]
print(json.dumps({name: getattr(s, name) for name in names}))
"""


def settings_with(**environment: str) -> dict[str, object]:
    return run(_PRINT, **environment)


def run(script: str, **environment: str) -> dict[str, object]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SAMSYN_", "DATABASE_"))}
    done = subprocess.run(
        [sys.executable, "-c", script], env=kept | environment, capture_output=True, text=True, check=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_with_tls_cookies_are_secure_and_bound_to_the_host() -> None:
    found = settings_with(SAMSYN_TLS="1")
    assert found["SESSION_COOKIE_NAME"] == "__Host-samsyn_session"
    assert found["CSRF_COOKIE_NAME"] == "__Host-samsyn_csrf"
    assert found["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    secure = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT"]
    assert all(found[name] for name in secure)


def test_a_demo_and_debugging_are_off_unless_asked_for() -> None:
    found = settings_with()
    assert (found["SAMSYN_DEMO"], found["DEBUG"]) == (False, False)


_KNOCK = """
import json, django
django.setup()
from django.urls import Resolver404, resolve
def there(path):
    try:
        resolve(path)
    except Resolver404:
        return False
    return True
print(json.dumps({path: there(path) for path in ["/demo/", "/demo/sign-in/00000000-0000-0000-0000-000000000000/"]}))
"""


@pytest.mark.slow
def test_the_doors_of_a_demo_are_built_only_in_a_demo() -> None:
    for demo in ("0", "1"):
        found = run(_KNOCK, SAMSYN_DEMO=demo, DJANGO_SETTINGS_MODULE="samsyn.web.project.settings")
        assert set(found.values()) == {demo == "1"}
