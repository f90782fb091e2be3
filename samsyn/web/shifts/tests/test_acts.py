"""What happens to a shift, each with its line of history, and who is told."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.staffing import staffing_of
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter
from samsyn.web.roster.models import Worker
from samsyn.web.shifts import actions
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.queries.hours import volunteer_hours
from samsyn.web.shifts.queries.occasions import exposure_of
from samsyn.web.shifts.tests.conftest import AFTER, NOW, TOMORROW, Evening


def told() -> list[str]:
    with acting_as_job(Job.SEED):
        return list(Act.objects.filter(name__startswith="shift.").order_by("at", "id").values_list("name", flat=True))


def letters(worker: Worker) -> list[str]:
    assert worker.person_id is not None
    with acting_as_job(Job.POST):
        return list(Letter.objects.filter(person_id=worker.person_id).values_list("body", flat=True))


def report(evening: Evening, shift: Shift, worker: Worker, hours: str) -> Shift:
    return evening.by_own(actions.report, shift, worker, Decimal(hours), now=AFTER)


def test_shifts_are_made_once_however_often_the_form_is_sent(evening: Evening) -> None:
    made = uuid4()
    first, again = evening.made(3, made=made), evening.made(3, made=made)
    assert {each.pk for each in first} == {each.pk for each in again}
    assert first[0].starts_at.isoformat() == "2026-03-03T17:00:00+00:00", "as long as the occasion, in UTC"
    assert told() == ["shift.make"]


def test_a_shift_over_midnight_ends_the_next_day_and_one_when_the_clocks_change_is_an_hour_shorter(
    evening: Evening,
) -> None:
    night = evening.another(date(2026, 3, 28), time(22), time(6))
    (shift,) = evening.made(1, night)
    assert (shift.ends_at - shift.starts_at) == timedelta(hours=7)
    with pytest.raises(ValidationError, match="Klockan ställs om"):
        evening.made(1, night, times=actions.Times(time(22), time(2, 30)))


def test_a_series_gets_the_same_shifts_at_every_occasion_to_come_once(evening: Evening) -> None:
    series, made = evening.series(3), uuid4()
    for _ in range(2):
        with evening.staff() as by:
            rows = actions.make_shifts_of_series(series, "Ledare", 2, made=made, by=by, now=NOW)
    assert len(rows) == len({each.pk for each in rows}) == 6
    with acting_as_job(Job.SEED):
        assert Shift.objects.count() == 6


def test_a_volunteer_takes_a_free_shift_and_taking_it_again_changes_nothing(evening: Evening) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    assert evening.take(shift, anna).worker_id == anna.pk
    assert evening.take(shift, anna).state == "taken"
    assert told() == ["shift.make", "shift.take"]


def test_the_next_one_is_told_that_the_shift_is_gone(evening: Evening) -> None:
    (shift,) = evening.made()
    evening.take(shift, evening.volunteer("Anna"))
    with pytest.raises(ValidationError, match="hann före"):
        evening.take(shift, evening.volunteer("Bo"))


def test_who_has_not_shown_the_extract_is_not_put_on_a_shift_with_children_by_anyone(evening: Evening) -> None:
    (shift,) = evening.made()
    cid = evening.volunteer("Cid", checked=False)
    with pytest.raises(ValidationError, match="Cid"):
        evening.take(shift, cid)
    with evening.staff() as by, pytest.raises(ValidationError, match="Cid"):
        actions.put_on(shift, cid, by=by, now=NOW)
    assert evening.again(shift).state == "free"


def test_an_activity_that_nobody_knows_is_met_with_every_demand(evening: Evening) -> None:
    """No way around: an own activity whose row cannot be read, or one that has left the agreement."""
    strange = Occasion(partnership=evening.partnership, organisation=evening.ours, activity="own_99", day=TOMORROW)
    with evening.own(evening.volunteer("Anna")) as own:
        assert set(exposure_of(strange, own.dossier)) == {"children", "participants_data"}


def test_nobody_is_on_two_shifts_at_once(evening: Evening) -> None:
    anna = evening.volunteer("Anna")
    evening.take(evening.made()[0], anna)
    (same_time,) = evening.made(1, evening.another(starts=time(20), ends=time(22)))
    with pytest.raises(ValidationError, match="annat pass"):
        evening.take(same_time, anna)
    (right_after,) = evening.made(1, evening.another(starts=time(21), ends=time(22)))
    assert evening.take(right_after, anna).worker_id == anna.pk


def test_an_offered_shift_stays_its_holders_until_somebody_takes_it_and_she_is_told(evening: Evening) -> None:
    (shift,) = evening.made()
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    evening.take(shift, anna)
    evening.by_own(actions.offer, shift, anna)
    offered = evening.again(shift)
    assert (offered.worker_id, offered.state) == (anna.pk, "offered")
    with evening.staff() as by:
        assert staffing_of(by, [evening.occasion])[evening.occasion.pk].working == 1
    assert evening.take(shift, bo).worker_id == bo.pk
    (letter,) = letters(anna)
    assert "Du behöver inte komma" in letter
    for secret in ("Bo ", "Hallen", "Ledare"):
        assert secret not in letter
    with pytest.raises(PermissionDenied):
        evening.by_own(actions.give_up, shift, anna)


def test_an_offer_is_taken_back(evening: Evening) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    evening.take(shift, anna)
    evening.by_own(actions.offer, shift, anna)
    assert evening.by_own(actions.keep, shift, anna).state == "taken"
    with pytest.raises(ValidationError, match="hann före"):
        evening.take(shift, evening.volunteer("Bo"))


def test_giving_up_frees_the_shift_and_tells_who_answers_for_the_occasion(evening: Evening) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    evening.take(shift, anna)
    assert evening.by_own(actions.give_up, shift, anna).state == "free"
    (letter,) = letters(evening.responsible)
    assert "ledigt igen" in letter
    assert "Anna" not in letter


def test_a_letter_about_a_discreet_occasion_does_not_even_say_which_partnership(evening: Evening) -> None:
    (shift,) = evening.made(1, evening.another(discreet=True, starts=time(10), ends=time(11)))
    anna = evening.volunteer("Anna")
    evening.take(shift, anna)
    evening.by_own(actions.give_up, shift, anna)
    (letter,) = letters(evening.responsible)
    assert evening.partnership.name not in letter


def test_staff_put_on_replace_take_off_and_strike(evening: Evening) -> None:
    (shift,) = evening.made()
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    with evening.staff() as by:
        actions.put_on(shift, anna, by=by, now=NOW)
        actions.put_on(shift, bo, by=by, now=NOW)
        actions.put_on(shift, bo, by=by, now=NOW)
        assert actions.take_off(shift, by=by, now=NOW).worker_id is None
        actions.take_off(shift, by=by, now=NOW)
        actions.cancel(shift, by=by, now=NOW)
        actions.cancel(shift, by=by, now=NOW)
    assert told() == ["shift.make", "shift.put_on", "shift.put_on", "shift.take_off", "shift.cancel"]
    assert [len(letters(each)) for each in (anna, bo)] == [2, 2]
    with pytest.raises(ValidationError, match="struket"):
        evening.take(shift, anna)


def test_hours_are_reported_afterwards_and_summed_for_volunteers_alone(evening: Evening) -> None:
    first, second, third = evening.made(3)
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    evening.take(first, anna)
    evening.take(second, bo)
    with evening.staff() as by:
        actions.put_on(third, evening.responsible, by=by, now=NOW)
        with pytest.raises(ValidationError, match="inte börjat"):
            actions.report(evening.again(third), Decimal(3), by=by, now=NOW)
    report(evening, first, anna, "2.5")
    report(evening, second, bo, "3")
    report(evening, second, bo, "3.5")
    with evening.staff() as by:
        actions.report(evening.again(third), Decimal(8), by=by, now=AFTER)
    with evening.staff(Role.CONTROLLER) as by:
        days = DateRange.through(TODAY, TOMORROW)
        assert volunteer_hours(by, evening.partnership.pk, days) == Decimal(6)
        assert volunteer_hours(by, evening.partnership.pk, DateRange.through(TODAY, TODAY)) == 0
    with pytest.raises(ValidationError, match="högst 24"):
        report(evening, first, anna, "25")


def test_a_reported_shift_is_not_given_away(evening: Evening) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    evening.take(shift, anna)
    during = AFTER - timedelta(hours=3)
    evening.by_own(actions.report, shift, anna, Decimal(1), now=during)
    for act in (actions.offer, actions.give_up):
        with pytest.raises(ValidationError, match="rapporterade"):
            evening.by_own(act, shift, anna, now=during)


def test_what_is_over_or_called_off_is_not_taken(evening: Evening) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    with evening.own(anna) as own, pytest.raises(ValidationError, match="över"):
        actions.take(shift, own.worker, by=own.viewer, now=AFTER)
    with acting_as_job(Job.SEED):
        Occasion.objects.filter(pk=evening.occasion.pk).update(
            state="cancelled", cancelled_at=NOW, cancelled_because="Sjukdom"
        )
    with pytest.raises(ValidationError, match="inställt"):
        evening.take(shift, anna)


def test_nobody_takes_in_anothers_name_and_a_volunteer_plans_nothing(evening: Evening) -> None:
    (shift,) = evening.made()
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    with evening.own(anna) as own:
        with pytest.raises(PermissionDenied):
            actions.take(shift, bo, by=own.viewer, now=NOW)
        with pytest.raises(PermissionDenied):
            actions.put_on(shift, anna, by=own.viewer, now=NOW)


def test_a_worker_who_is_forgotten_leaves_the_shift_and_its_hours(evening: Evening) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    evening.take(shift, anna)
    report(evening, shift, anna, "3")
    with acting_as_job(Job.SEED):
        Shift.objects.filter(pk=shift.pk).update(worker=None)
    with evening.staff() as by:
        assert volunteer_hours(by, evening.partnership.pk, DateRange.through(TODAY, TOMORROW)) == 3
        staffing = staffing_of(by, [evening.occasion])[evening.occasion.pk]
        assert (staffing.working, staffing.names) == (1, ())


def test_the_database_itself_lets_nobody_move_a_shift(evening: Evening) -> None:
    (shift,) = evening.made()
    with evening.staff(), pytest.raises(DatabaseError), transaction.atomic():
        Shift.objects.filter(pk=shift.pk).update(function="Annat")


def test_what_is_free_stands_in_words_at_the_occasion(evening: Evening) -> None:
    first, _second = evening.made(2)
    evening.take(first, evening.volunteer("Anna"))
    with evening.staff() as by:
        found = staffing_of(by, [evening.occasion])[evening.occasion.pk]
    assert (found.working, found.names, found.lacking) == (1, ("Anna",), ("Ledare 18.00–21.00",))
