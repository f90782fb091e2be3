"""Each party's word on the minutes. The last yes makes them count; a no sends them back to be corrected."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked, wait_in_line
from samsyn.web.meetings.actions.effects import carry_out
from samsyn.web.meetings.actions.letters import tell_approved, tell_sent_back
from samsyn.web.meetings.models import Meeting, Minutes, MinutesAnswer
from samsyn.web.meetings.permissions import check_may_work
from samsyn.web.meetings.queries import approvers_in, latest_minutes, outcome_of

acts.register(
    {
        "minutes.approve": gettext_lazy("godkände ett protokoll"),
        "minutes.send_back": gettext_lazy("skickade tillbaka ett protokoll"),
        "minutes.approved": gettext_lazy("var sist att godkänna: protokollet gäller"),
    }
)


@transaction.atomic
def approve_minutes(minutes: Minutes, *, by: Viewer, now: datetime, today: date) -> MinutesAnswer:
    """The acting party's yes to just this revision. Said twice it is said once.

    1. who may (PermissionDenied), and is it the revision that lies there (ValidationError); 2. the answer, never
    changed; 3. when it was the last one: `approved_on`, and everything that follows from it, in this transaction.
    """
    check_may_work(by, minutes.partnership_id)
    wait_in_line(minutes.meeting)
    given = _answer_of(minutes, by)
    if given is not None and given.approved:
        return given
    meeting = locked(minutes.meeting, Act.APPROVE, by=by)
    current = _current(meeting, minutes, by)
    answer = _answer(current, meeting, approved=True, remark="", by=by, now=now, today=today)
    _record("minutes.approve", current, by=by, now=now)
    fresh = latest_minutes(meeting)
    assert fresh is not None
    done = outcome_of(fresh).approved_on
    if done is not None:
        _make_it_count(meeting, fresh, done, by=by, now=now, today=today)
    return answer


@transaction.atomic
def send_back_minutes(minutes: Minutes, remark: str, *, by: Viewer, now: datetime, today: date) -> MinutesAnswer:
    """The acting party's no to this revision, with what is wrong. What others approved was a text that is no more."""
    check_may_work(by, minutes.partnership_id)
    wait_in_line(minutes.meeting)
    given = _answer_of(minutes, by)
    if given is not None and not given.approved:
        return given
    meeting = locked(minutes.meeting, Act.SEND_BACK, by=by)
    current = _current(meeting, minutes, by)
    if not remark.strip():
        raise ValidationError({"remark": _("Skriv vad som behöver rättas.")})
    answer = _answer(current, meeting, approved=False, remark=remark, by=by, now=now, today=today)
    _record("minutes.send_back", current, by=by, now=now)
    tell_sent_back(current, by=by, now=now)
    return answer


def _current(meeting: Meeting, minutes: Minutes, by: Viewer) -> Minutes:
    """The revision that lies with the parties. Raises for an older one, and for who is not to answer."""
    latest = latest_minutes(meeting)
    if latest is None or latest.pk != minutes.pk:
        raise ValidationError(
            _("Det finns en nyare version av protokollet. Läs den och ta ställning till den i stället.")
        )
    if by.organisation_id not in approvers_in(latest).values():
        raise PermissionDenied("Only a party with a seat in the body answers its minutes.")
    if _answer_of(latest, by) is not None:
        raise ValidationError(_("Er part har redan svarat på den här versionen av protokollet."))
    return latest


def _answer_of(minutes: Minutes, by: Viewer) -> MinutesAnswer | None:
    return MinutesAnswer.objects.filter(minutes=minutes, organisation_id=by.organisation_id).first()


def _answer(
    minutes: Minutes, meeting: Meeting, *, approved: bool, remark: str, by: Viewer, now: datetime, today: date
) -> MinutesAnswer:
    return MinutesAnswer.objects.create(
        partnership=meeting.partnership,
        minutes=minutes,
        organisation_id=by.organisation_id,
        person_id=by.person_id,
        approved=approved,
        remark=remark,
        on=today,
        answered_at=now,
        also_for=minutes.also_for,
    )


def _make_it_count(meeting: Meeting, minutes: Minutes, day: date, *, by: Viewer, now: datetime, today: date) -> None:
    # Written before anything else: from here on a meeting with its papers is as it is.
    meeting.approved_on = day
    meeting.save(update_fields=["approved_on"])
    _record("minutes.approved", minutes, by=by, now=now)
    carry_out(meeting, minutes, by=by, now=now, today=today)
    tell_approved(minutes, by=by, now=now)


def _record(name: str, minutes: Minutes, *, by: Viewer, now: datetime) -> None:
    record(
        name,
        by=by,
        now=now,
        subject=minutes,
        partnership=minutes.partnership_id,
        refers_to={"meeting": minutes.meeting_id, "revision": minutes.revision, "sum": minutes.sha256},
        shared=True,
    )
