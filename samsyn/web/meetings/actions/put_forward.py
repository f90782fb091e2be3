"""The minutes are put before the parties: frozen, summed, made a document. A corrected text is the next revision."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.exchange.pdf.minutes import minutes_pdf
from samsyn.rules.meetings import Act, State, approvers
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, parties_of
from samsyn.web.documents.models import Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked, wait_in_line
from samsyn.web.meetings.actions.letters import tell_to_approve
from samsyn.web.meetings.models import Meeting, Minutes
from samsyn.web.meetings.permissions import check_may_work
from samsyn.web.meetings.presenters.content import Content, content_of, digest
from samsyn.web.meetings.presenters.paper import paper_of, title_of
from samsyn.web.meetings.queries import approvers_in, latest_minutes, state_of_meeting

acts.register({"minutes.put_forward": gettext_lazy("lade fram ett protokoll för godkännande")})


@transaction.atomic
def put_forward_minutes(meeting: Meeting, *, by: Viewer, now: datetime, today: date) -> Minutes:
    """Any party with a seat. Put forward again while it lies with the parties, it is the same revision.

    1. is it noted who came (ValidationError); 2. freeze; 3. the document, handed over; 4. history; 5. letters.
    """
    check_may_work(by, meeting.partnership_id)
    wait_in_line(meeting)
    meeting = Meeting.objects.get(pk=meeting.pk)
    lies_there = latest_minutes(meeting)
    if lies_there and state_of_meeting(meeting, lies_there) == State.MINUTED:
        return lies_there
    meeting = locked(meeting, Act.PUT_FORWARD, by=by)
    before = latest_minutes(meeting)
    content = _content(meeting, today)
    minutes = Minutes(
        partnership=meeting.partnership,
        meeting=meeting,
        revision=before.revision + 1 if before else 1,
        content=content,
        sha256=digest(content),
        put_forward_by_id=by.organisation_id,
        put_forward_at=now,
        also_for=meeting.also_for,
    )
    minutes.document = _document(minutes, by=by, now=now, today=today)
    minutes.save(force_insert=True)
    record(
        "minutes.put_forward",
        by=by,
        now=now,
        subject=minutes,
        partnership=meeting.partnership,
        refers_to={"meeting": meeting.pk, "revision": minutes.revision, "sum": minutes.sha256},
        shared=True,
    )
    tell_to_approve(minutes, approvers_in(minutes).values(), by=by, now=now, today=today)
    return minutes


def _content(meeting: Meeting, today: date) -> Content:
    if not meeting.attendances.filter(came=True).exists():
        raise ValidationError(_("Skriv först vilka som var med på mötet."))
    terms = terms_on(dossier_of(meeting.partnership), today, today)
    questions = {each.id: each for _family, _term, each in terms.assumptions()}
    body = terms.body.get(meeting.body)
    seats = {seat.function for seat in body.members} if body else set()
    return content_of(meeting, parties_of(meeting.partnership), approvers(terms, body), questions, seats)


def _document(minutes: Minutes, *, by: Viewer, now: datetime, today: date) -> Document:
    from samsyn.web.documents.actions import add_document

    meeting = minutes.meeting
    title = f"{title_of(minutes.content)}, {meeting.held_on}"
    if minutes.revision > 1:
        title = f"{title}, version {minutes.revision}"
    return add_document(
        meeting.partnership,
        f"protokoll-{meeting.body}-{meeting.number}-version-{minutes.revision}.pdf",
        minutes_pdf(paper_of(minutes, fictitious=meeting.partnership.is_demo), today),
        title=title,
        public_title=title_of(minutes.content),
        direction=Document.Direction.DRAWN_UP,
        dated=today,
        also_for=meeting.also_for,
        hand_over=True,
        by=by,
        now=now,
    )
