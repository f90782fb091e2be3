"""What a page offers its reader may do; what was pressed already does no harm."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.beds import actions
from samsyn.web.beds.models import Outage, Site
from samsyn.web.beds.tests.laying import AGREEMENT, FILES, NIGHT, NOW, Laid, lay
from samsyn.web.beds.tests.test_houses import At
from samsyn.web.beds.tests.test_tonight import at, everything, text
from samsyn.web.organisations.roles import Role

OPENING = "sites/open/"
BRYGGAN = {"name": "Bryggan", "address": "Bryggan 2", "opens": "20", "out_by": "8", "phone": "", "latest_arrival": ""}


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


@pytest.mark.parametrize("role", [Role.CASE_OFFICER, Role.STAFF, Role.CONTROLLER, Role.AUDITOR])
def test_a_new_house_is_offered_to_those_alone_who_may_open_one(laid: Laid, role: Role) -> None:
    """The agreement names the two associations; someone else at the coordination has no seat in it."""
    offered = {}
    for who in (laid.cast.municipality, laid.kajen.organisation, laid.vinden.organisation, laid.coordinating):
        page, opening = At(laid, who, role).get("sites/"), At(laid, who, role).get(OPENING)
        assert page.status_code == 200
        assert (OPENING in text(page)) is (opening.status_code == 200)
        offered[who.slug] = OPENING in text(page)
    works = role in (Role.CASE_OFFICER, Role.STAFF)
    expected = {"kommunen": False, "foreningen": works, "andra-foreningen": works, "mittemot": role is Role.STAFF}
    assert offered == expected


def test_a_house_of_a_party_that_runs_none_is_not_opened(laid: Laid) -> None:
    before = len(everything(Site))
    assert At(laid, laid.cast.municipality).post(OPENING, **BRYGGAN).status_code == 404
    assert len(everything(Site)) == before


def test_where_the_agreement_names_nobody_every_party_may_open_a_house(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, NOW)
    nobody = "\n".join(line for line in AGREEMENT.splitlines() if not line.startswith("by ="))
    laid = lay(cast, FILES | {"agreement.toml": nobody.encode()})
    assert At(laid, cast.municipality).post(OPENING, **BRYGGAN).status_code == 302


@pytest.mark.parametrize("begins", [0, -3, 2])
def test_in_order_again_pressed_twice_says_that_it_is(laid: Laid, begins: int) -> None:
    house, bed = At(laid, laid.kajen.organisation), laid.places(laid.kajen)[0]
    with laid.staff(laid.kajen) as viewer:
        first = NIGHT + timedelta(days=begins)
        actions.take_out_of_order(bed, from_night=first, because="trasig säng", by=viewer, now=NOW)
    (outage,) = everything(Outage)
    end = f"sites/{laid.kajen.pk}/outages/{outage.pk}/end/"
    assert house.post(end).status_code == 302
    assert "Plats 1 är i bruk igen." in text(house.get(f"sites/{laid.kajen.pk}/"))
    assert house.post(end).status_code == 302
    assert "Platsen är redan i bruk igen." in text(house.get(f"sites/{laid.kajen.pk}/"))
    assert At(laid, laid.vinden.organisation).post(end).status_code == 404
