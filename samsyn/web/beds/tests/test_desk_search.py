"""What is typed in the desk's one field: a code, a name, or neither."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.beds.codes import new_code
from samsyn.web.beds.tests.laying import NIGHT, NOW, Laid, a_guest, lay
from samsyn.web.beds.tests.test_desk import Desk, said
from samsyn.web.beds.tests.test_tonight import address, at
from samsyn.web.organisations.roles import Role

READ, NO_CODE, NEW = "Koden är rätt läst", "Det är ingen kod", "Ny gäst?"


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


@pytest.fixture
def desk(laid: Laid) -> Desk:
    return Desk(laid, laid.cast.client(laid.coordinating, Role.STAFF))


@pytest.mark.parametrize("typed", ["1970", "7", "AB3", "070-123 45 67 89", "19700101", "2A3B"])
def test_what_is_too_short_or_too_long_is_no_code(desk: Desk, typed: str) -> None:
    page = said(desk.post("intake/find/", text=typed))
    assert READ not in page
    assert NO_CODE in page
    assert f"Ingen som liknar «{typed}»" in page
    assert page.count(f'value="{typed}"') == 1, "in the field, and not as what a new guest is called"


def test_a_code_that_no_card_has_is_read_right(desk: Desk) -> None:
    page = said(desk.post("intake/find/", text=new_code()))
    assert READ in page
    assert NO_CODE not in page
    assert NEW not in page


def test_a_name_with_a_figure_finds_its_guest(desk: Desk) -> None:
    a_guest(desk.laid, "Ion 2", night=NIGHT - timedelta(days=9))
    page = said(desk.post("intake/find/", text="Ion 2"))
    assert "<b>Ion 2</b>" in page
    assert READ not in page


def test_who_asks_for_a_card_is_told_how_long_a_code_is(laid: Laid) -> None:
    asking: Client = laid.cast.client(laid.vinden.organisation, Role.STAFF)
    page = said(asking.post(address(laid, laid.vinden.organisation, "code/"), {"code": "1970"}))
    assert "En kod har tio tecken" in page
