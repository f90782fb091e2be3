"""Places, steps, attendance, self-assessments, more time, and the end."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import (
    Attendance,
    Closing,
    Participant,
    Referral,
    TrainingPlace,
)
from samsyn.web.placements.queries.figures import standing_on
from samsyn.web.placements.queries.ground import ground_of
from samsyn.web.placements.tests.conftest import Table
from samsyn.web.placements.tests.test_more_time import LONGEST, extended, times
from samsyn.web.placements.tests.test_referring import done, told


def test_there_are_as_many_places_as_the_agreement_says_and_asking_again_makes_no_more(table: Table) -> None:
    for _ in range(2):
        table.do(table.theirs, actions.make_training_places, table.partnership, table.pool)
    with acting_as_job(Job.SEED):
        assert list(TrainingPlace.objects.values_list("number", flat=True)) == list(range(1, 25))
    assert done(table, "training_place") == ["make"]


def test_the_first_free_place_is_given_and_the_sender_is_told(table: Table) -> None:
    table.cast.person(table.ours, Role.CASE_OFFICER)
    table.start()
    table.start(last=table.later(10))
    table.start(table.accepted(), table.later(11))
    assert [number for number, *_ in times(table)] == [1, 2, 2]
    assert told(table, "started") == {table.ours.slug}


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"last": date(2025, 7, 3)}, r"högst till och med 2025-07-02 \(4\.2 st\. 1\)"),
        ({"last": date(2025, 3, 1)}, "före den första"),
        ({"track": "snickeri"}, "verksamheter"),
        ({"track": ""}, "verksamheter"),
        ({"number": 25}, "ingen plats med det numret"),
        ({"first": date(2024, 12, 30)}, "2025"),
    ],
)
def test_a_placement_is_within_what_was_agreed(table: Table, said: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        table.start(**said)  # type: ignore[arg-type]
    assert times(table) == []


def test_a_referral_is_accepted_before_it_gets_a_place_and_gets_one(table: Table) -> None:
    with pytest.raises(ValidationError, match="Ta emot anvisningen först"):
        table.start(table.sent())
    referral = table.accepted()
    table.start(referral)
    with pytest.raises(ValidationError, match="redan lett till en placering"):
        table.start(referral)


def test_a_place_that_is_promised_is_not_given_to_another(table: Table) -> None:
    table.start(first=table.later(30), number=7)
    with pytest.raises(ValidationError, match="upptagen eller lovad"):
        table.start(number=7)
    table.start(number=7, last=table.later(29))


def test_the_twenty_fifth_hears_when_a_place_is_free(table: Table) -> None:
    table.start(last=table.later(20))
    for _ in range(23):
        table.start()
    with pytest.raises(ValidationError, match=r"Fullt.*Nästa lediga plats är från måndag 24 mars.*4\.2 st\. 1"):
        table.start()
    with table.as_(table.ours) as viewer:
        ground = ground_of(table.partnership, table.pool, table.today, table.today)
        today, after = standing_on(viewer, ground, table.today), standing_on(viewer, ground, table.later(21))
    assert ((today.held, today.free), (after.held, after.free)) == ((24, 0), (23, 1))


def test_what_falls_through_frees_the_place_and_tells_both(table: Table) -> None:
    placement = table.start(first=table.later(7))
    table.do(table.theirs, actions.cancel_placement, placement, "declined_itself")
    assert times(table) == [(1, table.later(7), table.later(7))]
    assert told(table, "fell-through") == {table.ours.slug}
    table.do(table.ours, actions.cancel_placement, placement, "declined_itself")
    with acting_as_job(Job.SEED):
        assert (Referral.objects.get().state, Participant.objects.get().open_to_id) == ("withdrawn", None)
    assert done(table, "placement") == ["start", "cancel"]


def test_another_first_day_is_chosen_with_the_same_referral(table: Table) -> None:
    placement = table.start(first=table.later(7))
    table.do(table.ours, actions.cancel_placement, placement, "first_day", again=True)
    with acting_as_job(Job.SEED):
        referral = Referral.objects.get()
    assert referral.state == "accepted"
    assert table.start(referral, table.later(14)).pk != placement.pk


def test_what_has_begun_is_closed_and_not_cancelled(table: Table) -> None:
    placement = table.start()
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present")
    with pytest.raises(ValidationError, match="Avsluta den i stället"):
        table.do(table.theirs, actions.cancel_placement, placement, "other")


def test_who_never_came_falls_through_also_afterwards(table: Table) -> None:
    placement = table.start()
    table.do(table.theirs, actions.note_attendance, placement, table.today, "absent")
    table.do(table.theirs, actions.cancel_placement, placement, "other", at=table.later(3))
    assert times(table) == [(1, table.today, table.later(3))]


def test_a_move_leaves_what_was_and_takes_the_rest(table: Table) -> None:
    placement = table.start()
    for _ in range(2):
        table.do(table.theirs, actions.move_to_place, placement, 5, from_day=table.later(10), at=table.later(10))
    assert times(table) == [(1, table.today, table.later(10)), (5, table.later(10), date(2025, 7, 3))]
    assert done(table, "placement") == ["start", "move"]


def test_a_move_before_the_first_day_leaves_nothing_behind(table: Table) -> None:
    placement = table.start(first=table.later(5))
    table.do(table.theirs, actions.move_to_place, placement, 5, from_day=table.later(5))
    assert [each for each in times(table) if each[1] < each[2]] == [(5, table.later(5), date(2025, 7, 8))]


def test_a_move_to_a_place_that_is_held_changes_nothing(table: Table) -> None:
    placement = table.start()
    table.start(number=5)
    before = times(table)
    with pytest.raises(ValidationError, match="upptagen eller lovad"):
        table.do(table.theirs, actions.move_to_place, placement, 5, from_day=table.later(10))
    with pytest.raises(ValidationError, match="under placeringen"):
        table.do(table.theirs, actions.move_to_place, placement, 6, from_day=table.later(400))
    assert times(table) == before


def test_the_workshop_and_the_last_day_are_the_host_s_to_change(table: Table) -> None:
    placement = table.start()
    changed = table.do(table.theirs, actions.change_track, placement, "remake")
    assert changed.track == "remake"
    table.do(table.theirs, actions.change_last_day, placement, table.later(30))
    assert times(table)[0][2] == table.later(31)
    table.do(table.theirs, actions.change_last_day, placement, LONGEST)
    with pytest.raises(ValidationError, match="högst till och med"):
        table.do(table.theirs, actions.change_last_day, placement, date(2025, 7, 3))
    with pytest.raises(PermissionDenied):
        table.do(table.ours, actions.change_track, placement, "remake")


def test_a_step_is_taken_once_late_or_not_and_can_be_taken_back(table: Table) -> None:
    placement = table.start()
    late = table.later(40)
    step = table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=late, at=late)
    assert table.do(table.ours, actions.do_step, placement, "introduktion", 1, done_on=late, at=late) == step
    with pytest.raises(ValidationError, match="andra parten antecknade"):
        table.do(table.ours, actions.take_back_step, step, "wrong_day")
    with pytest.raises(ValidationError, match="Välj ett skäl"):
        table.do(table.theirs, actions.take_back_step, step, "hon var sjuk")
    for _ in range(2):
        table.do(table.theirs, actions.take_back_step, step, "wrong_day")
    again = table.do(table.ours, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    assert again != step
    assert done(table, "placement") == ["start", "take_back_step", "do_step", "do_step"]


@pytest.mark.parametrize(
    ("step", "occurrence", "more", "says"),
    [
        ("introduktion", 2, {}, "inget sådant steg"),
        ("hembesok", 1, {}, "inget sådant steg"),
        ("sjalvskattning", 1, {}, "självskattningen är ifylld"),
        ("introduktion", 1, {"done_on": date(2025, 3, 4)}, "framåt i tiden"),
        ("introduktion", 1, {"done_on": date(2025, 3, 2)}, "före det att platsen gavs"),
        ("uppfoljningssamtal", 1, {"function": "Handledare"}, "alla tillsammans"),
    ],
)
def test_a_step_is_one_of_the_agreement_s(
    table: Table, step: str, occurrence: int, more: dict[str, object], says: str
) -> None:
    placement = table.start()
    with pytest.raises(ValidationError, match=says):
        table.do(table.theirs, actions.do_step, placement, step, occurrence, **({"done_on": table.today} | more))  # type: ignore[arg-type]


def test_attendance_is_the_host_s_is_noted_once_a_day_and_corrected(table: Table) -> None:
    placement = table.start()
    table.do(table.theirs, actions.note_attendance, placement, table.today, "absent_notified")
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present", talk=True)
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present", talk=True)
    with table.as_(table.ours) as sender:
        (row,) = Attendance.objects.visible_to(sender)
        assert (row.state, row.talk) == ("present", True)
    assert done(table, "placement") == ["start", "note_attendance", "correct_attendance"]
    for day, state, talk, says in (
        (table.later(1), "present", False, "framåt i tiden"),
        (date(2025, 3, 2), "present", False, "utanför placeringen"),
        (table.today, "sjuk", False, "Välj närvarande"),
        (table.today, "absent", True, "närvarande"),
    ):
        with pytest.raises(ValidationError, match=says):
            table.do(table.theirs, actions.note_attendance, placement, day, state, talk=talk)
    with pytest.raises(PermissionDenied):
        table.do(table.ours, actions.note_attendance, placement, table.today, "present")


@pytest.mark.parametrize("values", [[1, 2, 3, 4], [0, 1, 1, 1, 1], [6, 1, 1, 1, 1], [None] * 5])
def test_an_answer_is_one_to_five_or_skipped(table: Table, values: list[int | None]) -> None:
    placement = table.start()
    with pytest.raises(ValidationError, match=r"1 till 5|minst ett"):
        table.do(table.theirs, actions.assess, placement, 1, "participant", values, done_on=table.today)


def test_two_raters_each_have_their_own_wave_and_may_correct_it(table: Table) -> None:
    placement = table.start()
    for rater in ("participant", "supervisor"):
        table.do(table.theirs, actions.assess, placement, 1, rater, [1, 2, 3, 4, 5], done_on=table.today)
    again = table.do(table.theirs, actions.assess, placement, 1, "participant", [2, 2, None, 4, 5], done_on=table.today)
    assert again.values == (2, 2, None, 4, 5)
    assert done(table, "placement") == ["start", "assess", "assess", "correct_assessment"]


def test_an_early_end_frees_the_place_and_tells_the_other(table: Table) -> None:
    table.cast.person(table.ours, Role.CASE_OFFICER)
    placement = table.start()
    extension = extended(table, placement)
    day = table.later(30)
    for _ in range(2):
        table.do(table.theirs, actions.close_placement, placement, "broke_off", "unknown", on=day, at=day)
    assert times(table) == [(1, table.today, table.later(31))]
    assert table.again(extension).dropped_on == day
    assert told(table, "closed") == {table.ours.slug}
    assert done(table, "placement") == ["start", "propose_extension", "close"]
    with acting_as_job(Job.SEED):
        assert Participant.objects.get().open_to_id is None
    with pytest.raises(ValidationError, match="redan avslutad"):
        table.do(table.ours, actions.close_placement, placement, "partly", "work", on=table.later(29), at=day)


@pytest.mark.parametrize(
    ("result", "outcome", "on", "says"),
    [
        ("bra", "work", date(2025, 3, 3), "mot planeringen"),
        ("partly", "rik", date(2025, 3, 3), "ledde till"),
        ("partly", "work", date(2025, 3, 4), "framåt i tiden"),
        ("partly", "work", date(2025, 3, 2), "från och med 2025-03-03"),
    ],
)
def test_an_end_is_possible(table: Table, result: str, outcome: str, on: date, says: str) -> None:
    placement = table.start()
    with pytest.raises(ValidationError, match=says):
        table.do(table.theirs, actions.close_placement, placement, result, outcome, on=on)


def test_where_it_led_can_be_said_by_each_when_it_is_known(table: Table) -> None:
    placement = table.start()
    with pytest.raises(ValidationError, match="pågår"):
        table.do(table.ours, actions.say_outcome, placement, "work")
    table.do(table.theirs, actions.close_placement, placement, "partly", "unknown", on=table.today)
    table.do(table.ours, actions.say_outcome, placement, "studies", at=table.later(60))
    table.do(table.theirs, actions.say_outcome, placement, "other", at=table.later(90))
    with table.as_(table.ours) as viewer:
        rows = Closing.objects.visible_to(viewer).values_list("result", "outcome")
        assert sorted(rows) == [("", "studies"), ("partly", "other")]


def test_if_the_history_cannot_be_written_nothing_has_happened(table: Table) -> None:
    referral = table.accepted()
    failing = patch("samsyn.web.placements.actions._parts.record", side_effect=RuntimeError)
    with failing, pytest.raises(RuntimeError):
        table.start(referral)
    assert times(table) == []
    assert table.again(referral).state == "accepted"
