"""Who came: noted for everyone who was called, and guests by function and name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import parties_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked
from samsyn.web.meetings.models import Attendance, Meeting

acts.register(
    {
        "meeting.note_attendance": gettext_lazy("antecknade vilka som var med på ett möte"),
        "meeting.add_guest": gettext_lazy("skrev in en gäst på ett möte"),
        "meeting.remove_guest": gettext_lazy("tog bort en gäst från ett möte"),
    }
)


@dataclass(frozen=True, slots=True)
class Noted:
    """`came` None: not noted. `name` is for a seat that nobody with an account holds."""

    came: bool | None
    task: str = ""
    name: str = ""


@transaction.atomic
def note_attendance(meeting: Meeting, noted: Mapping[UUID, Noted], *, by: Viewer, now: datetime) -> int:
    """Write what differs; gives how many rows that was. Rows of another meeting are not there."""
    meeting = locked(meeting, Act.ATTENDANCE, by=by)
    rows = Attendance.objects.filter(meeting=meeting, pk__in=noted.keys())
    changed = [row for row in rows if _changes(row, noted[row.pk])]
    if not changed:
        return 0
    for row in changed:
        row.full_clean(exclude=["partnership", "meeting", "organisation", "person", "also_for"])
    Attendance.objects.bulk_update(changed, ["came", "task", "name"])
    record(
        "meeting.note_attendance",
        by=by,
        now=now,
        subject=meeting,
        partnership=meeting.partnership,
        refers_to={"rows": len(changed)},
    )
    return len(changed)


@transaction.atomic
def add_guest(
    meeting: Meeting, organisation: UUID, function: str, name: str, *, by: Viewer, now: datetime
) -> Attendance:
    """Someone who came without being called. `organisation` is the one that brought them, and has a place here."""
    meeting = locked(meeting, Act.ATTENDANCE, by=by)
    if organisation not in {place.organisation_id for place in parties_of(meeting.partnership).values()}:
        raise ValidationError(_("Välj en organisation som är med i partnerskapet."))
    said = {"organisation_id": organisation, "function": function, "name": name, "person": None}
    there = Attendance.objects.filter(meeting=meeting, **said).first()
    if there is not None:
        return there
    guest = Attendance(partnership=meeting.partnership, meeting=meeting, came=True, also_for=meeting.also_for, **said)
    guest.full_clean(exclude=["partnership", "meeting", "organisation", "person", "also_for"])
    guest.save(force_insert=True)
    record("meeting.add_guest", by=by, now=now, subject=guest, partnership=meeting.partnership)
    return guest


@transaction.atomic
def remove_guest(guest: Attendance, *, by: Viewer, now: datetime) -> None:
    """Raises ValidationError for someone who was called: they came or did not come."""
    meeting = locked(guest.meeting, Act.ATTENDANCE, by=by)
    if guest.person_id is not None:
        raise ValidationError(_("Den som är kallad tas inte bort. Skriv att personen inte kom."))
    record("meeting.remove_guest", by=by, now=now, subject=guest, partnership=meeting.partnership)
    Attendance.objects.filter(pk=guest.pk, meeting=meeting).delete()


def _changes(row: Attendance, noted: Noted) -> bool:
    """Puts what was noted on the row; a person with an account keeps the name of the account."""
    before = (row.came, row.task, row.name)
    row.came, row.task = noted.came, noted.task
    if row.person_id is None and noted.name:
        row.name = noted.name
    return before != (row.came, row.task, row.name)
