"""The calendar document, read back by the library and by the letter of RFC 5545."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from samsyn.exchange.calendar import AllDay, calendar_document, uid_of

CHANGED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def event(**changes: Any) -> AllDay:
    usual = {"uid": "a@samsyn", "day": date(2026, 3, 29), "title": "Åtagande, se Samsyn", "changed": CHANGED}
    return AllDay(**{**usual, **changes})


def read(document: bytes) -> list[Any]:
    return list(Calendar.from_ical(document).walk("VEVENT"))


def test_swedish_letters_come_back_as_they_were_written() -> None:
    (found,) = read(calendar_document([event(title="Åtgärder; ärenden, öppet «hus»")], name="Överenskommelsen"))
    assert str(found["SUMMARY"]) == "Åtgärder; ärenden, öppet «hus»"


def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut_in_two() -> None:
    document = calendar_document([event(title="Å" * 200, description="Ö och ä.\n" * 40)], name="å" * 100)
    lines = document.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert str(read(document)[0]["DESCRIPTION"]) == "Ö och ä.\n" * 40


def test_every_line_ends_with_carriage_return_and_line_feed() -> None:
    document = calendar_document([event()], name="Samsyn")
    assert document.count(b"\n") == document.count(b"\r\n")


def test_a_day_is_a_date_without_time_or_zone() -> None:
    (found,) = read(calendar_document([event()], name="Samsyn"))
    assert found["DTSTART"].dt == date(2026, 3, 29)
    assert found["DTSTART"].params["VALUE"] == "DATE"


def test_the_end_is_the_next_day_also_when_clocks_change_that_night() -> None:
    (found,) = read(calendar_document([event(day=date(2026, 3, 28))], name="Samsyn"))
    assert found["DTEND"].dt == date(2026, 3, 29)


def test_the_same_events_in_another_order_give_the_same_bytes() -> None:
    one, other = event(), event(uid="b@samsyn", day=date(2026, 1, 1))
    assert calendar_document([one, other], name="S") == calendar_document([other, one], name="S")


def test_the_stamp_is_the_instant_of_the_last_change() -> None:
    (found,) = read(calendar_document([event()], name="Samsyn"))
    assert found["DTSTAMP"].dt == CHANGED


def test_an_instant_that_is_not_in_utc_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC"):
        event(changed=CHANGED.astimezone(timezone(timedelta(hours=2))))


def test_an_empty_calendar_is_still_a_calendar() -> None:
    calendar = Calendar.from_ical(calendar_document([], name="Samsyn"))
    assert calendar["VERSION"] == "2.0"
    assert calendar.walk("VEVENT") == []


def test_the_program_is_told_how_often_to_ask() -> None:
    document = calendar_document([], name="Samsyn")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in document
    assert b"X-PUBLISHED-TTL:PT12H" in document


def test_a_duty_has_one_uid_for_ever_and_no_other_duty_has_it() -> None:
    here, there = UUID(int=1), UUID(int=2)
    assert uid_of(here, "rapport", "2026") == uid_of(here, "rapport", "2026")
    others = {uid_of(there, "rapport", "2026"), uid_of(here, "rapport2", "026"), uid_of(here, "rapport", "2027")}
    assert len(others | {uid_of(here, "rapport", "2026")}) == 4


def test_a_uid_says_nothing_of_what_it_stands_for() -> None:
    assert "rapport" not in uid_of(UUID(int=1), "rapport", "2026")
