"""Where the site is found, as letters say it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from samsyn.web.project import environment


def test_it_is_said_or_the_first_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMSYN_SITE", raising=False)
    assert environment.site(tls=True, host="samsyn.example") == "https://samsyn.example"
    assert environment.site(tls=False, host="localhost") == "http://localhost"
    monkeypatch.setenv("SAMSYN_SITE", "https://annat.example:8443/")
    assert environment.site(tls=True, host="samsyn.example") == "https://annat.example:8443"


@pytest.mark.parametrize("said", ["samsyn.example", "https://samsyn.example/under/", "ftp://samsyn.example"])
def test_what_cannot_stand_before_a_path_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("SAMSYN_SITE", said)
    with pytest.raises(ImproperlyConfigured, match="SAMSYN_SITE"):
        environment.site(tls=True, host="samsyn.example")
