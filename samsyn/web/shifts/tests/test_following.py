"""An occasion is moved or cancelled: its shifts come along, and who has one is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from psycopg.types.range import DateRange

from samsyn.web.access.fixtures import SINCE, TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.occasions import actions as occasions
from samsyn.web.occasions.actions import Plan
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.staffing import staffing_of
from samsyn.web.project.clock import SWEDEN
from samsyn.web.shifts import actions
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.tests.conftest import AFTER, NOW, TOMORROW, Evening
from samsyn.web.shifts.tests.test_acts import letters, told

LATER = TOMORROW + timedelta(days=1)


def move(evening: Evening, *, occasion: Occasion | None = None, **said: object) -> None:
    found = occasion or evening.occasion
    wanted = Plan(found.day, found.starts, found.ends, found.place, found.responsible)
    with evening.staff() as by:
        occasions.move(found, replace(wanted, **said), by=by, now=NOW, today=TODAY)  # type: ignore[arg-type]


def live() -> list[Shift]:
    with acting_as_job(Job.SEED):
        return list(Shift.objects.live().select_related("worker"))


def times(shift: Shift) -> tuple[date, time, time]:
    starts, ends = (each.astimezone(SWEDEN) for each in (shift.starts_at, shift.ends_at))
    return starts.date(), starts.time(), ends.time()


def test_the_shifts_are_at_the_new_time_with_who_was_on_them_and_she_is_told(evening: Evening) -> None:
    anna, (shift, _free) = evening.volunteer("Anna"), evening.made(2)
    evening.take(shift, anna)
    move(evening, day=LATER, starts=time(17))
    assert [times(each) for each in live()] == [(LATER, time(17), time(21))] * 2
    assert sorted(each.worker.known_as if each.worker else "" for each in live()) == ["", "Anna"]
    assert evening.again(shift).state == "cancelled", "it says so in her calendar"
    (letter,) = letters(anna)
    assert "flyttat till onsdag" in letter.replace("\N{NO-BREAK SPACE}", " ")
    assert "Hallen" not in letter
    assert told() == ["shift.make", "shift.take", "shift.move", "shift.move"]


def test_a_shift_with_hours_of_its_own_keeps_its_distance_and_who_offers_it_still_does(evening: Evening) -> None:
    anna = evening.volunteer("Anna")
    (shift,) = evening.made(times=actions.Times(time(16), time(18)))
    evening.take(shift, anna)
    evening.by_own(actions.offer, shift, anna)
    move(evening, starts=time(19), ends=time(22))
    (new,) = live()
    assert (times(new), new.state) == ((TOMORROW, time(17), time(19)), "offered")


def test_two_shifts_of_the_same_person_come_along_together(evening: Evening) -> None:
    anna = evening.volunteer("Anna")
    for each in (*evening.made(times=actions.Times(time(17), time(18))), *evening.made()):
        evening.take(each, anna)
    move(evening, starts=time(19), ends=time(22))
    assert [each.worker_id for each in live()] == [anna.pk] * 2


def test_who_has_another_shift_then_or_is_not_on_the_roster_that_day_is_told_that_it_is_hers_no_longer(
    evening: Evening,
) -> None:
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    for shift, who in zip(evening.made(2), (anna, bo), strict=True):
        evening.take(shift, who)
    evening.take(evening.made(1, evening.another(LATER))[0], anna)
    with acting_as_job(Job.SEED):
        bo.days = DateRange(SINCE, LATER)
        bo.save()
    move(evening, day=LATER)
    moved = [each for each in live() if each.occasion_id == evening.occasion.pk]
    assert [each.state for each in moved] == ["free", "free"]
    for who in (anna, bo):
        assert "är inte ditt längre" in letters(who)[-1]


def test_another_place_moves_no_shift_and_sends_no_letter(evening: Evening) -> None:
    anna, (shift,) = evening.volunteer("Anna"), evening.made()
    evening.take(shift, anna)
    move(evening, place="Stora salen")
    assert evening.again(shift).state == "taken"
    assert letters(anna) == []


def test_a_shift_whose_hours_are_reported_stays(evening: Evening) -> None:
    anna, (shift,) = evening.volunteer("Anna"), evening.made()
    evening.take(shift, anna)
    evening.by_own(actions.report, shift, anna, Decimal(3), now=AFTER)
    move(evening, day=LATER)
    assert evening.again(shift).state == "taken"


def test_who_has_a_shift_at_what_is_cancelled_need_not_come_and_is_told_once(evening: Evening) -> None:
    anna, (shift, _free) = evening.volunteer("Anna"), evening.made(2)
    evening.take(shift, anna)
    for _ in range(2):
        with evening.staff() as by:
            occasions.cancel(evening.occasion, "Vatten i hallen", by=by, now=NOW)
    (letter,) = letters(anna)
    assert "inställt" in letter
    assert "Vatten" not in letter, "why is read by who is signed in"


def test_the_rest_of_a_series_is_called_off_for_each_shift_that_is_not_over(evening: Evening) -> None:
    series, anna = evening.series(3), evening.volunteer("Anna")
    with evening.staff() as by:
        rows = actions.make_shifts_of_series(series, "Ledare", 1, made=series.pk, by=by, now=NOW)
    for each in rows:
        evening.take(each, anna)
    second = rows[1].starts_at
    with evening.staff() as by:
        occasions.cancel_rest(series, TODAY, "Lokalen är stängd", by=by, now=second + timedelta(days=1))
    assert len(letters(anna)) == 1, "two of them are over"


@pytest.mark.parametrize("when", [NOW, AFTER])
def test_nobody_is_told_of_what_was_and_stays_past(evening: Evening, when: datetime) -> None:
    past, anna = evening.another(TODAY - timedelta(days=7)), evening.volunteer("Anna")
    (shift,) = evening.made(1, past)
    with acting_as_job(Job.SEED):
        Shift.objects.filter(pk=shift.pk).update(state="taken", worker=anna)
    with evening.staff() as by:
        wanted = Plan(past.day, time(17), past.ends, past.place, past.responsible)
        occasions.move(past, wanted, by=by, now=when, today=TODAY)
    assert letters(anna) == []


def test_who_says_that_she_did_not_come_is_not_counted_among_those_who_work(evening: Evening) -> None:
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    for shift, who, hours in zip(evening.made(2), (anna, bo), ("3", "0"), strict=True):
        evening.take(shift, who)
        evening.by_own(actions.report, shift, who, Decimal(hours), now=AFTER)
    with evening.staff() as by:
        said = staffing_of(by, [evening.occasion])[evening.occasion.pk]
    assert (said.working, said.names) == (1, ("Anna",))
