"""Minutes and invitations of the loaded meetings, for outside validators to judge."""

from __future__ import annotations

from pathlib import Path

from samsyn.exchange.pdf.minutes import minutes_pdf
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.meetings.invitations import invitation_for
from samsyn.web.meetings.models import Meeting, Minutes
from samsyn.web.meetings.presenters.paper import paper_of
from samsyn.web.project import clock


def meeting_specimens(folder: Path) -> list[Path]:
    """The newest text of all minutes as PDF, and every meeting as an invitation or a cancellation."""
    with acting_as_job(Job.SEED):
        meetings = list(Meeting.objects.select_related("partnership").order_by("partnership__slug", "body", "number"))
        written = {_name("invitation", each, "ics"): _invitation(each) for each in meetings}
        for minutes in _newest():
            paper = paper_of(
                minutes, minutes.answers.select_related("person"), fictitious=minutes.meeting.partnership.is_demo
            )
            written[_name("minutes", minutes.meeting, "pdf")] = minutes_pdf(paper, clock.today())
    return [_written(folder / name, content) for name, content in sorted(written.items())]


def _newest() -> list[Minutes]:
    revisions = Minutes.objects.select_related("meeting__partnership").order_by("meeting_id", "-revision")
    return list(revisions.distinct("meeting_id"))


def _invitation(meeting: Meeting) -> bytes:
    """As it was sent to one of those who are called."""
    seat = meeting.attendances.exclude(person=None).select_related("person").order_by("pk").first()
    sent = meeting.cancelled_at or meeting.called_at
    return invitation_for(meeting, seat.person if seat else None, sent)


def _name(kind: str, meeting: Meeting, ending: str) -> str:
    return f"{kind}-{meeting.partnership.slug}-{meeting.body}-{meeting.number}.{ending}"


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
