"""Invitations, read back by the library and by the letter of RFC 5545 and 5546."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from samsyn.exchange.calendar.invitation import Attendee, Invitation, invitation, uid_of_meeting

SWEDEN = ZoneInfo("Europe/Stockholm")
STAMP = datetime(2026, 2, 1, 8, 0, tzinfo=UTC)
STARTS = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MEETING = Invitation(
    uid=uid_of_meeting(UUID(int=1)),
    sequence=0,
    stamp=STAMP,
    starts=STARTS,
    ends=STARTS + timedelta(hours=1),
    summary="Möte i Samsyn",
    organizer=Attendee("samsyn@kommunen.example", "Samsyn"),
    attendees=(Attendee("controller@foreningen.example"),),
    location="Stadshuset, rum 3; plan 2",
    description="Styrgruppen kallas.",
    agenda=("Läget", "Årsplan"),
)
hostile = st.text(
    st.sampled_from("a å\r\n\t,;:\\\"'^|=\0\x07\x0b\x0c\x85\u2028\ud800🙂e\u0301ÖnBEGIN:VALARM"), max_size=120
)


def read(document: bytes) -> tuple[Any, Any]:
    calendar = Calendar.from_ical(document)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_it_asks_to_a_meeting_in_the_words_of_itip() -> None:
    calendar, event = read(invitation(MEETING))
    assert calendar["METHOD"] == "REQUEST"
    assert event["STATUS"] == "CONFIRMED"
    assert event["CLASS"] == "PRIVATE"
    assert str(event["ORGANIZER"]) == "mailto:samsyn@kommunen.example"
    assert event["ORGANIZER"].params["CN"] == "Samsyn"
    assert str(event["ATTENDEE"]) == "mailto:controller@foreningen.example"
    assert str(event["LOCATION"]) == MEETING.location


def test_the_agenda_stands_in_the_description_one_item_on_each_line() -> None:
    _, event = read(invitation(MEETING))
    assert str(event["DESCRIPTION"]) == "Styrgruppen kallas.\n\n1. Läget\n2. Årsplan"


def test_a_cancelled_meeting_has_the_same_uid_and_says_so() -> None:
    _, asked = read(invitation(MEETING))
    calendar, event = read(invitation(replace(MEETING, cancelled=True, sequence=1)))
    assert calendar["METHOD"] == "CANCEL"
    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] == 1
    assert event["UID"] == asked["UID"]


def test_the_mail_part_names_the_method() -> None:
    assert MEETING.media_type == "text/calendar; charset=utf-8; method=REQUEST"
    assert replace(MEETING, cancelled=True).media_type.endswith("method=CANCEL")


def test_a_meeting_has_one_uid_that_says_nothing_of_it() -> None:
    assert uid_of_meeting(UUID(int=1)) == uid_of_meeting(str(UUID(int=1)))
    assert uid_of_meeting(UUID(int=1)) != uid_of_meeting(UUID(int=2))
    assert str(UUID(int=1)) not in uid_of_meeting(UUID(int=1))


@pytest.mark.parametrize(("hour", "expected"), [(0, 23), (1, 0), (3, 1), (4, 2)])
def test_the_night_when_summer_time_begins_a_meeting_is_at_its_own_instant(hour: int, expected: int) -> None:
    starts = datetime(2026, 3, 29, hour, tzinfo=SWEDEN).astimezone(UTC)
    _, event = read(invitation(replace(MEETING, starts=starts, ends=starts + timedelta(hours=1))))
    assert event["DTSTART"].dt.hour == expected
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=1)


def test_the_hour_that_comes_twice_in_october_is_two_instants() -> None:
    hours = [datetime(2026, 10, 25, 2, 30, tzinfo=SWEDEN, fold=fold).astimezone(UTC) for fold in (0, 1)]
    written = [invitation(replace(MEETING, starts=each, ends=each + timedelta(hours=1))) for each in hours]
    assert b"DTSTART:20261025T003000Z" in written[0]
    assert b"DTSTART:20261025T013000Z" in written[1]


@settings(max_examples=300)
@given(hostile, hostile, hostile, hostile)
def test_whatever_is_written_it_stays_one_event_of_short_lines(name: str, place: str, item: str, says: str) -> None:
    said = replace(
        MEETING, summary=name, location=place, agenda=(item,), description=says, organizer=Attendee("a@b.example", name)
    )
    document = invitation(said)
    calendar, event = read(document)
    lines = document.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert document.count(b"\n") == document.count(b"\r") == document.count(b"\r\n")
    assert all(line.decode() is not None for line in lines)
    assert len(calendar.walk()) == 2
    assert str(event["SUMMARY"]).split() == _kept(name).split()
    assert str(event["ORGANIZER"]) == "mailto:a@b.example"
    assert str(event["ORGANIZER"].params.get("CN", "")).split() == _shown(name).split()
    assert str(event["UID"]) == MEETING.uid
    assert not event.errors


def _kept(text: str) -> str:
    """What of it comes back: «\\n» as two typed signs would be read as a new line, and becomes «/n»."""
    seen = "".join(sign for sign in text if sign not in "\0\x07\ud800")
    return seen.replace("\\n", "/n").replace("\\N", "/N")


def _shown(name: str) -> str:
    return _kept(name).replace('"', "”").replace("\\", "/").replace("^", "ˆ")


def test_the_same_values_give_the_same_bytes() -> None:
    assert invitation(MEETING) == invitation(replace(MEETING))
    assert invitation(MEETING) != invitation(replace(MEETING, sequence=1))


@pytest.mark.parametrize("address", ["", "utan snabel-a", "a@b\r\nATTENDEE:x", "a@b,c@d", 'a"@b', "a@b;c", "a\0@b"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no mail address"):
        replace(MEETING, attendees=(Attendee(address),))


def test_a_time_that_is_not_in_utc_or_goes_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC"):
        replace(MEETING, starts=STARTS.astimezone(timezone(timedelta(hours=1))))
    with pytest.raises(ValueError, match="ends"):
        replace(MEETING, ends=STARTS)
