"""A meeting in the calendar of one who is called to it: when and where, neutral unless its owner has chosen names."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils.translation import gettext

from samsyn.exchange.calendar import Timed
from samsyn.exchange.calendar.invitation import uid_of_meeting
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.presenters.rows import name_of


def timed(meeting: Meeting, viewer: Viewer, site: str, *, named: bool, titled_at: datetime) -> Timed:
    """The same uid as the invitation has, so that one who got both has it once. A neutral one says no place either."""
    title, description, url = _named(meeting, viewer, site) if named else _neutral(site)
    cancelled = meeting.cancelled_at is not None
    return Timed(
        uid=uid_of_meeting(meeting.pk),
        starts=meeting.starts_at.astimezone(UTC),
        ends=meeting.ends_at.astimezone(UTC),
        title=gettext("Inställt: %(title)s") % {"title": title} if cancelled else title,
        changed=max(meeting.called_at, meeting.cancelled_at or meeting.called_at, titled_at).astimezone(UTC),
        description=description,
        location=", ".join(filter(None, (meeting.place, meeting.link))) if named else "",
        url=url,
        revision=meeting.sequence,
        cancelled=cancelled,
    )


def _neutral(site: str) -> tuple[str, str, str]:
    text = gettext("Logga in i Samsyn för att se dagordning och plats.")
    return gettext("Möte enligt överenskommelse, se Samsyn"), text, site


def _named(meeting: Meeting, viewer: Viewer, site: str) -> tuple[str, str, str]:
    where = f"as/{viewer.organisation_slug}/partnerships/{meeting.partnership.slug}/meetings/{meeting.pk}/"
    return name_of(meeting), meeting.partnership.name, f"{site}{where}"
