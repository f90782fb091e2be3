"""Sites, places, pools, outages, extra nights."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import Cast
from samsyn.web.beds.actions import (
    add_extra_places,
    add_places,
    back_in_order,
    change_site,
    close_site,
    decide_extra_night,
    give,
    leave_early,
    move_to_pool,
    open_site,
    roll,
    take_out_of_order,
)
from samsyn.web.beds.models import ExtraNight, Outage, Place, Site, Standing
from samsyn.web.beds.tests.laying import NIGHT, NOW, ORDINARY, WOMEN, Laid, a_guest, lay, nights
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TIMES: dict[str, Any] = {"opens": time(20), "out_by": time(8)}
ADDRESS: dict[str, Any] = {"address": "Loftgatan 2", "phone": "0000-00 00 01"}


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


def test_a_house_is_opened_by_who_runs_it_or_by_the_coordination(laid: Laid, cast: Cast) -> None:
    runs = cast.other_association
    with laid.staff(laid.vinden) as viewer:
        site = open_site(laid.partnership, organisation=runs, name="Loftet", **ADDRESS, **TIMES, by=viewer, now=NOW)
        again = open_site(laid.partnership, organisation=runs, name="Loftet", **ADDRESS, **TIMES, by=viewer, now=NOW)
        assert again == site
    outside = cast.other_board
    with laid.coordination() as viewer:
        open_site(laid.partnership, organisation=runs, name="Källaren", **ADDRESS, **TIMES, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="parterna"):
            open_site(laid.partnership, organisation=outside, name="X", **ADDRESS, **TIMES, by=viewer, now=NOW)
    with laid.staff(laid.kajen) as viewer, pytest.raises(PermissionDenied):
        open_site(laid.partnership, organisation=runs, name="Annat", **ADDRESS, **TIMES, by=viewer, now=NOW)
    with cast.as_(cast.municipality, Role.AUDITOR) as viewer:
        assert Site.objects.visible_to(viewer).filter(name="Loftet").exists()
        assert Act.objects.visible_to(viewer).filter(name="site.open").count() == 2


def test_a_house_changes_its_hours_and_closes_when_nobody_sleeps_there(laid: Laid) -> None:
    with laid.staff(laid.vinden) as viewer:
        changed = change_site(
            laid.vinden, name="Vinden", **ADDRESS, opens=time(19), latest_arrival=time(22), out_by=time(8),
            by=viewer, now=NOW,
        )  # fmt: skip
        assert (changed.opens, changed.address) == (time(19), "Loftgatan 2")
        with pytest.raises(ValidationError):
            change_site(laid.vinden, name="", **ADDRESS, **TIMES, by=viewer, now=NOW)
    with laid.coordination() as viewer:
        give(laid.partnership, a_guest(laid, "Ion"), pool=ORDINARY, site=laid.vinden, night=NIGHT, by=viewer, now=NOW)
    with laid.staff(laid.vinden) as viewer:
        with pytest.raises(ValidationError, match="Flytta gästerna"):
            close_site(laid.vinden, NIGHT + DAY, by=viewer, now=NOW)
        close_site(laid.vinden, NIGHT + 5 * DAY, by=viewer, now=NOW)
        connection.check_constraints()
    with laid.coordination() as viewer, pytest.raises(ValidationError, match="Fullt"):
        give(
            laid.partnership, a_guest(laid, "Dan"), pool=ORDINARY, site=laid.vinden, night=NIGHT + DAY,
            by=viewer, now=NOW + DAY,
        )  # fmt: skip


def test_places_are_added_from_a_night_on_and_a_label_is_used_again(laid: Laid) -> None:
    with laid.staff(laid.vinden) as viewer:
        made = add_places(
            laid.vinden, pool=ORDINARY, labels=["A", "B"], from_night=NIGHT, until=NIGHT + DAY, by=viewer, now=NOW
        )
        again = add_places(laid.vinden, pool=ORDINARY, labels=["A"], from_night=NIGHT + DAY, by=viewer, now=NOW)
        assert again == made[:1]
        assert Place.objects.filter(site=laid.vinden).count() == 6
        with pytest.raises(ValidationError, match="redan"):
            add_places(laid.vinden, pool=ORDINARY, labels=["A"], from_night=NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="inga sådana nattplatser"):
            add_places(laid.vinden, pool="annat", labels=["C"], from_night=NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="minst en"):
            add_places(laid.vinden, pool=ORDINARY, labels=[" "], from_night=NIGHT, by=viewer, now=NOW)
    with laid.staff(laid.kajen) as viewer, pytest.raises(PermissionDenied):
        add_places(laid.vinden, pool=ORDINARY, labels=["D"], from_night=NIGHT, by=viewer, now=NOW)


def test_rolling_places_are_there_in_their_turn_only(laid: Laid) -> None:
    with laid.staff(laid.vinden) as viewer:
        bed = Place.objects.create(
            partnership=laid.partnership, organisation=laid.vinden.organisation, site=laid.vinden, label="R"
        )
        turns = [DateRange(NIGHT, NIGHT + 7 * DAY), DateRange(NIGHT + 14 * DAY, NIGHT + 21 * DAY)]
        assert len(roll([bed], turns, pool=ORDINARY, by=viewer, now=NOW)) == 2
        assert roll([bed], turns, pool=ORDINARY, by=viewer, now=NOW) == []
    with laid.coordination(today=NIGHT + 8 * DAY) as viewer, pytest.raises(ValidationError, match="Fullt"):
        give(
            laid.partnership, a_guest(laid, "Ion"), pool=ORDINARY, site=laid.vinden, place=bed, night=NIGHT + 8 * DAY,
            by=viewer, now=NOW + 8 * DAY,
        )  # fmt: skip


def test_a_place_moves_between_pools_by_a_dated_decision_with_a_reason(laid: Laid) -> None:
    bed, week = laid.places(laid.lyktan)[0], DateRange(NIGHT, NIGHT + 7 * DAY)
    with laid.staff(laid.lyktan) as viewer, pytest.raises(PermissionDenied):
        move_to_pool(bed, ORDINARY, week, "Tomt", by=viewer, now=NOW)
    with laid.coordination() as viewer:
        with pytest.raises(ValidationError, match="varför"):
            move_to_pool(bed, ORDINARY, week, " ", by=viewer, now=NOW)
        moved = move_to_pool(bed, ORDINARY, week, "Tomt hela veckan", by=viewer, now=NOW)
        assert move_to_pool(bed, ORDINARY, week, "Igen", by=viewer, now=NOW) == moved
        connection.check_constraints()
        found = list(Standing.objects.filter(place=bed).order_by("nights").values_list("pool", "nights", "because"))
        assert found[1] == (ORDINARY, nights(NIGHT, 7), "Tomt hela veckan")
        assert (found[0][0], found[2][0], found[2][1]) == (WOMEN, WOMEN, PgRange(NIGHT + 7 * DAY, None))
        assert give(
            laid.partnership, a_guest(laid, "Ion"), pool=ORDINARY, site=laid.lyktan, night=NIGHT, by=viewer, now=NOW
        )
        with pytest.raises(ValidationError, match="Flytta gästen"):
            move_to_pool(bed, WOMEN, DateRange(NIGHT, NIGHT + DAY), "Åter", by=viewer, now=NOW)


def test_a_place_out_of_order_is_not_given_and_comes_back(laid: Laid) -> None:
    beds = laid.places(laid.lyktan)
    with laid.staff(laid.lyktan) as viewer:
        for bed in beds:
            out = take_out_of_order(bed, from_night=NIGHT, because="Vattenläcka", by=viewer, now=NOW)
            assert take_out_of_order(bed, from_night=NIGHT, because="Igen", by=viewer, now=NOW) == out
        with pytest.raises(ValidationError, match="vad som är fel"):
            take_out_of_order(beds[0], from_night=NIGHT, because="", by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="redan ur bruk"):
            take_out_of_order(beds[0], from_night=NIGHT + DAY, because="Lampan", by=viewer, now=NOW)
    guest = a_guest(laid, "Ana", sex="woman")
    with laid.coordination() as viewer, pytest.raises(ValidationError, match="Fullt"):
        give(laid.partnership, guest, pool=WOMEN, night=NIGHT, by=viewer, now=NOW)
    with laid.staff(laid.lyktan) as viewer:
        for _ in range(2):
            back_in_order(out, NIGHT, by=viewer, now=NOW)
        assert Outage.objects.count() == 2
    with laid.coordination() as viewer:
        given = give(laid.partnership, guest, pool=WOMEN, night=NIGHT, by=viewer, now=NOW)
        assert given.place == beds[2]
        with pytest.raises(ValidationError, match="Flytta gästen"):
            take_out_of_order(given.place, from_night=NIGHT + DAY, because="Trasig", by=viewer, now=NOW)
        leave_early(given.segment, NIGHT + DAY, by=viewer, now=NOW)
        take_out_of_order(given.place, from_night=NIGHT + DAY, because="Trasig", by=viewer, now=NOW)
        connection.check_constraints()


def test_a_cold_night_is_decided_by_the_coordination_with_forecast_and_source(laid: Laid) -> None:
    args = (laid.partnership, ORDINARY, NIGHT, "cold_night")
    with laid.coordination() as viewer:
        more: dict[str, Any] = {"site": laid.vinden, "number": 2, "by": viewer, "now": NOW}
        with pytest.raises(ValidationError) as told:
            decide_extra_night(*args, "", **more)
        assert set(told.value.message_dict) == {"reason", "forecast", "source"}
        decision = decide_extra_night(*args, "Kallt", "−9", "SMHI", **more)
        assert decide_extra_night(*args, "Igen", "−9", "SMHI", **more) == decision
        assert (decision.clause, decision.reason) == ("8", "Kallt")
        add_extra_places(decision, laid.kajen, labels=["Soffan"], by=viewer, now=NOW)
        connection.check_constraints()
        labels = Standing.objects.filter(extra_night=decision).order_by("place__label").values_list("place__label")
        assert [each for (each,) in labels] == ["Extra 1", "Extra 2", "Soffan"]
        with pytest.raises(ValidationError, match="Fullt"):
            give(
                laid.partnership, a_guest(laid, "Ion"), pool=ORDINARY, site=laid.kajen, kind="special_event",
                night=NIGHT, by=viewer, now=NOW,
            )  # fmt: skip
    with laid.staff(laid.kajen) as viewer:
        with pytest.raises(PermissionDenied):
            decide_extra_night(*args, "Kallt", "−9", "SMHI", site=laid.kajen, number=1, by=viewer, now=NOW)
        assert list(ExtraNight.objects.visible_to(viewer)) == [decision]
        assert Act.objects.visible_to(viewer).filter(name="extra_night.decide").count() == 1


def test_an_extra_place_is_used_again_another_night_under_its_label(laid: Laid) -> None:
    with laid.coordination() as viewer:
        for night in (NIGHT, NIGHT + DAY):
            decide_extra_night(
                laid.partnership, ORDINARY, night, "special_event", "Stor konsert",
                site=laid.kajen, number=2, by=viewer, now=NOW,
            )  # fmt: skip
        assert Place.objects.filter(label__startswith="Extra").count() == 2
