"""Houses, their places and extra nights: set up by those who may, seen by every party, dated and with a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from samsyn.web.access.fixtures import Cast
from samsyn.web.beds.models import ExtraNight, Outage, Place, Site, Standing
from samsyn.web.beds.tests.laying import NIGHT, NOW, ORDINARY, WOMEN, Laid, lay
from samsyn.web.beds.tests.test_tonight import address, at, everything, give, text
from samsyn.web.history.models import Act
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


class At:
    """Someone of an organisation at work."""

    def __init__(self, laid: Laid, who: Organisation, role: Role = Role.STAFF) -> None:
        self.laid, self.who = laid, who
        self.client: Client = laid.cast.client(who, role)

    def get(self, path: str) -> HttpResponse:
        return self.client.get(address(self.laid, self.who, path))  # type: ignore[return-value]

    def post(self, path: str, **typed: Any) -> HttpResponse:
        return self.client.post(address(self.laid, self.who, path), typed)  # type: ignore[return-value]


@pytest.fixture
def house(laid: Laid) -> At:
    return At(laid, laid.kajen.organisation)


@pytest.fixture
def desk(laid: Laid) -> At:
    return At(laid, laid.coordinating)


def test_every_party_sees_the_houses_and_an_outsider_does_not(laid: Laid) -> None:
    for who in (laid.cast.municipality, laid.vinden.organisation, laid.coordinating):
        assert "Kajen" in text(At(laid, who).get("sites/"))
        assert At(laid, who).get(f"sites/{laid.kajen.pk}/").status_code == 200
    assert At(laid, laid.cast.other_board).get("sites/").status_code == 404


def test_a_house_is_set_up_by_who_runs_it_or_coordinates(laid: Laid, house: At, desk: At) -> None:
    for path in ("change/", "places/add/"):
        at_ = f"sites/{laid.kajen.pk}/{path}"
        assert (house.get(at_).status_code, desk.get(at_).status_code) == (200, 200)
        assert At(laid, laid.vinden.organisation).get(at_).status_code == 404
        assert At(laid, laid.cast.municipality).get(at_).status_code == 404
        assert At(laid, laid.kajen.organisation, Role.AUDITOR).get(at_).status_code == 404


def test_a_new_house_gets_its_places(laid: Laid, house: At) -> None:
    typed = {"name": "Bryggan", "address": "Bryggan 2", "opens": "20", "out_by": "8", "phone": "", "latest_arrival": ""}
    made = house.post("sites/open/", **typed)
    (site,) = [each for each in everything(Site) if each.name == "Bryggan"]
    assert made.headers["Location"].endswith(f"sites/{site.pk}/")
    added = {"labels": "1-3, A1", "pool": ORDINARY, "kind": "permanent", "from_night": str(NIGHT), "until": ""}
    assert house.post(f"sites/{site.pk}/places/add/", **added).status_code == 302
    assert sorted(each.label for each in everything(Place) if each.site_id == site.pk) == ["1", "2", "3", "A1"]


def test_places_of_some_evenings_stand_only_on_those(laid: Laid, house: At) -> None:
    """Tuesdays and Wednesdays for two weeks from a Monday."""
    typed = {"labels": "T1", "pool": ORDINARY, "kind": "rolling", "from_night": str(NIGHT), "weekdays": ["1", "2"]}
    path = f"sites/{laid.kajen.pk}/places/add/"
    assert house.post(path, **typed, until="").status_code == 422
    assert house.post(path, **typed, until=str(NIGHT + timedelta(days=13))).status_code == 302
    (bed,) = [each for each in everything(Place) if each.label == "T1"]
    turns = sorted((each.nights.lower, each.nights.upper) for each in everything(Standing) if each.place_id == bed.pk)
    tuesday = NIGHT + timedelta(days=1)
    assert turns == [(day, day + timedelta(days=2)) for day in (tuesday, tuesday + timedelta(days=7))]


@pytest.mark.parametrize("labels", ["", "3-1", "1, 1", "x" * 21, "1-9999", "1-600"])
def test_labels_that_cannot_be_read_are_kept_and_explained(laid: Laid, house: At, labels: str) -> None:
    typed = {"labels": labels, "pool": ORDINARY, "kind": "permanent", "from_night": str(NIGHT), "until": ""}
    page = house.post(f"sites/{laid.kajen.pk}/places/add/", **typed)
    assert page.status_code == 422
    assert len(everything(Place)) == 13


def test_a_place_is_out_of_order_and_in_order_again(laid: Laid, house: At) -> None:
    bed = laid.places(laid.kajen)[0]
    path = f"sites/{laid.kajen.pk}/places/{bed.pk}/out-of-order/"
    assert house.post(path, first=str(NIGHT), last="", because="").status_code == 422
    assert house.post(path, first=str(NIGHT), last="", because="trasig säng").status_code == 302
    assert "trasig säng" in text(house.get(f"sites/{laid.kajen.pk}/"))
    (outage,) = everything(Outage)
    end = f"sites/{laid.kajen.pk}/outages/{outage.pk}/end/"
    assert At(laid, laid.vinden.organisation).post(end).status_code == 404
    assert house.post(end).status_code == 302
    assert "trasig säng" not in text(house.get(f"sites/{laid.kajen.pk}/"))


def test_a_place_for_women_is_never_lent_without_a_yes_of_its_own(laid: Laid, desk: At, house: At) -> None:
    bed = laid.places(laid.lyktan)[0]
    path = f"sites/{laid.lyktan.pk}/places/{bed.pk}/move/"
    typed = {"pool": ORDINARY, "first": str(NIGHT), "last": str(NIGHT), "because": "Fullt på de andra."}
    assert house.get(path).status_code == 404, "the coordination lends, not the house"
    refused = desk.post(path, **typed)
    assert refused.status_code == 422
    assert "lånas inte ut av sig själva" in text(refused)
    assert desk.post(path, **typed, lends="on").status_code == 302
    moved = {(each.pool, each.nights.lower, each.because) for each in everything(Standing) if each.place_id == bed.pk}
    assert (ORDINARY, NIGHT, "Fullt på de andra.") in moved
    assert "Fullt på de andra." in text(At(laid, laid.cast.municipality).get(f"sites/{laid.lyktan.pk}/"))


def test_an_ordinary_place_is_lent_to_the_women_with_a_reason(laid: Laid, desk: At) -> None:
    bed = laid.places(laid.kajen)[0]
    typed = {"pool": WOMEN, "first": str(NIGHT), "last": str(NIGHT), "because": "Fler kvinnor i kön."}
    assert desk.post(f"sites/{laid.kajen.pk}/places/{bed.pk}/move/", **typed).status_code == 302


def test_a_cold_night_rests_on_a_forecast_and_its_source(laid: Laid, desk: At) -> None:
    typed = {
        "trigger": "cold_night", "night": str(NIGHT), "reason": "Det blir farligt kallt.", "pool": ORDINARY,
        "site": str(laid.vinden.pk), "number": "3",
    }  # fmt: skip
    page = desk.post("nights/decide/", **typed)
    assert page.status_code == 422
    assert everything(ExtraNight) == []
    assert desk.post("nights/decide/", **typed, forecast="−11 °C", source="smhi.se").status_code == 302
    (decision,) = everything(ExtraNight)
    assert (decision.forecast, decision.clause) == ("−11 °C", "8")
    assert len([each for each in everything(Standing) if each.kind == "extra"]) == 3


def test_the_threshold_is_shown_and_a_person_decides(laid: Laid, desk: At) -> None:
    page = text(desk.get("nights/decide/"))
    assert "prognos −7 °C eller kallare" in page
    assert "ingen lag" in page


def test_a_decision_is_read_by_every_party_and_stands_at_every_house_that_night(laid: Laid, desk: At) -> None:
    typed = {
        "trigger": "special_event", "night": str(NIGHT), "reason": "Kön är lång efter branden.", "pool": ORDINARY,
        "site": str(laid.vinden.pk), "number": "2",
    }  # fmt: skip
    assert desk.post("nights/decide/", **typed).status_code == 302
    assert "efter branden" in text(At(laid, laid.cast.municipality).get("nights/"))
    assert "efter branden" in text(At(laid, laid.kajen.organisation).get(f"tonight/{laid.kajen.pk}/"))
    assert "efter branden" in text(desk.get("overview/"))
    assert At(laid, laid.kajen.organisation).get("nights/decide/").status_code == 404


def test_a_house_is_closed_by_who_runs_it_when_nobody_has_a_place_there(laid: Laid, house: At) -> None:
    give(laid, "Ana", laid.kajen)
    path, away = f"sites/{laid.kajen.pk}/close/", NIGHT + timedelta(days=5)
    assert At(laid, laid.vinden.organisation).get(path).status_code == 404
    assert house.post(path, on=str(away)).status_code == 422, "without the yes"
    refused = house.post(path, on=str(NIGHT + timedelta(days=1)), sure="on")
    assert refused.status_code == 422
    assert "7\N{NO-BREAK SPACE}mars" in text(refused)
    for _ in range(2):
        assert house.post(path, on=str(away), sure="on").status_code == 302
    (site,) = [each for each in everything(Site) if each.pk == laid.kajen.pk]
    assert site.closed_on == away
    assert {each.nights.upper for each in everything(Standing) if each.site_id == site.pk} == {away}
    with laid.staff(laid.kajen):
        assert Act.objects.filter(name="site.close").count() == 1
    assert "stängt från natten" in text(house.get(f"sites/{site.pk}/"))


def test_at_a_closed_house_no_place_is_added_and_its_name_is_not_taken_again(laid: Laid, house: At, desk: At) -> None:
    house.post(f"sites/{laid.kajen.pk}/close/", on=str(NIGHT), sure="on")
    added = {"labels": "X1", "pool": ORDINARY, "kind": "permanent", "from_night": str(NIGHT), "until": ""}
    page = house.post(f"sites/{laid.kajen.pk}/places/add/", **added)
    assert (page.status_code, "Kajen är stängt" in text(page)) == (422, True)
    typed = {"name": "Kajen", "address": "Ny 1", "opens": "20", "out_by": "8", "phone": "", "latest_arrival": ""}
    again = house.post("sites/open/", **typed)
    assert (again.status_code, "heter redan så" in text(again)) == (422, True)


def test_a_place_that_will_be_reserved_is_not_lent_silently_either(laid: Laid, desk: At) -> None:
    """Ordinary tonight, for women from next week: the form asks for the yes before it is known which nights."""
    bed, later = laid.places(laid.kajen)[0], NIGHT + timedelta(days=7)
    path = f"sites/{laid.kajen.pk}/places/{bed.pk}/move/"
    moved = {"pool": WOMEN, "first": str(later), "last": str(later), "because": "Fler kvinnor väntar."}
    assert desk.post(path, **moved).status_code == 302
    back = moved | {"pool": ORDINARY, "because": "Färre kvinnor väntar."}
    assert desk.post(path, **back).status_code == 422
    assert desk.post(path, **back, lends="on").status_code == 302


def test_a_night_is_decided_once_and_a_site_gets_no_more_than_was_asked_for(
    laid: Laid, desk: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = {
        "trigger": "special_event", "night": str(NIGHT), "reason": "Branden.", "pool": ORDINARY,
        "site": str(laid.vinden.pk),
    }  # fmt: skip
    for minute, number in enumerate(("2", "2", "3")):
        at(monkeypatch, NOW + timedelta(minutes=minute))
        assert desk.post("nights/decide/", **typed, number=number).status_code == 302
    assert len([each for each in everything(Standing) if each.kind == "extra"]) == 3
    assert "redan beslutad, med skälet som står" in text(desk.get("nights/"))
    fewer = desk.post("nights/decide/", **typed, number="1")
    assert (fewer.status_code, "har redan 3 extra platser" in text(fewer)) == (422, True)
    over = desk.post("nights/decide/", **typed | {"night": str(NIGHT - timedelta(days=1))}, number="1")
    assert (over.status_code, "redan slut" in text(over)) == (422, True)
