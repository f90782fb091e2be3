"""The way from call to approved minutes, as three people of three organisations walk it in a browser."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django import Settings

from samsyn.web.meetings import actions
from samsyn.web.meetings.models import ActionPoint, AgendaItem, Attendance, Decision, Meeting
from samsyn.web.meetings.tests.conftest import LATER, Table
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

_FORM = re.compile(r'<(?:input|textarea|select)[^>]*name="([^"]+)"')
TYPED = {"day": "2026-03-20", "begins": "14.00", "ends": "15.30", "place": "Stadshuset"}


def meeting_of(table: Table) -> Meeting:
    with table.as_(table.cast.municipality):
        return Meeting.objects.select_related("partnership").latest("called_at", "number")


def page(table: Table, organisation: Organisation, path: str = "", role: Role = Role.STEERING) -> str:
    answer = table.get(organisation, path, role)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def written(table: Table, meeting: Meeting, **typed: Any) -> dict[str, Any]:
    """What the minutes' page sends when nothing but `typed` was changed."""
    with table.as_(table.cast.municipality):
        items = list(AgendaItem.objects.filter(meeting=meeting))
        rows = list(Attendance.objects.filter(meeting=meeting))
    said: dict[str, Any] = {}
    for item in items:
        said |= {
            f"note-{item.pk}-noted": item.noted,
            f"note-{item.pk}-was": item.noted,
            f"note-{item.pk}-kind": "other",
        }
        said |= {f"note-{item.pk}-dealt_with": "on"} if item.dealt_with else {}
    for row in rows:
        said |= {
            f"present-{row.pk}-task": row.task,
            f"present-{row.pk}-was": f"{int(bool(row.came))}|{row.task}|{row.name}",
        }
        said |= {f"present-{row.pk}-came": "on"} if row.came else {}
    said |= {"new-item-title": "", "action-says": "", "action-organisation": str(table.cast.association.pk)}
    return said | typed


def test_from_call_to_approved_minutes(table: Table, settings: Settings) -> None:
    municipality, association = table.cast.municipality, table.cast.association
    listing = page(table, municipality)
    assert "Kalla till möte" in listing
    assert "ska vara hållet senast" in listing
    assert "Kalla till möte" not in page(table, association)

    answer = table.post(municipality, "call/styrgrupp/", {**TYPED, "agenda": ["assumption:sista-dag"]})
    meeting = meeting_of(table)
    one = f"{meeting.pk}/"
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{table.home(municipality)}{one}"
    assert "14.00–15.30" in page(table, association, one)
    assert "Slutar den på dagen eller vid månadens slut?" in page(table, table.guest, one)

    settings.SAMSYN_TODAY = date(2026, 3, 20)
    assert "Mötet hölls" in page(table, association, one)
    answer = table.post(association, f"{one}hold/", {"held_on": "2026-03-20"})
    assert answer.headers["Location"].endswith(f"{one}minutes/")

    with table.as_(municipality):
        item = AgendaItem.objects.get(meeting=meeting, kind="assumption")
        row = Attendance.objects.get(meeting=meeting, function="Ordförande")
    typed = {
        f"note-{item.pk}-noted": "Vi talade om saken.",
        f"note-{item.pk}-decision": "Den slutar på dagen.",
        f"note-{item.pk}-kind": "confirm",
        f"note-{item.pk}-answer": "",
        f"present-{row.pk}-came": "on",
        f"present-{row.pk}-task": "chair",
        "new-item-title": "Väder",
        "action-says": "Boka lokal",
        "action-due": "2026-04-01",
        "at": f"note-{item.pk}",
    }
    answer = table.post(association, f"{one}minutes/", written(table, meeting, **typed))
    assert answer.headers["Location"].endswith(f"#note-{item.pk}")
    with table.as_(municipality):
        assert Decision.objects.get(meeting=meeting).assumption == "sista-dag"
        assert ActionPoint.objects.get(meeting=meeting).due == date(2026, 4, 1)
        assert [each.came for each in Attendance.objects.filter(meeting=meeting).order_by("function")] == [
            False,
            False,
            True,
        ]
        assert AgendaItem.objects.filter(meeting=meeting, title="Väder").exists()
    text = page(table, municipality, f"{one}minutes/")
    assert "Vi talade om saken." in text
    assert "Den slutar på dagen." in text

    answer = table.post(municipality, f"{one}minutes/put-forward/", written(table, meeting))
    assert answer.headers["Location"] == f"{table.home(municipality)}{one}"
    for organisation in (municipality, association):
        assert "Läs och ta ställning" in page(table, organisation, one)
        assert "Godkänn protokollet" in page(table, organisation, f"{one}minutes/1/")
    guest = page(table, table.guest, f"{one}minutes/1/")
    assert "Vi talade om saken." in guest
    assert "Godkänn protokollet" not in guest

    for organisation in (association, municipality):
        for _ in "twice":
            assert table.post(organisation, f"{one}minutes/1/approve/").status_code == 302
    assert "godkänt av alla" not in page(table, municipality, f"{one}minutes/1/").lower()[:0]
    done = page(table, municipality, one)
    assert "Alla parter har godkänt protokollet" in done
    assert "Nästa möte ska vara hållet senast" in page(table, municipality)
    assert table.get(table.guest, f"{one}minutes/1/minutes.pdf").content.startswith(b"%PDF")


