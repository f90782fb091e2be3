"""The meeting is not held. It keeps its number, and never counts."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked, wait_in_line
from samsyn.web.meetings.actions.letters import tell_cancelled
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.permissions import check_may_work

acts.register({"meeting.cancel": gettext_lazy("ställde in ett möte")})


@transaction.atomic
def cancel(meeting: Meeting, because: str, *, by: Viewer, now: datetime) -> Meeting:
    """`because` is read by everyone who was called. Cancelled a second time nothing happens."""
    check_may_work(by, meeting.partnership_id)
    wait_in_line(meeting)
    said_already = Meeting.objects.filter(pk=meeting.pk, cancelled_at__isnull=False).first()
    if said_already is not None:
        return said_already
    meeting = locked(meeting, Act.CANCEL, by=by)
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför mötet ställs in.")})
    meeting.cancelled_at, meeting.cancelled_because = now, because
    meeting.sequence += 1
    meeting.full_clean(exclude=["called_by", "partnership", "also_for", "held_on", "approved_on"])
    meeting.save()
    record("meeting.cancel", by=by, now=now, subject=meeting, partnership=meeting.partnership, shared=True)
    tell_cancelled(meeting, by=by, now=now)
    return meeting
