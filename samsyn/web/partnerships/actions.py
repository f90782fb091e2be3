"""Who sits where. The agreement says which seats there are; each party fills its own."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.organisations.models import Person
from samsyn.web.partnerships.models import Appointment, Partnership
from samsyn.web.partnerships.permissions import check_may_appoint
from samsyn.web.project.conflicts import refusals_of

acts.register(
    {
        "seat.appoint": _("utsåg en person till en grupp"),
        "seat.end": _("avslutade en persons uppdrag i en grupp"),
    }
)


@transaction.atomic
def appoint(
    person: Person,
    partnership: Partnership,
    body: str,
    function: str,
    since: date,
    *,
    clause: str = "",
    by: Viewer,
    now: datetime,
) -> Appointment:
    """Fill a seat of the acting organisation. Open to see for everyone in the partnership.

    Raises ValidationError if the person already holds it at that time.
    """
    check_may_appoint(by, partnership)
    seat = Appointment(
        person=person,
        partnership=partnership,
        organisation_id=by.organisation_id,
        body=body,
        function=function,
        since=since,
    )
    seat.full_clean()
    with refusals_of(Appointment):
        seat.save(force_insert=True)
    _record("seat.appoint", seat, clause=clause, by=by, now=now)
    return seat


@transaction.atomic
def end_appointment(seat: Appointment, until: date, *, by: Viewer, now: datetime) -> Appointment:
    """`until` is the first day without the seat."""
    check_may_appoint(by, seat.partnership)
    seat.until = until
    seat.full_clean()
    with refusals_of(Appointment):
        seat.save(update_fields=["until"])
    _record("seat.end", seat, by=by, now=now)
    return seat


def _record(name: str, seat: Appointment, *, by: Viewer, now: datetime, clause: str = "") -> None:
    record(
        name,
        by=by,
        now=now,
        subject=seat,
        partnership=seat.partnership,
        clause=clause,
        refers_to={"person": seat.person_id, "body": seat.body},
        shared=True,
    )
