"""Meetings that one is called to are in one's secret calendar: neutral, or named when its owner wants that."""

from __future__ import annotations

import pytest
from icalendar import Calendar, Component

from samsyn.web.meetings import actions
from samsyn.web.meetings.tests.conftest import ENDS, NOW, STARTS, TODAY, Table
from samsyn.web.obligations import actions as feeds
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role


def calendar_of(
    table: Table, organisation: Organisation, role: Role = Role.STEERING, *, named: bool
) -> list[Component]:
    """The timed events of a calendar program that knows the person's secret address."""
    from django.test import Client

    with table.as_(organisation, role) as viewer:
        secret = feeds.open_feed(by=viewer, now=NOW, named=named)
    answer = Client().get(f"/feeds/{secret}.ics")
    assert answer.status_code == 200
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return [each for each in events if hasattr(each.decoded("DTSTART"), "hour")]


@pytest.mark.parametrize("named", [True, False])
def test_the_one_who_is_called_has_the_meeting_and_a_colleague_has_not(table: Table, named: bool) -> None:
    table.call()
    for organisation in (table.cast.association, table.guest):
        (event,) = calendar_of(table, organisation, named=named)
        assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (STARTS, ENDS)
        text = event.to_ical().decode()
        assert ("Styrgruppen" in text) is named
        assert ("Stadshuset" in text) is named
        assert ("Lanterna" in text) is named
    assert calendar_of(table, table.cast.association, Role.HEAD, named=named) == []


def test_a_cancelled_meeting_says_so_and_has_the_uid_of_its_invitation(table: Table) -> None:
    meeting = table.call()
    with table.as_(table.cast.municipality) as viewer:
        actions.cancel(meeting, "Ingen kan.", by=viewer, now=NOW)
    (event,) = calendar_of(table, table.cast.association, named=False)
    assert (str(event["STATUS"]), event["SEQUENCE"], str(event["TRANSP"])) == ("CANCELLED", 1, "TRANSPARENT")
    fetched = table.get(table.cast.association, f"{meeting.pk}/invitation.ics").content
    assert str(Calendar.from_ical(fetched).walk("VEVENT")[0]["UID"]) == str(event["UID"])


def test_a_meeting_moved_keeps_its_place_in_the_calendar(table: Table) -> None:
    meeting = table.call()
    (before,) = calendar_of(table, table.cast.association, named=False)
    with table.as_(table.cast.municipality) as viewer:
        later = {"starts_at": STARTS.replace(day=27), "ends_at": ENDS.replace(day=27)}
        actions.reschedule(meeting, **later, place="Huset", link="", by=viewer, now=NOW, today=TODAY)
    (after,) = calendar_of(table, table.cast.association, Role.STEERING, named=False)
    assert str(before["UID"]) == str(after["UID"])
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
