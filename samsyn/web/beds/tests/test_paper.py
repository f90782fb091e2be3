"""The paper of an earlier night: whose names are no longer known to the house, and what to do then."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.beds import actions
from samsyn.web.beds.tests.laying import NIGHT, NOW, Laid, lay
from samsyn.web.beds.tests.test_tonight import AtSite, address, at, give, text
from samsyn.web.organisations.roles import Role

HIDDEN, ASK = "visas inte.", "be samordningen att föra in listan"


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    """Three days on. Ana still sleeps at the house; Bo and Costel left after one night."""
    at(monkeypatch, NOW)
    laid = lay(cast)
    give(laid, "Ana", laid.kajen)
    for called in ("Bo", "Costel"):
        stay = give(laid, called, laid.kajen)
        with laid.coordination() as viewer:
            actions.leave_early(stay, NIGHT + timedelta(days=1), by=viewer, now=NOW)
    at(monkeypatch, NOW + timedelta(days=3))
    return laid


def test_the_house_is_told_why_names_are_missing_and_whom_to_ask(laid: Laid) -> None:
    page = text(AtSite(laid).get(f"paper/?night={NIGHT}"))
    assert f"Namnen på 2 gäster {HIDDEN}" in page
    assert ASK in page
    assert 'aria-current="page">mot tisdag 3 mars</a>' in " ".join(page.split()), (
        "each night by the words of the heading"
    )
    assert ("1 Ana" in page, "2 Bo" in page) == (True, False)


def test_nothing_is_said_where_all_names_are_there(laid: Laid) -> None:
    """A night on which only Ana slept; and the coordination, which knows them all."""
    assert HIDDEN not in text(AtSite(laid).get(f"paper/?night={NIGHT + timedelta(days=1)}"))
    browser = laid.cast.client(laid.coordinating, Role.STAFF)
    page = text(browser.get(address(laid, laid.coordinating, f"tonight/{laid.kajen.pk}/paper/?night={NIGHT}")))
    assert ASK not in page
    assert "2 Bo" in page