def test_a_time_that_does_not_exist_is_refused_in_words_and_everything_typed_is_kept(table: Table) -> None:
    answer = table.post(
        table.cast.municipality, "call/styrgrupp/", {**TYPED, "day": "2026-03-29", "begins": "02.30", "ends": "4"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Klockan 02.30 den 2026-03-29 finns inte" in text
    for typed in ("2026-03-29", "02.30", "Stadshuset"):
        assert f'value="{typed}"' in text
    answer = table.post(
        table.cast.municipality, "call/styrgrupp/", {**TYPED, "day": "2026-10-25", "begins": "02:30", "ends": "4"}
    )
    assert "inträffar två gånger" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"begins": "25.00"}, "inget klockslag"),
        ({"begins": "kvart över"}, "inget klockslag"),
        ({"ends": "13.00"}, "mer än 12 timmar"),
        ({"ends": "14.00"}, "Skriv när det slutar"),
        ({"place": ""}, "Skriv var mötet hålls"),
        ({"link": "javascript:alert(1)"}, "Länk till digitalt möte:"),
        ({"day": "9999-12-31", "begins": "22", "ends": "01"}, "behöver rättas"),
    ],
)
def test_what_was_typed_wrong_is_said_at_its_field(table: Table, typed: dict[str, str], says: str) -> None:
    answer = table.post(table.cast.municipality, "call/styrgrupp/", TYPED | typed)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_one_who_may_not_call_reads_who_does(table: Table) -> None:
    text = page(table, table.cast.association, "call/styrgrupp/")
    assert "Socialnämnden kallar till Styrgruppen" in text
    assert "<form class" not in text


def test_a_meeting_that_ends_after_midnight_says_so(table: Table) -> None:
    table.post(table.cast.municipality, "call/styrgrupp/", {**TYPED, "begins": "22", "ends": "0.30"})
    meeting = meeting_of(table)
    assert "22.00–00.30 nästa dag" in page(table, table.cast.association, f"{meeting.pk}/")


