"""What follows when the minutes are approved by all: evidence, duties derived anew, confirmed readings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from samsyn.web.access.entrance import acting_as
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.agreements.turns import hold_terms
from samsyn.web.meetings.models import AgendaItem, Decision, Meeting, Minutes, MinutesAnswer
from samsyn.web.obligations import actions as obligations
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.obligations.permissions import givers_of, may_give


def carry_out(meeting: Meeting, minutes: Minutes, *, by: Viewer, now: datetime, today: date) -> None:
    """1. what the meeting dealt with is met; 2. the meeting counts, so the next one moves; 3. readings confirmed."""
    hold_terms(meeting.partnership_id)
    for item in meeting.items.filter(dealt_with=True, obligation__isnull=False).select_related("obligation"):
        _give_evidence(item, meeting, minutes, by=by, now=now, today=today)
    obligations.derive_anew(meeting.partnership, dossier_of(meeting.partnership), by=by, now=now, today=today)
    _confirm(meeting, by=by, now=now, today=today)


def _give_evidence(
    item: AgendaItem, meeting: Meeting, minutes: Minutes, *, by: Viewer, now: datetime, today: date
) -> None:
    """By a party that owes it: approving a text that says so is to show it. One that owes nothing here cannot."""
    obligation = item.obligation
    if obligation is None or obligation.met_on is not None or meeting.held_on is None:
        return
    with _as_one_who_owes(obligation, minutes, by, today) as giver:
        if giver is None or not may_give(giver, obligation):
            return
        try:
            with transaction.atomic():
                obligations.give_evidence(
                    obligation,
                    kind=Evidence.Kind.MEETING,
                    done_on=meeting.held_on,
                    meeting=meeting,
                    by=giver,
                    now=now,
                    today=today,
                )
        except ValidationError:
            # It fell away or was waived since it was noted. The minutes are true all the same.
            return


@contextmanager
def _as_one_who_owes(obligation: Obligation, minutes: Minutes, by: Viewer, today: date) -> Iterator[Viewer | None]:
    """The one who approves now, or else whoever approved for a party that owes it; None where nobody did."""
    givers = givers_of(obligation)
    if by.organisation_id in givers:
        yield by
        return
    yes = MinutesAnswer.objects.filter(minutes=minutes, approved=True, organisation__in=givers, person__isnull=False)
    answer = yes.select_related("organisation").order_by("answered_at").first()
    if answer is None or answer.person_id is None:
        yield None
        return
    with acting_as(answer.person_id, answer.organisation.slug, today=today) as viewer:
        yield viewer


def _confirm(meeting: Meeting, *, by: Viewer, now: datetime, today: date) -> None:
    # Changes lie downstream of meetings: they rest on decisions.
    from samsyn.web.changes.actions import confirm_by_minutes

    for decision in meeting.decisions.filter(kind=Decision.Kind.CONFIRM).select_related("partnership"):
        confirm_by_minutes(decision, by=by, now=now, today=today)
