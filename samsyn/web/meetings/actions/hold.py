"""The meeting was held. From then on its minutes are written."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act, civil_day
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked, wait_in_line
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.permissions import check_may_work

acts.register({"meeting.hold": gettext_lazy("skrev att ett möte hölls")})


@transaction.atomic
def hold(meeting: Meeting, held_on: date, *, by: Viewer, now: datetime, today: date) -> Meeting:
    """`held_on` is the date in Sweden on which it began. Said again with the same day nothing happens.

    Raises ValidationError for a day before the one it was called to, or one that has not come.
    """
    check_may_work(by, meeting.partnership_id)
    wait_in_line(meeting)
    said_already = Meeting.objects.filter(pk=meeting.pk, held_on=held_on).select_related("partnership").first()
    if said_already is not None:
        return said_already
    meeting = locked(meeting, Act.HOLD, by=by)
    called = civil_day(meeting.starts_at)
    if held_on < called:
        message = _("Mötet är kallat till %(day)s. Hölls det tidigare? Flytta det först till den dagen.")
        raise ValidationError({"held_on": ValidationError(message, params={"day": called})})
    if held_on > today:
        message = _("Den dagen har inte varit än. Skriv dagen då mötet hölls, senast i dag %(day)s.")
        raise ValidationError({"held_on": ValidationError(message, params={"day": today})})
    meeting.held_on = held_on
    meeting.save(update_fields=["held_on"])
    about = {"day": held_on}
    record(
        "meeting.hold", by=by, now=now, subject=meeting, partnership=meeting.partnership, refers_to=about, shared=True
    )
    return meeting
