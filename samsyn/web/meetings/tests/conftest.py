"""The invented agreement with a body in which the municipality, the association and a guest who is no party sit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from pytest_django import Settings

from samsyn.rules.meetings import civil_day
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.tests.invented import FILES
from samsyn.web.meetings import actions
from samsyn.web.meetings.models import Meeting, Minutes
from samsyn.web.meetings.queries import latest_minutes
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment, Partnership

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STARTS = datetime(2026, 3, 20, 13, 0, tzinfo=UTC)
ENDS = datetime(2026, 3, 20, 14, 30, tzinfo=UTC)
AFTER = date(2026, 3, 20)
LATER = datetime(2026, 3, 20, 15, 0, tzinfo=UTC)
GUEST = """
[participant.gasten]
clause = "5"
says = "Andra föreningen sitter med utan att vara part."
name = "Andra föreningen"

"""
_SEATS = 'function = "Ordförande", party = "foreningen", seats = 2 },'
_WITH_GUEST = f'{_SEATS}\n    {{ function = "Gäst", participant = "gasten" }},'


def files_with(seats: str = _WITH_GUEST, more: str = GUEST) -> dict[str, bytes]:
    agreement = FILES["agreement.toml"].decode().replace(_SEATS, seats)
    clauses = FILES["clauses.md"].decode().replace("`styrgrupp`", "`styrgrupp`, `gasten`" if more else "`styrgrupp`")
    return {"agreement.toml": (agreement + more).encode(), "clauses.md": clauses.encode()}


@dataclass
class Table:
    """A partnership and everyone around it. `guest` takes part without being a party."""

    cast: Cast
    partnership: Partnership
    guest: Organisation
    appointed: dict[str, Appointment] = field(default_factory=dict)

    @contextmanager
    def as_(self, organisation: Organisation, role: Role = Role.STEERING) -> Iterator[Viewer]:
        with self.cast.as_(organisation, role, today=TODAY) as viewer:
            yield viewer

    def call(self, organisation: Organisation | None = None, role: Role = Role.STEERING, **changed: Any) -> Meeting:
        said: dict[str, Any] = {
            "starts_at": STARTS,
            "ends_at": ENDS,
            "place": "Stadshuset",
            "now": NOW,
            "today": TODAY,
        } | changed
        with self.as_(organisation or self.cast.municipality, role) as viewer:
            return actions.call_meeting(self.partnership, "styrgrupp", by=viewer, **said)

    def held(self, **changed: Any) -> Meeting:
        """Called, held and with everyone there."""
        meeting = self.call(**changed)
        day = civil_day(meeting.starts_at)
        with self.as_(self.cast.municipality) as viewer:
            meeting = actions.hold(meeting, day, by=viewer, now=LATER, today=day)
            came = {each.pk: actions.Noted(True) for each in meeting.attendances.all()}
            actions.note_attendance(meeting, came, by=viewer, now=LATER)
        return meeting

    def put_forward(self, meeting: Meeting, organisation: Organisation | None = None) -> Minutes:
        with self.as_(organisation or self.cast.municipality) as viewer:
            return actions.put_forward_minutes(meeting, by=viewer, now=LATER, today=AFTER)

    def approve(
        self, minutes: Minutes, organisation: Organisation, on: date = AFTER, role: Role = Role.STEERING
    ) -> None:
        with self.as_(organisation, role) as viewer:
            actions.approve_minutes(minutes, by=viewer, now=LATER, today=on)

    def approved(self, **changed: Any) -> Meeting:
        """Called, held, and approved by both."""
        meeting = self.held(**changed)
        minutes = self.put_forward(meeting)
        for organisation in (self.cast.association, self.cast.municipality):
            self.approve(minutes, organisation)
        return self.fresh(meeting)

    def fresh(self, meeting: Meeting) -> Meeting:
        with self.as_(self.cast.municipality):
            return Meeting.objects.select_related("partnership").get(pk=meeting.pk)

    def latest(self, meeting: Meeting) -> Minutes:
        with self.as_(self.cast.municipality):
            found = latest_minutes(meeting)
        assert found is not None
        return found

    def home(self, organisation: Organisation) -> str:
        return f"/as/{organisation.slug}/partnerships/{self.partnership.slug}/meetings/"

    def get(self, organisation: Organisation, path: str = "", role: Role = Role.STEERING) -> HttpResponse:
        answer = self.cast.client(organisation, role).get(self.home(organisation) + path)
        assert isinstance(answer, HttpResponse)
        return answer

    def post(
        self, organisation: Organisation, path: str, typed: dict[str, Any] | None = None, role: Role = Role.STEERING
    ) -> HttpResponse:
        answer = self.cast.client(organisation, role).post(self.home(organisation) + path, typed or {})
        assert isinstance(answer, HttpResponse)
        return answer


@pytest.fixture
def today(settings: Settings) -> date:
    settings.SAMSYN_TODAY = TODAY
    return TODAY


@pytest.fixture
def table(cast: Cast, today: date) -> Table:
    return lay(cast)


def lay(cast: Cast) -> Table:
    places = {"kommunen": cast.municipality, "foreningen": cast.association, "gasten": cast.other_association}
    seats = {
        "Controller": (cast.municipality, Role.CONTROLLER),
        "Ordförande": (cast.association, Role.STEERING),
        "Gäst": (cast.other_association, Role.STEERING),
    }
    people = {function: cast.person(*whose) for function, whose in seats.items()}
    with acting_as_job(Job.SEED):
        partnership = register_partnership(files_with(), places, by=Job.SEED, now=NOW, today=TODAY)
        appointed = {
            function: Appointment.objects.create(
                person=people[function],
                partnership=partnership,
                organisation=organisation,
                body="styrgrupp",
                function=function,
                since=date(2026, 1, 1),
            )
            for function, (organisation, _role) in seats.items()
        }
    return Table(cast, partnership, cast.other_association, appointed)