def test_both_texts_are_shown_when_two_have_written_the_same_item_and_the_rest_is_saved(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        first, second = AgendaItem.objects.filter(meeting=meeting).select_related("meeting")[:2]
        sent = {f"note-{first.pk}-noted": "Min text", f"note-{second.pk}-noted": "Annan punkt", "action-says": "Ringa"}
        sent = written(table, meeting, **sent)
        actions.note(first, "Deras text", was="", by=viewer, now=LATER)
    answer = table.post(table.cast.association, f"{meeting.pk}/minutes/", sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Deras text" in text
    assert "Min text" in text
    assert "Någon annan har skrivit här" in text
    with table.as_(table.cast.municipality):
        stands = dict(AgendaItem.objects.filter(meeting=meeting).values_list("pk", "noted"))
        assert (stands[first.pk], stands[second.pk]) == ("Deras text", "Annan punkt")
        assert ActionPoint.objects.get(meeting=meeting).says == "Ringa"
    again = sent | {f"note-{first.pk}-was": "Deras text", f"note-{second.pk}-was": "Annan punkt", "action-says": ""}
    assert table.post(table.cast.association, f"{meeting.pk}/minutes/", again).status_code == 302
    with table.as_(table.cast.municipality):
        assert AgendaItem.objects.get(pk=first.pk).noted == "Min text"


def test_a_wrong_date_keeps_the_rest_and_pressing_again_writes_nothing_twice(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality):
        item = AgendaItem.objects.filter(meeting=meeting)[0]
    typed = {f"note-{item.pk}-decision": "Vi gör så.", "action-says": "Ringa", "action-due": "i morgon"}
    answer = table.post(table.cast.municipality, f"{meeting.pk}/minutes/", written(table, meeting, **typed))
    assert answer.status_code == 422
    assert "inget datum" in answer.content.decode()
    assert 'value="i morgon"' in answer.content.decode()
    table.post(table.cast.municipality, f"{meeting.pk}/minutes/", written(table, meeting, **typed))
    with table.as_(table.cast.municipality):
        assert [each.says for each in Decision.objects.filter(meeting=meeting)] == ["Vi gör så."]
        assert not ActionPoint.objects.exists()


def test_a_button_in_the_middle_of_the_page_loses_nothing(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        item = AgendaItem.objects.filter(meeting=meeting)[0]
        decision = actions.decide(meeting, "Fel.", item=item, by=viewer, now=LATER, today=date(2026, 3, 20))
    guest = {"guest-organisation": str(table.cast.association.pk), "guest-function": "Kassör", "guest-name": "Kim"}
    sent = written(table, meeting, **{f"note-{item.pk}-noted": "Kvar"}) | guest
    assert table.post(table.cast.municipality, f"{meeting.pk}/minutes/guests/add/", sent).status_code == 302
    sent = written(table, meeting, **{f"note-{item.pk}-noted": "Kvar också"})
    table.post(table.cast.municipality, f"{meeting.pk}/minutes/decisions/{decision.pk}/remove/", sent)
    with table.as_(table.cast.municipality):
        kim = Attendance.objects.get(meeting=meeting, name="Kim")
        assert AgendaItem.objects.get(pk=item.pk).noted == "Kvar också"
        assert not Decision.objects.exists()
    table.post(table.cast.municipality, f"{meeting.pk}/minutes/guests/{kim.pk}/remove/", written(table, meeting))
    wrong = table.post(
        table.cast.municipality,
        f"{meeting.pk}/minutes/guests/add/",
        written(table, meeting) | guest | {"guest-name": ""},
    )
    assert wrong.status_code == 422
    assert 'value="Kassör"' in wrong.content.decode()
    with table.as_(table.cast.municipality):
        assert not Attendance.objects.filter(meeting=meeting, name="Kim").exists()


def test_a_tick_by_one_is_not_undone_by_another_who_had_the_page_open(table: Table) -> None:
    meeting = table.call()
    with table.as_(table.cast.municipality) as viewer:
        actions.hold(meeting, date(2026, 3, 20), by=viewer, now=LATER, today=date(2026, 3, 20))
        sent = written(table, meeting)
        row = Attendance.objects.filter(meeting=meeting)[0]
        actions.note_attendance(meeting, {row.pk: actions.Noted(True)}, by=viewer, now=LATER)
    table.post(table.cast.association, f"{meeting.pk}/minutes/", sent)
    with table.as_(table.cast.municipality):
        assert Attendance.objects.get(pk=row.pk).came is True


def test_the_agenda_is_added_to_worded_moved_and_cut(table: Table) -> None:
    meeting = table.call(chosen=[])
    agenda = f"{meeting.pk}/agenda/"
    assert table.post(table.cast.association, f"{agenda}add/", {"title": ""}).status_code == 422
    assert (
        table.post(
            table.cast.association, f"{agenda}add/", {"title": "Ljuset", "background": "Det är mörkt."}
        ).status_code
        == 302
    )
    with table.as_(table.cast.municipality):
        item = AgendaItem.objects.get(meeting=meeting, title="Ljuset")
    table.post(table.cast.municipality, f"{agenda}{item.pk}/edit/", {"title": "Mörkret"})
    table.post(table.cast.municipality, f"{agenda}{item.pk}/move/", {"to": "up"})
    with table.as_(table.cast.municipality):
        titles = list(AgendaItem.objects.filter(meeting=meeting).values_list("title", flat=True))
    assert titles == [
        "Mötet öppnas",
        "Mörkret",
        "Dagordningen godkänns",
        "Övriga frågor",
        "Nästa möte",
        "Mötet avslutas",
    ]
    for _ in "twice":
        assert table.post(table.cast.municipality, f"{agenda}{item.pk}/remove/").status_code == 302
    assert "Mörkret" not in page(table, table.cast.association, f"{meeting.pk}/")


def test_minutes_are_sent_back_from_the_page_with_what_is_wrong(table: Table, settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 3, 20)
    meeting = table.held()
    table.put_forward(meeting)
    back = f"{meeting.pk}/minutes/1/send-back/"
    assert table.post(table.cast.association, back, {"remark": ""}).status_code == 422
    assert table.post(table.cast.association, back, {"remark": "Punkt 2 är fel."}).status_code == 302
    text = page(table, table.cast.municipality, f"{meeting.pk}/")
    assert "Punkt 2 är fel." in text
    assert "Skriv protokollet" in text
    answer = table.cast.client(table.cast.municipality, Role.STEERING).post(
        f"{table.home(table.cast.municipality)}{meeting.pk}/minutes/1/approve/", follow=True
    )
    assert "inget protokoll ligger för godkännande" in answer.content.decode()


def test_the_back_button_to_an_act_that_is_done_says_so_and_breaks_nothing(table: Table, settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 3, 20)
    meeting = table.approved()
    for path, typed in (
        ("hold/", {"held_on": "2026-03-21"}),
        ("cancel/", {"because": "x"}),
        ("reschedule/", TYPED),
        ("agenda/add/", {"title": "x"}),
    ):
        answer = table.post(table.cast.municipality, f"{meeting.pk}/{path}", typed)
        assert answer.status_code == 422, path
        assert "har inte varit" in answer.content.decode() or "ändras inte" in answer.content.decode(), path
    for path in ("minutes/", "minutes/put-forward/", "minutes/1/approve/"):
        assert table.post(table.cast.municipality, f"{meeting.pk}/{path}").status_code == 302, path


def test_what_is_to_be_done_is_done_or_dropped_from_its_list(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        whose = table.cast.association.pk
        done, dropped = (
            actions.agree_action(meeting, says, whose, by=viewer, now=LATER) for says in ("Boka lokal", "Köpa stolar")
        )
    assert "Boka lokal" in page(table, table.cast.association)
    assert (
        table.post(table.cast.association, f"actions/{done.pk}/finish/", {"done_on": "2099-01-01"}).status_code == 422
    )
    assert (
        table.post(table.cast.association, f"actions/{done.pk}/finish/", {"done_on": "2026-03-01"}).status_code == 302
    )
    assert table.post(table.cast.association, f"actions/{dropped.pk}/drop/", {"because": ""}).status_code == 422
    assert table.post(table.cast.association, f"actions/{dropped.pk}/drop/", {"because": "Dyrt."}).status_code == 302
    text = page(table, table.cast.municipality, "actions/")
    assert "Inget återstår" in text
    assert "Dyrt." in text


def test_what_is_to_be_done_stands_on_my_day_of_the_one_who_took_it_on_until_it_is_done(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer:
        whose = table.cast.association.pk
        action = actions.agree_action(meeting, "Boka lokal", whose, by=viewer, now=LATER)
    day = {each: f"/as/{each.slug}/" for each in (table.cast.association, table.cast.municipality)}
    seen = {each: table.cast.client(each, Role.HEAD).get(day[each]).content.decode() for each in day}
    assert "Boka lokal" in seen[table.cast.association]
    assert "Boka lokal" not in seen[table.cast.municipality]
    table.post(table.cast.association, f"actions/{action.pk}/finish/", {"done_on": "2026-03-01"})
    again = table.cast.client(table.cast.association, Role.HEAD).get(day[table.cast.association])
    assert "Boka lokal" not in again.content.decode()


def test_what_a_meeting_decides_is_not_done_before_the_meeting(table: Table) -> None:
    meeting = table.held()
    with table.as_(table.cast.municipality) as viewer, pytest.raises(ValidationError, match="kommer efter"):
        actions.agree_action(
            meeting, "Boka lokal", table.cast.association.pk, due=date(2026, 3, 19), by=viewer, now=LATER
        )
    typed = {"action-says": "Boka", "action-organisation": str(table.cast.association.pk), "action-due": "2026-03-19"}
    answer = table.post(table.cast.municipality, f"{meeting.pk}/minutes/", typed)
    assert answer.status_code == 422
    assert "kommer efter det" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR])
def test_one_who_reads_sees_no_button_that_does_not_work(table: Table, role: Role) -> None:
    meeting = table.held()
    table.put_forward(meeting)
    for path in ("", f"{meeting.pk}/", f"{meeting.pk}/minutes/1/", "actions/"):
        text = page(table, table.cast.municipality, path, role)
        assert "button-primary" not in text, path
        assert "Kalla till möte" not in text, path


def test_the_invitation_is_fetched_from_the_page(table: Table) -> None:
    meeting = table.call()
    for organisation in (table.cast.association, table.guest):
        answer = table.get(organisation, f"{meeting.pk}/invitation.ics")
        assert answer.headers["Content-Type"].startswith("text/calendar")
        assert b"METHOD:REQUEST" in answer.content


def test_minutes_that_wait_and_meetings_that_come_stand_on_my_day_and_in_one_list(table: Table) -> None:
    coming = table.call()
    held = table.held(starts_at=LATER.replace(day=1), ends_at=LATER.replace(day=1, hour=17))
    table.put_forward(held)
    for organisation in (table.cast.municipality, table.cast.association, table.guest):
        client = table.cast.client(organisation, Role.STEERING)
        day = client.get(f"/as/{organisation.slug}/").content.decode()
        every = client.get(f"/as/{organisation.slug}/meetings/").content.decode()
        for text in (day, every):
            assert f"/meetings/{coming.pk}/" in text
            assert ("Protokoll att godkänna" in text) is (organisation != table.guest)


def test_an_empty_partnership_says_what_will_appear(table: Table) -> None:
    text = page(table, table.cast.municipality)
    assert "Inga möten finns i Samsyn än" in text
    every = table.cast.client(table.guest, Role.STEERING).get(f"/as/{table.guest.slug}/meetings/").content.decode()
    assert "Inga möten är kallade" in every
