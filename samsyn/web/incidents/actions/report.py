"""Something has happened: it is written down, numbered, and those who answer for the work are told that it is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import Incident as Mark
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.incidents.actions.rows import locked
from samsyn.web.incidents.models import Incident, Kind
from samsyn.web.incidents.permissions import check_may_report, check_may_write
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

LONGEST_AGO = timedelta(days=3660)

acts.register(
    {
        "incident.report": gettext_lazy("skrev att något har hänt"),
        "incident.amend": gettext_lazy("rättade vad som står om en händelse"),
    }
)


@dataclass(frozen=True, slots=True)
class Report:
    """What is said of an incident. `kind` is any but a concern for a child, which has no text."""

    kind: str
    happened_on: date
    says: str
    place: str = ""
    happened_at: time | None = None
    serious: bool = False

    def check(self, today: date) -> None:
        if self.kind not in Kind.values or self.kind == Kind.CHILD_CONCERN:
            raise ValidationError({"kind": _("Välj vad det var för slags händelse.")})
        if not self.says.strip():
            raise ValidationError({"says": _("Skriv vad som hände.")})
        check_day(self.happened_on, today)

    def fields(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "happened_on": self.happened_on,
            "happened_at": self.happened_at,
            "place": self.place.strip(),
            "serious": self.serious,
            "says": self.says.strip(),
        }


def check_day(happened_on: date, today: date) -> None:
    if happened_on > today:
        raise ValidationError({"happened_on": _("Dagen har inte varit än. Skriv dagen då det hände.")})
    if happened_on < today - LONGEST_AGO:
        raise ValidationError({"happened_on": _("Det är mer än tio år sedan. Kontrollera året.")})


@transaction.atomic
def report(
    partnership: Partnership,
    said: Report,
    *,
    made: UUID,
    mark: Mark | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Incident:
    """`made` is the form's own id: sent again, it is the same incident. `mark`: the line in a night's log."""
    check_may_report(by, partnership.pk)
    said.check(today)
    if (there := _made_already(partnership, made, mark, by)) is not None:
        return there
    return _write(partnership, said.fields() | _from_the_log(mark), made, by, now, today)


@transaction.atomic
def report_concern(
    partnership: Partnership,
    happened_on: date,
    *,
    identity_known: bool,
    made: UUID,
    by: Viewer,
    now: datetime,
    today: date,
) -> Incident:
    """A concern for a child: that there was one, on a day. Where nobody knows which child, nobody can be told."""
    check_may_report(by, partnership.pk)
    check_day(happened_on, today)
    if (there := _made_already(partnership, made, None, by)) is not None:
        return there
    bare = {"kind": Kind.CHILD_CONCERN, "happened_on": happened_on, "identity_known": identity_known}
    return _write(partnership, bare, made, by, now, today)


@transaction.atomic
def amend(incident: Incident, said: Report, *, by: Viewer, now: datetime, today: date) -> Incident:
    """Put right what is written, while it is open. What others have been told stays as it was told."""
    check_may_write(by, incident)
    row = locked(incident, by)
    if row.is_concern:
        raise ValidationError(_("Om en oro för ett barn står ingenting mer. Ta tillbaka den och skriv en ny."))
    said.check(today)
    wanted = said.fields()
    if all(getattr(row, name) == value for name, value in wanted.items()):
        return row
    for name, value in wanted.items():
        setattr(row, name, value)
    row.save(update_fields=list(wanted))
    record("incident.amend", by=by, now=now, subject=row, partnership=row.partnership_id)
    return row


def _made_already(partnership: Partnership, made: UUID, mark: Mark | None, by: Viewer) -> Incident | None:
    """One at a time for the organisation, also for the sake of the number."""
    take_turns(f"incidents {partnership.pk} {by.organisation_id}")
    if mark is not None and (mark.organisation_id, mark.partnership_id) != (by.organisation_id, partnership.pk):
        raise ValidationError(_("Den raden i nattens logg är inte er."))
    own = Incident.objects.visible_to(by).filter(partnership=partnership)
    found = own.filter(pk=made).first()
    return found or (own.filter(mark=mark).first() if mark is not None else None)


def _from_the_log(mark: Mark | None) -> dict[str, Any]:
    return {"mark": mark, "coordination_told_at": mark.coordination_told_at if mark else None}


def _write(
    partnership: Partnership, fields: dict[str, Any], made: UUID, by: Viewer, now: datetime, today: date
) -> Incident:
    own = Incident.objects.filter(partnership=partnership, organisation_id=by.organisation_id, year=today.year)
    latest = own.aggregate(latest=Max("number"))["latest"] or 0
    row = Incident.objects.create(
        id=made,
        partnership=partnership,
        organisation_id=by.organisation_id,
        year=today.year,
        number=latest + 1,
        reported_at=now,
        reported_by_id=by.person_id,
        **fields,
    )
    record("incident.report", by=by, now=now, subject=row, partnership=partnership)
    _say_that_it_is_there(row, partnership, by, now, today)
    return row


def _say_that_it_is_there(row: Incident, partnership: Partnership, by: Viewer, now: datetime, today: date) -> None:
    """To those who answer for the work. The letter says where to read, not what happened."""
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    assert by.organisation_id is not None
    tell(
        receivers_in([by.organisation_id], Permission.FULFIL, today),
        kind="news",
        about=f"incidents/{row.pk}",
        partnership=partnership,
        says=_("En händelse är inskriven. Läs i Samsyn vad som hänt och vem som ska få veta det."),
        path=f"partnerships/{partnership.slug}/incidents/{row.pk}/",
        by=by,
        now=now,
    )
