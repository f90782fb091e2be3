"""What follows when the minutes are approved by all: evidence, duties derived anew, confirmed readings."""

from __future__ import annotations

from datetime import date, datetime

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.meetings.models import Decision, Meeting
from samsyn.web.obligations import actions as obligations


def carry_out(meeting: Meeting, *, by: Viewer, now: datetime, today: date) -> None:
    """1. what the meeting dealt with is met; 2. the meeting counts, and the next one moves; 3. readings are confirmed.

    Duties are derived under the job that may: no party writes them.
    """
    _give_evidence(meeting, by=by, now=now, today=today)
    with also_as_job(Job.DERIVE):
        obligations.derive_anew(meeting.partnership, dossier_of(meeting.partnership), by=by, now=now, today=today)
    _confirm(meeting, by=by, now=now, today=today)


def _give_evidence(meeting: Meeting, *, by: Viewer, now: datetime, today: date) -> None:
    items = meeting.items.filter(dealt_with=True, obligation__isnull=False).select_related("obligation")
    for item in items:
        if item.obligation is None or item.obligation.met_on is not None or meeting.held_on is None:
            continue
        obligations.give_evidence(
            item.obligation, kind="meeting", done_on=meeting.held_on, meeting=meeting, by=by, now=now, today=today
        )


def _confirm(meeting: Meeting, *, by: Viewer, now: datetime, today: date) -> None:
    # Changes lie downstream of meetings: they rest on decisions.
    from samsyn.web.changes.actions import confirm_by_minutes

    for decision in meeting.decisions.filter(kind=Decision.Kind.CONFIRM).select_related("partnership"):
        confirm_by_minutes(decision, by=by, now=now, today=today)
