"""Someone who takes part without being a party sees the papers of the meetings it is called to, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.http import HttpResponse

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings import actions
from samsyn.web.meetings.models import ActionPoint, AgendaItem, Attendance, Decision, Meeting, Minutes, MinutesAnswer
from samsyn.web.meetings.tests.conftest import AFTER, ENDS, LATER, NOW, STARTS, Table
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment
from tests.boundaries.addresses import DOORS
from tests.boundaries.door import InPartnership

_PAPERS = (Meeting, AgendaItem, Attendance, Decision, ActionPoint, Minutes, MinutesAnswer)
_WEEK = timedelta(days=7)
_START = "as/<slug:organisation>/partnerships/<slug:slug>/"
_OPEN = {
    "<uuid:meeting>/",
    "<uuid:meeting>/invitation.ics",
    "<uuid:meeting>/minutes/<int:number>/",
    "<uuid:meeting>/minutes/<int:number>/minutes.pdf",
}
"""Of all that lies under the meetings of a partnership, this is what a participant opens."""


@pytest.fixture
def two(table: Table) -> tuple[Meeting, Meeting]:
    """One meeting with the guest, minuted and approved, and one without: the guest has left its seat."""
    called = table.held()
    with table.as_(table.cast.municipality) as viewer:
        item = AgendaItem.objects.filter(meeting=called)[0]
        actions.note(item, "Vi hälsades välkomna.", was="", by=viewer, now=LATER)
        actions.decide(called, "Vi fortsätter.", item=item, by=viewer, now=LATER, today=AFTER)
        actions.agree_action(called, "Boka lokal", table.cast.association.pk, by=viewer, now=LATER)
    minutes = table.put_forward(called)
    for organisation in (table.cast.association, table.cast.municipality):
        table.approve(minutes, organisation)
    other = a_meeting_without_the_guest(table)
    return table.fresh(called), other


def a_meeting_without_the_guest(table: Table) -> Meeting:
    """As when the body no longer has a seat for it: nobody there is called, and the papers are the parties' own."""
    meeting = table.call(starts_at=STARTS + _WEEK, ends_at=ENDS + _WEEK)
    with acting_as_job(Job.SEED):
        Attendance.objects.filter(meeting=meeting, organisation=table.guest).delete()
        for model in (Meeting, AgendaItem, Attendance):
            rows = model.objects.filter(**({"pk": meeting.pk} if model is Meeting else {"meeting": meeting}))
            rows.update(also_for=[])
    return table.fresh(meeting)


@contextmanager
def the_guest(table: Table, role: Role = Role.STEERING) -> Iterator[Viewer]:
    with table.as_(table.guest, role) as viewer:
        yield viewer


def test_every_paper_of_the_meeting_it_is_called_to_is_there_and_none_of_the_other(
    table: Table, two: tuple[Meeting, Meeting]
) -> None:
    called, other = two
    with the_guest(table) as viewer:
        for model in _PAPERS:
            seen = list(model.objects.visible_to(viewer))
            assert seen, model
            assert seen == list(model.objects.all()), f"{model}: the wall in the database and the query disagree"
        assert list(Meeting.objects.visible_to(viewer)) == [called]
        assert not AgendaItem.objects.filter(meeting=other).exists()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PROTECTION_OFFICER])
def test_one_whose_role_reads_nothing_sees_nothing_there_either(
    table: Table, two: tuple[Meeting, Meeting], role: Role
) -> None:
    with the_guest(table, role) as viewer:
        assert [model for model in _PAPERS if model.objects.visible_to(viewer).exists()] == []
        assert [model for model in _PAPERS if model.objects.exists()] == []


