"""Moves and swaps, bars, exceptions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from samsyn.rules.places import Hindrance
from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.actions import (
    Given,
    answer_appeal,
    appeal,
    arrive,
    ask,
    bar,
    decide_extra_night,
    give,
    leave_early,
    move,
    override,
    swap,
)
from samsyn.web.beds.models import Bar, Block, Entitlement, Override, Segment
from samsyn.web.beds.tests.laying import FILES, NIGHT, NOW, ORDINARY, Laid, a_guest, lay, nights
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


def _placed(laid: Laid, name: str = "Ion", **more: object) -> Given:
    with laid.coordination() as viewer:
        return give(laid.partnership, a_guest(laid, name), pool=ORDINARY, night=NIGHT, by=viewer, now=NOW, **more)  # type: ignore[arg-type]


def test_a_move_keeps_the_place_that_was_given_and_its_block(laid: Laid) -> None:
    given = _placed(laid)
    with laid.coordination() as viewer:
        moved = move(given.segment, to_site=laid.vinden, from_night=NIGHT + 2 * DAY, by=viewer, now=NOW)
        connection.check_constraints()
        assert (moved.site, moved.nights) == (laid.vinden, nights(NIGHT + 2 * DAY, 3))
        assert moved.organisation == laid.vinden.organisation
        given.segment.refresh_from_db()
        assert given.segment.nights == nights(NIGHT, 2)
        assert Entitlement.objects.get().left_on is None
        assert Block.objects.get().nights == nights(NIGHT, 7)


def test_who_is_moved_the_first_night_leaves_an_empty_stay(laid: Laid) -> None:
    given = _placed(laid)
    with laid.coordination() as viewer:
        moved = move(given.segment, to_site=laid.vinden, from_night=NIGHT, by=viewer, now=NOW)
        connection.check_constraints()
        given.segment.refresh_from_db()
        assert given.segment.nights.isempty
        leave_early(moved, NIGHT + DAY, by=viewer, now=NOW)
        connection.check_constraints()
        moved.refresh_from_db()
        assert moved.nights == nights(NIGHT, 1)


def test_a_house_moves_its_guests_within_the_house_only(laid: Laid) -> None:
    given = _placed(laid)
    with laid.staff(laid.kajen) as viewer:
        with pytest.raises(PermissionDenied):
            move(given.segment, to_site=laid.vinden, from_night=NIGHT, by=viewer, now=NOW)
        fifth = laid.places(laid.kajen)[4]
        assert move(given.segment, to_place=fifth, from_night=NIGHT, by=viewer, now=NOW).place == fifth
        connection.check_constraints()


def test_a_move_to_a_full_house_or_a_night_already_slept_is_refused_in_words(laid: Laid) -> None:
    given = _placed(laid)
    for number in range(4):
        _placed(laid, f"Gäst {number}", site=laid.vinden)
    with laid.coordination() as viewer:
        with pytest.raises(ValidationError, match="Vinden har ingen ledig plats"):
            move(given.segment, to_site=laid.vinden, from_night=NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="Lyktan har ingen ledig plats av samma slag"):
            move(given.segment, to_site=laid.lyktan, from_night=NIGHT, by=viewer, now=NOW)
        arrive(given.segment, NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="Flytta från nästa natt"):
            move(given.segment, from_night=NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="inte den platsen"):
            move(given.segment, from_night=NIGHT + 9 * DAY, by=viewer, now=NOW)


@pytest.mark.parametrize("later", [0, 2])
def test_two_guests_change_places_in_one_step(laid: Laid, later: int) -> None:
    one, other = _placed(laid, "Ion", site=laid.kajen), _placed(laid, "Dan", site=laid.vinden)
    night = NIGHT + later * DAY
    with laid.coordination() as viewer:
        ones, others = swap(one.segment, other.segment, from_night=night, by=viewer, now=NOW)
        connection.check_constraints()
        assert (ones.place, others.place) == (other.place, one.place)
        assert (ones.guest_id, others.guest_id) == (one.segment.guest_id, other.segment.guest_id)
        assert ones.nights == nights(night, 5 - later)
        assert Act.objects.visible_to(viewer).filter(name="place.swap").count() == 1


def test_a_bar_ends_tonights_stay_there_and_leaves_the_other_houses_open(laid: Laid) -> None:
    given = _placed(laid, site=laid.kajen)
    with laid.staff(laid.kajen) as viewer:
        guest = given.segment.guest
        assert guest is not None
        barred = bar(guest, laid.kajen, DateRange(NIGHT, NIGHT + 10 * DAY), "Slog en annan gäst", by=viewer, now=NOW)
        assert bar(guest, laid.kajen, DateRange(NIGHT, NIGHT + 10 * DAY), "Igen", by=viewer, now=NOW) == barred
        connection.check_constraints()
    with laid.coordination(today=NIGHT + 7 * DAY) as viewer:
        row = Entitlement.objects.get()
        assert (row.ended, row.left_on) == ("barred", NIGHT)
        later, when = NIGHT + 7 * DAY, NOW + 7 * DAY
        answer = ask(laid.partnership, guest, pool=ORDINARY, site=laid.kajen, night=later, by=viewer, now=when)
        assert (answer.hindrance, answer.from_when) == (Hindrance.BARRED_HERE, NIGHT + 10 * DAY)
        assert give(laid.partnership, guest, pool=ORDINARY, night=later, by=viewer, now=when).site == laid.vinden
        assert "Slog" not in str(list(Act.objects.values_list("reason", "refers_to")))


def test_barred_from_the_only_house_with_a_free_place_the_answer_is_the_bar(laid: Laid) -> None:
    for number in range(4):
        _placed(laid, f"Gäst {number}", site=laid.vinden)
    guest = a_guest(laid, "Ion")
    with laid.coordination() as viewer:
        bar(guest, laid.kajen, DateRange(NIGHT, NIGHT + 3 * DAY), "Hot", by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="Avstängd här") as told:
            give(laid.partnership, guest, pool=ORDINARY, night=NIGHT, by=viewer, now=NOW)
        assert told.value.code == Hindrance.BARRED_HERE


def test_nobody_is_moved_to_a_house_that_keeps_the_guest_away(laid: Laid) -> None:
    given = _placed(laid, site=laid.vinden)
    guest = given.segment.guest
    assert guest is not None
    with laid.coordination() as viewer:
        bar(guest, laid.kajen, DateRange(NIGHT + 2 * DAY, NIGHT + 3 * DAY), "Hot", by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="avstängd från Kajen"):
            move(given.segment, to_site=laid.kajen, from_night=NIGHT, by=viewer, now=NOW)
        assert move(given.segment, from_night=NIGHT, by=viewer, now=NOW).site == laid.vinden


def test_an_appeal_is_answered_in_words_and_can_only_shorten(laid: Laid) -> None:
    with laid.coordination() as viewer:
        made = bar(a_guest(laid, "Ion"), laid.kajen, DateRange(NIGHT, NIGHT + 10 * DAY), "Hot", by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="Ingen har överklagat"):
            answer_appeal(made, "Ja", on=NIGHT, by=viewer, now=NOW)
        appeal(made, on=NIGHT, by=viewer, now=NOW)
        assert appeal(made, on=NIGHT + DAY, by=viewer, now=NOW).appealed_on == NIGHT
        with pytest.raises(ValidationError, match="Skriv svaret"):
            answer_appeal(made, " ", on=NIGHT, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="bara kortas"):
            answer_appeal(made, "Nej", until=NIGHT + 12 * DAY, on=NIGHT, by=viewer, now=NOW)
        answered = answer_appeal(made, "Kortas", until=NIGHT + 2 * DAY, on=NIGHT, by=viewer, now=NOW)
        assert Bar.objects.get().nights == nights(NIGHT, 2)
        with pytest.raises(ValidationError, match="redan besvarad"):
            answer_appeal(answered, "Igen", on=NIGHT, by=viewer, now=NOW)


def test_on_a_lethal_night_the_coordination_breaks_a_quarantine_with_a_reason(laid: Laid) -> None:
    given = _placed(laid)
    guest, night, when = given.segment.guest, NIGHT + 5 * DAY, NOW + 5 * DAY
    assert guest is not None
    with laid.coordination(today=night) as viewer:
        with pytest.raises(ValidationError, match="karens"):
            give(laid.partnership, guest, pool=ORDINARY, night=night, by=viewer, now=when)
        with pytest.raises(ValidationError, match="varför"):
            override(guest, "quarantine", night, " ", pool=ORDINARY, by=viewer, now=when)
        made = override(guest, "quarantine", night, "Minus tjugo", pool=ORDINARY, by=viewer, now=when)
        assert override(guest, "quarantine", night, "Minus tjugo", pool=ORDINARY, by=viewer, now=when) == made
        connection.check_constraints()
        assert (Block.objects.get().nights, Block.objects.get().lifted_by) == (nights(NIGHT, 5), made)
        assert give(laid.partnership, guest, pool=ORDINARY, night=night, by=viewer, now=when)
        connection.check_constraints()
        assert (made.clause, made.reason) == ("4", "Minus tjugo")
        assert Act.objects.visible_to(viewer).get(name="place.override").reason == ""


def test_an_override_needs_the_mandate_and_something_to_set_aside(laid: Laid, cast: Cast) -> None:
    guest = a_guest(laid, "Ion")
    with laid.coordination() as viewer, pytest.raises(ValidationError, match="ingen karens"):
        override(guest, "quarantine", NIGHT, "Kallt", pool=ORDINARY, by=viewer, now=NOW)
    with laid.coordination() as viewer, pytest.raises(ValidationError, match="inte avstängd"):
        override(guest, "bar", NIGHT, "Kallt", pool=ORDINARY, by=viewer, now=NOW)
    with laid.staff(laid.kajen) as viewer, pytest.raises(ValidationError, match=r"Samordningsfunktionen.*punkt 4"):
        override(guest, "quarantine", NIGHT, "Kallt", pool=ORDINARY, by=viewer, now=NOW)


def test_another_mandate_in_the_agreement_is_another_person(cast: Cast) -> None:
    toml = FILES["agreement.toml"].decode().replace('override_by = ["samordning"]', 'override_by = ["kommunen"]')
    laid = lay(cast, {**FILES, "agreement.toml": toml.encode()})
    given = _placed(laid)
    guest, night, when = given.segment.guest, NIGHT + 5 * DAY, NOW + 5 * DAY
    assert guest is not None
    with laid.coordination(today=night) as viewer, pytest.raises(ValidationError, match="Socialnämnden"):
        override(guest, "quarantine", night, "Kallt", pool=ORDINARY, by=viewer, now=when)
    with cast.as_(cast.municipality, Role.STAFF, today=night) as viewer:
        override(guest, "quarantine", night, "Kallt", pool=ORDINARY, by=viewer, now=when)
        connection.check_constraints()
    with laid.coordination(today=night) as viewer:
        assert give(laid.partnership, guest, pool=ORDINARY, night=night, by=viewer, now=when)
        connection.check_constraints()


def test_a_bar_is_set_aside_for_one_stay_by_a_decision(laid: Laid) -> None:
    guest = a_guest(laid, "Ion")
    with laid.coordination() as viewer:
        bar(guest, laid.kajen, DateRange(NIGHT, NIGHT + 3 * DAY), "Hot", by=viewer, now=NOW)
        made = override(guest, "bar", NIGHT, "Minus tjugo", pool=ORDINARY, by=viewer, now=NOW)
        given = give(
            laid.partnership, guest, pool=ORDINARY, site=laid.kajen, night=NIGHT, override=made, by=viewer, now=NOW
        )
        connection.check_constraints()
        assert Segment.objects.get().override == made
        assert given.site == laid.kajen


def test_the_quarantine_does_not_keep_anyone_from_an_extra_place(laid: Laid) -> None:
    given = _placed(laid)
    guest, night, when = given.segment.guest, NIGHT + 5 * DAY, NOW + 5 * DAY
    assert guest is not None
    with laid.coordination(today=night) as viewer:
        with pytest.raises(ValidationError, match="Fullt"):
            give(laid.partnership, guest, pool=ORDINARY, kind="cold_night", night=night, by=viewer, now=when)
        decide_extra_night(
            laid.partnership, ORDINARY, night, "cold_night", "Kallt", "−12", "SMHI",
            site=laid.vinden, number=1, by=viewer, now=when,
        )  # fmt: skip
        made = give(laid.partnership, guest, pool=ORDINARY, kind="cold_night", night=night, by=viewer, now=when)
        connection.check_constraints()
        assert (made.place.label, made.segment.nights) == ("Extra 1", nights(night, 1))
    with acting_as_job(Job.PLACES):
        assert Override.objects.count() == 0
