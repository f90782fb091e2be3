"""A stay that ends before its time, and the nights in between."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from samsyn.rules.places import latest_arrival
from samsyn.rules.quantities import DateRange as Span
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions import (
    Given,
    arrive,
    bar,
    check_out,
    give,
    leave_early,
    no_show,
    release,
    undo_arrival,
)
from samsyn.web.beds.models import Block, Entitlement, Guest, Night, Segment
from samsyn.web.beds.tests.laying import FILES, NIGHT, NOW, ORDINARY, WOMEN, Laid, a_guest, lay, nights
from samsyn.web.organisations.roles import Role

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATE = datetime(2026, 3, 2, 20, 45, tzinfo=UTC)
"""A quarter to ten in the evening: a quarter after the latest arrival."""


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


def _placed(laid: Laid, name: str = "Ion", sex: str = "man", pool: str = ORDINARY) -> Given:
    with laid.coordination() as viewer:
        return give(laid.partnership, a_guest(laid, name, sex=sex), pool=pool, night=NIGHT, by=viewer, now=NOW)


def _reread(given: Given) -> tuple[Segment, Entitlement, Block, Guest]:
    connection.check_constraints()
    with acting_as_job(Job.PLACES):
        row = Entitlement.objects.get(pk=given.entitlement.pk)
        guest = row.guest
        assert guest is not None
        return Segment.objects.get(entitlement=row), row, Block.objects.get(entitlement=row), guest


def test_who_leaves_early_frees_the_place_and_keeps_the_full_quarantine(laid: Laid) -> None:
    given = _placed(laid)
    with laid.staff(laid.kajen) as viewer:
        for _ in range(2):
            leave_early(given.segment, NIGHT + 2 * DAY, by=viewer, now=NOW)
    stay, row, block, guest = _reread(given)
    assert stay.nights == nights(NIGHT, 2)
    assert (row.ended, row.left_on) == ("left", NIGHT + 2 * DAY)
    assert block.nights == nights(NIGHT, 7)
    assert guest.last_night == NIGHT + DAY


@pytest.mark.parametrize(("reading", "length"), [("from_departure", 4), ("none", 2)])
def test_the_quarantine_after_an_early_departure_is_a_reading(cast: Cast, reading: str, length: int) -> None:
    toml = FILES["agreement.toml"].decode()
    said = f'quarantine = {{ nights = 2, after_early_departure = "{reading}" }}'
    laid = lay(cast, {**FILES, "agreement.toml": toml.replace("quarantine = { nights = 2 }", said).encode()})
    given = _placed(laid)
    with laid.coordination() as viewer:
        leave_early(given.segment, NIGHT + 2 * DAY, by=viewer, now=NOW)
    assert _reread(given)[2].nights == nights(NIGHT, length)


def test_an_extra_place_with_a_quarantine_for_ordinary_places_blocks_in_two_schemes(cast: Cast) -> None:
    from samsyn.web.beds.actions import decide_extra_night

    toml = FILES["agreement.toml"].decode()
    said = 'quarantine = { nights = 2, after_extra_night = "full" }'
    laid = lay(cast, {**FILES, "agreement.toml": toml.replace("quarantine = { nights = 2 }", said).encode()})
    guest = a_guest(laid, "Ion")
    with laid.coordination() as viewer:
        decide_extra_night(
            laid.partnership, ORDINARY, NIGHT, "cold_night", "Kallt", "−9", "SMHI",
            site=laid.kajen, number=1, by=viewer, now=NOW,
        )  # fmt: skip
        given = give(laid.partnership, guest, pool=ORDINARY, kind="cold_night", night=NIGHT, by=viewer, now=NOW)
        connection.check_constraints()
        found = dict(Block.objects.filter(entitlement=given.entitlement).values_list("scheme", "nights"))
        assert found == {"extra:nattplatser": nights(NIGHT, 1), "nattplatser": nights(NIGHT + DAY, 2)}
        with pytest.raises(ValidationError, match="torsdag 5 mars"):
            give(laid.partnership, guest, pool=ORDINARY, night=NIGHT + DAY, by=viewer, now=NOW + DAY)
        no_show(given.segment, NIGHT, by=viewer, now=NOW)
        connection.check_constraints()
        assert all(each.nights.isempty for each in Block.objects.all())


def test_an_end_that_is_no_early_end_is_refused_in_words(laid: Laid) -> None:
    given = _placed(laid)
    with laid.coordination() as viewer:
        with pytest.raises(ValidationError, match="slutar av sig själv"):
            leave_early(given.segment, NIGHT + 5 * DAY, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="började senare"):
            leave_early(given.segment, NIGHT - DAY, by=viewer, now=NOW)
        arrive(given.segment, NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="Ångra ankomsten"):
            leave_early(given.segment, NIGHT, by=viewer, now=NOW)
        leave_early(given.segment, NIGHT + DAY, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="redan avslutad"):
            leave_early(given.segment, NIGHT + 2 * DAY, by=viewer, now=NOW)


def test_who_never_came_has_no_quarantine_by_the_rule_and_may_ask_again(laid: Laid) -> None:
    given = _placed(laid)
    with laid.staff(laid.kajen) as viewer:
        for _ in range(2):
            no_show(given.segment, NIGHT, by=viewer, now=NOW)
    stay, row, block, guest = _reread(given)
    assert stay.nights.isempty
    assert block.nights.isempty
    assert (row.ended, row.left_on, guest.last_night) == ("no_show", NIGHT, NIGHT)
    with laid.coordination() as viewer:
        assert Night.objects.get().state == "no_show"
        assert give(laid.partnership, guest, pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)


def test_after_the_latest_hour_the_places_of_those_who_have_not_come_are_released(laid: Laid) -> None:
    came, late = _placed(laid, "Ion"), _placed(laid, "Dan")
    with laid.staff(laid.kajen) as viewer:
        arrive(came.segment, NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match=r"21\.30.*punkt 4"):
            release(laid.kajen, NIGHT, by=viewer, now=NOW)
        assert release(laid.kajen, NIGHT, by=viewer, now=LATE) == [late.segment]
        assert release(laid.kajen, NIGHT, by=viewer, now=LATE) == []
        with pytest.raises(ValidationError, match="inte den platsen"):
            arrive(late.segment, NIGHT, by=viewer, now=LATE)


def test_without_an_hour_in_the_agreement_the_house_has_its_own_or_the_place_is_kept(laid: Laid) -> None:
    given = _placed(laid, "Ana", "woman", WOMEN)
    with laid.staff(laid.lyktan) as viewer:
        with pytest.raises(ValidationError, match=r"hela natten.*punkt 5"):
            release(laid.lyktan, NIGHT, by=viewer, now=LATE)
        laid.lyktan.latest_arrival = time(0, 30)
        with pytest.raises(ValidationError, match=r"egen tid: kom senast 00\.30"):
            release(laid.lyktan, NIGHT, by=viewer, now=LATE)
        after = datetime(2026, 3, 2, 23, 31, tzinfo=UTC)
        assert release(laid.lyktan, NIGHT, by=viewer, now=after) == [given.segment]


def test_a_guest_comes_is_undone_comes_and_goes_in_the_morning(laid: Laid) -> None:
    given = _placed(laid)
    with laid.staff(laid.kajen) as viewer:
        first = arrive(given.segment, NIGHT, by=viewer, now=NOW)
        assert arrive(given.segment, NIGHT, by=viewer, now=NOW) == first
        undo_arrival(given.segment, NIGHT, by=viewer, now=NOW)
        undo_arrival(given.segment, NIGHT, by=viewer, now=NOW)
        assert not Night.objects.exists()
        noted = arrive(given.segment, NIGHT, True, by=viewer, now=NOW)
        assert noted.on_paper
        gone = check_out(noted, by=viewer, now=NOW + DAY / 2)
        assert check_out(noted, by=viewer, now=NOW + DAY).out_at == gone.out_at
        with pytest.raises(ValidationError, match="redan gått"):
            undo_arrival(given.segment, NIGHT, by=viewer, now=NOW + DAY)
        with pytest.raises(ValidationError, match="inte börjat"):
            arrive(given.segment, NIGHT + DAY, by=viewer, now=NOW)


def test_another_house_and_an_auditor_touch_no_stay(laid: Laid, cast: Cast) -> None:
    given = _placed(laid)
    for organisation, role in [
        (cast.other_association, Role.STAFF),
        (cast.association, Role.AUDITOR),
        (cast.association, Role.STEERING),
        (cast.other_board, Role.HEAD),
    ]:
        with cast.as_(organisation, role) as viewer:
            with pytest.raises(PermissionDenied):
                arrive(given.segment, NIGHT, by=viewer, now=NOW)
            with pytest.raises(PermissionDenied):
                leave_early(given.segment, NIGHT, by=viewer, now=NOW)
            with pytest.raises(PermissionDenied):
                no_show(given.segment, NIGHT, by=viewer, now=NOW)


def test_who_has_left_from_tomorrow_can_still_be_barred_tonight(laid: Laid) -> None:
    given = _placed(laid)
    with laid.staff(laid.kajen) as viewer:
        leave_early(given.segment, NIGHT + 2 * DAY, by=viewer, now=NOW)
        guest = Guest.objects.visible_to(viewer).get()
        made = bar(guest, laid.kajen, Span(NIGHT, NIGHT + 9 * DAY), "Slog sönder en dörr.", by=viewer, now=NOW)
    stay, row, block, _ = _reread(given)
    assert made.nights == nights(NIGHT, 9)
    assert (row.ended, row.left_on) == ("barred", NIGHT)
    assert stay.nights.isempty
    assert block.nights == nights(NIGHT, 7)


def test_a_bar_on_later_nights_leaves_an_early_end_as_it_was(laid: Laid) -> None:
    given = _placed(laid)
    with laid.staff(laid.kajen) as viewer:
        arrive(given.segment, NIGHT, by=viewer, now=NOW)
        leave_early(given.segment, NIGHT + DAY, by=viewer, now=NOW)
        guest = Guest.objects.visible_to(viewer).get()
        bar(guest, laid.kajen, Span(NIGHT, NIGHT + 9 * DAY), "Hotade en annan gäst.", by=viewer, now=NOW)
    _, row, _, _ = _reread(given)
    assert (row.ended, row.left_on) == ("left", NIGHT + DAY)


def test_the_house_s_own_hour_passes_places_on_where_the_agreement_gives_none(laid: Laid) -> None:
    told = latest_arrival(laid.dossier.agreement, WOMEN, NIGHT, time(0, 30))
    assert told.at is not None
    assert f"{told.at:%d %H.%M}" == "03 00.30"
    assert (told.reason.clause, "0.30" in told.reason.says) == ("", True)
    assert latest_arrival(laid.dossier.agreement, ORDINARY, NIGHT, time(0, 30)).reason.clause == "4"
    assert latest_arrival(laid.dossier.agreement, "en slags som inte finns", NIGHT).at is None


def test_all_late_places_are_released_at_once_and_only_once(laid: Laid) -> None:
    for name in ("Ion", "Ana", "Bo"):
        _placed(laid, name)
    with laid.staff(laid.kajen) as viewer:
        assert len(release(laid.kajen, NIGHT, by=viewer, now=LATE)) == 3
        assert release(laid.kajen, NIGHT, by=viewer, now=LATE) == []
