"""Another time or place. Everyone who is called gets the invitation anew, with a higher sequence."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act, civil_day
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked
from samsyn.web.meetings.actions.letters import tell_changed
from samsyn.web.meetings.actions.seats import call_those_who_sit
from samsyn.web.meetings.models import Meeting

acts.register({"meeting.reschedule": gettext_lazy("ändrade tid eller plats för ett möte")})


@transaction.atomic
def reschedule(
    meeting: Meeting,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    link: str,
    by: Viewer,
    now: datetime,
    today: date,
) -> Meeting:
    """The same again changes nothing and tells nobody. Who sits in the body on the new day is called."""
    meeting = locked(meeting, Act.RESCHEDULE, by=by)
    wanted = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "link": link}
    if all(getattr(meeting, name) == value for name, value in wanted.items()):
        return meeting
    for name, value in wanted.items():
        setattr(meeting, name, value)
    meeting.sequence += 1
    meeting.full_clean(exclude=["called_by", "partnership", "also_for", "held_on", "cancelled_at", "approved_on"])
    terms = terms_on(dossier_of(meeting.partnership), today, today)
    if meeting.body in terms.body:
        call_those_who_sit(meeting, terms, terms.body[meeting.body])
    meeting.save()
    record(
        "meeting.reschedule",
        by=by,
        now=now,
        subject=meeting,
        partnership=meeting.partnership,
        refers_to={"sequence": meeting.sequence, "day": civil_day(starts_at)},
        shared=True,
    )
    tell_changed(meeting, by=by, now=now)
    return meeting