def test_it_opens_its_own_papers_and_no_other_address_of_the_partnership(
    table: Table, two: tuple[Meeting, Meeting]
) -> None:
    called, other = two
    client = table.cast.client(table.guest, Role.HEAD)

    def knock(route: str, meeting: Meeting) -> HttpResponse:
        with table.as_(table.cast.municipality):
            values = {
                "<slug:organisation>": table.guest.slug,
                "<slug:slug>": table.partnership.slug,
                "<uuid:meeting>": meeting.pk,
                "<int:number>": 1,
                "<slug:body>": "styrgrupp",
                "<uuid:item>": AgendaItem.objects.filter(meeting=meeting)[0].pk,
                "<uuid:attendance>": Attendance.objects.filter(meeting=meeting)[0].pk,
                "<uuid:decision>": Decision.objects.all()[0].pk,
                "<uuid:action>": ActionPoint.objects.all()[0].pk,
            }
        for name, value in values.items():
            route = route.replace(name, str(value))
        answer = client.post(f"/{route}") if door.post else client.get(f"/{route}")
        assert isinstance(answer, HttpResponse)
        return answer

    asked = 0
    for route, door in DOORS.items():
        if not route.startswith(f"{_START}meetings/") or not isinstance(door, InPartnership):
            continue
        asked += 1
        opened = route.removeprefix(f"{_START}meetings/") in _OPEN
        assert knock(route, called).status_code == (200 if opened else 404), route
        assert knock(route, other).status_code == 404, route
    assert asked >= 24
    for path in ("", "agreement/", "obligations/", "bodies/", "changes/", "matters/", "contacts/", "meetings/"):
        at = f"/as/{table.guest.slug}/partnerships/{table.partnership.slug}/{path}"
        assert client.get(at).status_code == 404, path


def test_nothing_is_changed_by_one_who_only_takes_part(table: Table, two: tuple[Meeting, Meeting]) -> None:
    called, _other = two
    client = table.cast.client(table.guest, Role.HEAD)
    base = f"/as/{table.guest.slug}/partnerships/{table.partnership.slug}/meetings/"
    for path in ("minutes/", "cancel/", "hold/", "agenda/add/", "minutes/put-forward/", "minutes/1/approve/"):
        assert client.post(f"{base}{called.pk}/{path}", {"title": "x", "because": "x"}).status_code == 404, path
    with the_guest(table):
        for model in (Meeting, AgendaItem, Attendance, Decision, ActionPoint):
            assert model.objects.update(also_for=[]) == 0, model


def test_the_page_has_no_tabs_no_agreement_and_no_way_to_it(table: Table, two: tuple[Meeting, Meeting]) -> None:
    called, _other = two
    for path in (f"{called.pk}/", f"{called.pk}/minutes/1/"):
        text = table.get(table.guest, path).content.decode()
        assert "Vi hälsades välkomna." in text
        assert "Vi fortsätter." in text
        assert f"/partnerships/{table.partnership.slug}/agreement/" not in text
        assert f'href="/as/{table.guest.slug}/partnerships/{table.partnership.slug}/"' not in text
        assert f'href="/as/{table.guest.slug}/meetings/"' in text
        assert "line-strip" not in text


def test_the_list_of_all_meetings_has_just_those_it_is_called_to(table: Table, two: tuple[Meeting, Meeting]) -> None:
    called, other = two
    text = table.cast.client(table.guest, Role.STEERING).get(f"/as/{table.guest.slug}/meetings/").content.decode()
    assert str(called.pk) in text
    assert str(other.pk) not in text


def test_another_participant_of_the_same_partnership_does_not_see_it(
    table: Table, two: tuple[Meeting, Meeting]
) -> None:
    called, _other = two
    with acting_as_job(Job.SEED):
        table.partnership.parties.create(organisation=table.cast.other_board, key="annan", kind="participant")
    assert table.get(table.cast.other_board, f"{called.pk}/").status_code == 404
    with table.as_(table.cast.other_board) as viewer:
        assert not Meeting.objects.visible_to(viewer).exists()
        assert not Meeting.objects.exists()


def test_moved_to_a_day_when_its_seat_is_still_there_the_guest_keeps_the_papers(table: Table) -> None:
    meeting = table.call()
    with acting_as_job(Job.SEED):
        Appointment.objects.filter(organisation=table.guest).update(until=date(2026, 3, 22))
    with table.as_(table.cast.municipality) as viewer:
        said = {"starts_at": STARTS + _WEEK, "ends_at": ENDS + _WEEK, "place": "Huset", "link": ""}
        actions.reschedule(meeting, **said, by=viewer, now=NOW, today=AFTER)  # type: ignore[arg-type]
    assert table.get(table.guest, f"{meeting.pk}/").status_code == 200
