"""A meeting is called, moved, cancelled. Who is called follows from who sits there on its day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from icalendar import Calendar

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.meetings import actions
from samsyn.web.meetings.models import AgendaItem, Attendance, Meeting
from samsyn.web.meetings.tests.conftest import ENDS, NOW, STARTS, TODAY, Table
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter

_NEXT_WEEK = timedelta(days=7)


def acts(table: Table, name: str) -> list[Act]:
    with table.as_(table.cast.municipality):
        return list(Act.objects.filter(name=name, partnership=table.partnership))


def letters_about(meeting: Meeting) -> list[Letter]:
    with acting_as_job(Job.SEED):
        return list(Letter.objects.filter(about__startswith=str(meeting.pk)).order_by("about", "person__email"))


def test_those_who_sit_in_the_body_that_day_are_called_and_the_guest_gets_the_papers(table: Table) -> None:
    with acting_as_job(Job.SEED):
        leaving = table.appointed["Controller"]
        leaving.until = date(2026, 3, 10)
        leaving.save()
    meeting = table.call()
    with table.as_(table.cast.municipality):
        called = {each.function: each.person_id for each in Attendance.objects.filter(meeting=meeting)}
        papers = {tuple(each.also_for) for each in (*meeting.items.all(), *meeting.attendances.all())}
    assert called == {
        "Controller": None,
        "Ordförande": table.appointed["Ordförande"].person_id,
        "Gäst": table.appointed["Gäst"].person_id,
    }
    assert meeting.also_for == [table.guest.pk]
    assert papers == {(table.guest.pk,)}


def test_the_agenda_is_proposed_and_only_what_was_chosen_is_taken(table: Table) -> None:
    everything = table.call()
    chosen = table.call(starts_at=STARTS + _NEXT_WEEK, ends_at=ENDS + _NEXT_WEEK, chosen=["assumption:sista-dag"])
    with table.as_(table.cast.municipality):
        first = list(AgendaItem.objects.filter(meeting=everything))
        second = list(AgendaItem.objects.filter(meeting=chosen))
    assert {each.assumption for each in first if each.kind == "assumption"} == {"sista-dag", "i-efterskott"}
    assert [each.kind for each in second] == ["free", "free", "assumption", "free", "free", "free"]
    assert [each.position for each in first] == list(range(1, len(first) + 1))


def test_what_is_due_is_on_the_agenda_tied_to_its_obligation(table: Table) -> None:
    later = timedelta(days=330)
    meeting = table.call(starts_at=STARTS + later, ends_at=ENDS + later)
    with table.as_(table.cast.municipality):
        tied = [
            each for each in AgendaItem.objects.filter(meeting=meeting).select_related("obligation") if each.obligation
        ]
    assert [(each.obligation.term, each.clause) for each in tied if each.obligation] == [("rapport", "6")]


def test_an_item_that_somebody_has_taken_off_the_agenda_is_not_worded_anew(table: Table) -> None:
    meeting = table.call()
    with table.as_(table.cast.municipality) as viewer:
        item = actions.add_item(meeting, "Lokalen", by=viewer, now=NOW)
        actions.remove_item(item, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="finns inte längre"):
            actions.edit_item(item, "Lokalen i vår", "", by=viewer, now=NOW)


def test_numbers_run_for_each_body_and_a_cancelled_meeting_keeps_its_own(table: Table) -> None:
    first = table.call()
    with table.as_(table.cast.municipality) as viewer:
        actions.cancel(first, "Ingen kan.", by=viewer, now=NOW)
    second = table.call()
    assert (first.number, second.number) == (1, 2)


def test_called_twice_with_the_same_beginning_it_is_one_meeting(table: Table) -> None:
    assert table.call().pk == table.call().pk
    assert len(acts(table, "meeting.call")) == 1


def test_the_one_who_may_not_call_is_told_who_does_and_under_which_clause(table: Table) -> None:
    with pytest.raises(ValidationError, match=r"Socialnämnden kallar till Styrgruppen.*punkt 5"):
        table.call(table.cast.association)


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.HEAD, Role.CONTROLLER, Role.STEERING)])
def test_who_does_not_answer_for_the_obligations_calls_nobody(table: Table, role: Role) -> None:
    with pytest.raises((PermissionDenied, ValidationError)):
        table.call(table.cast.municipality, role)


def test_someone_who_only_takes_part_calls_nobody(table: Table) -> None:
    with pytest.raises(PermissionDenied):
        table.call(table.guest)


def test_a_body_that_is_not_in_the_agreement_has_no_meetings(table: Table) -> None:
    with table.as_(table.cast.municipality) as viewer, pytest.raises(ValidationError, match="finns inte"):
        actions.call_meeting(
            table.partnership, "annan", starts_at=STARTS, ends_at=ENDS, by=viewer, now=NOW, today=TODAY
        )


def test_everyone_called_gets_an_invitation_and_anew_with_a_higher_sequence_when_it_is_moved(table: Table) -> None:
    meeting = table.call()
    with table.as_(table.cast.association) as viewer:
        moved = actions.reschedule(
            meeting,
            starts_at=STARTS + _NEXT_WEEK,
            ends_at=ENDS + _NEXT_WEEK,
            place="Huset",
            link="",
            by=viewer,
            now=NOW,
            today=TODAY,
        )
    with table.as_(table.cast.municipality) as viewer:
        actions.cancel(moved, "Sjukdom i gruppen.", by=viewer, now=NOW)
    found = letters_about(meeting)
    assert [each.about.rpartition("/")[2] for each in found] == ["0"] * 3 + ["1"] * 3 + ["2"] * 3
    events = [Calendar.from_ical(each.calendar) for each in found]
    assert [str(each["METHOD"]) for each in events] == ["REQUEST"] * 6 + ["CANCEL"] * 3
    assert [each.walk("VEVENT")[0]["SEQUENCE"] for each in events] == [0] * 3 + [1] * 3 + [2] * 3
    assert len({str(each.walk("VEVENT")[0]["UID"]) for each in events}) == 1
    assert {each.walk("VEVENT")[0].decoded("DTSTART") for each in events[3:6]} == {STARTS + _NEXT_WEEK}
    assert all(table.partnership.name not in each.calendar for each in found)
    assert "Sjukdom" not in found[-1].body


def test_moved_to_a_day_when_another_sits_there_the_other_is_called(table: Table) -> None:
    meeting = table.call()
    new = table.cast.person(table.cast.municipality, Role.HEAD)
    with acting_as_job(Job.SEED):
        seat = table.appointed["Controller"]
        seat.until = date(2026, 3, 25)
        seat.save()
        type(seat).objects.create(
            person=new,
            partnership=table.partnership,
            organisation=table.cast.municipality,
            body="styrgrupp",
            function="Controller",
            since=date(2026, 3, 25),
        )
    with table.as_(table.cast.municipality) as viewer:
        said = {"starts_at": STARTS + _NEXT_WEEK, "ends_at": ENDS + _NEXT_WEEK, "place": "Stadshuset", "link": ""}
        actions.reschedule(meeting, **said, by=viewer, now=NOW, today=TODAY)  # type: ignore[arg-type]
        called = set(Attendance.objects.filter(meeting=meeting).values_list("function", "person_id"))
    assert ("Controller", new.pk) in called
    assert ("Controller", table.appointed["Controller"].person_id) not in called
    assert len(called) == 3


def test_the_same_time_and_place_again_tells_nobody(table: Table) -> None:
    meeting = table.call()
    with table.as_(table.cast.municipality) as viewer:
        again = actions.reschedule(
            meeting, starts_at=STARTS, ends_at=ENDS, place="Stadshuset", link="", by=viewer, now=NOW, today=TODAY
        )
    assert again.sequence == 0
    assert len(letters_about(meeting)) == 3


def test_a_meeting_that_has_been_already_is_written_in_without_calling_anybody(table: Table) -> None:
    back = timedelta(days=40)
    meeting = table.call(starts_at=STARTS - back, ends_at=ENDS - back)
    assert letters_about(meeting) == []


def test_cancelled_twice_is_cancelled_once_and_nothing_more_happens_to_it(table: Table) -> None:
    meeting = table.call()
    with table.as_(table.cast.municipality) as viewer:
        for _ in range(2):
            actions.cancel(meeting, "Ingen kan.", by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="inställt"):
            actions.hold(meeting, TODAY, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(ValidationError, match="inställt"):
            actions.add_item(meeting, "Något", by=viewer, now=NOW)
    assert len(acts(table, "meeting.cancel")) == 1
    assert len(letters_about(meeting)) == 6


def test_a_broken_history_undoes_the_call(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("samsyn.web.meetings.actions.call.record", broken)
    with pytest.raises(RuntimeError):
        table.call()
    with table.as_(table.cast.municipality):
        assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("held_on", "today", "says"),
    [
        (date(2026, 3, 19), date(2026, 3, 25), "kallat till 2026-03-20"),
        (date(2026, 3, 26), date(2026, 3, 25), "har inte varit"),
    ],
)
def test_a_meeting_is_held_on_its_day_or_after_and_not_ahead(
    table: Table, held_on: date, today: date, says: str
) -> None:
    meeting = table.call()
    with table.as_(table.cast.association) as viewer, pytest.raises(ValidationError, match=says):
        actions.hold(meeting, held_on, by=viewer, now=NOW, today=today)


def test_a_meeting_over_midnight_is_held_on_the_evening_it_began(table: Table) -> None:
    begins = datetime.fromisoformat("2026-06-01T22:00+02:00")
    meeting = table.call(starts_at=begins, ends_at=begins + timedelta(hours=3))
    with table.as_(table.cast.municipality) as viewer:
        held = actions.hold(meeting, date(2026, 6, 1), by=viewer, now=NOW, today=date(2026, 6, 2))
        again = actions.hold(meeting, date(2026, 6, 1), by=viewer, now=NOW, today=date(2026, 6, 2))
    assert held.held_on == date(2026, 6, 1)
    assert again.pk == held.pk
    assert len(acts(table, "meeting.hold")) == 1
