"""A meeting as an invitation to one person. It says when and where, and of what only the name of the body."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext, override

from samsyn.exchange.calendar.invitation import Attendee, Invitation, invitation, uid_of_meeting
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.models import Person


def invitation_for(meeting: Meeting, person: Person | None, now: datetime, url: str = "") -> bytes:
    """iTIP REQUEST, or CANCEL for a meeting that is cancelled. Its summary is seen by others: no partnership."""
    with override(settings.LANGUAGE_CODE):
        summary = gettext("Möte: %(body)s") % {"body": meeting.body_name}
        more = gettext("Dagordning och handlingar finns i Samsyn.")
    return invitation(
        Invitation(
            uid=uid_of_meeting(meeting.pk),
            sequence=meeting.sequence,
            stamp=now,
            starts=meeting.starts_at.astimezone(UTC),
            ends=meeting.ends_at.astimezone(UTC),
            summary=summary,
            organizer=Attendee(parseaddr(settings.DEFAULT_FROM_EMAIL)[1], "Samsyn"),
            attendees=(Attendee(person.email),) if person else (),
            location=", ".join(filter(None, (meeting.place, meeting.link))),
            description=more,
            url=url,
            cancelled=meeting.cancelled_at is not None,
        )
    )
