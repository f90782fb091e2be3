"""Dialogue, and what it leads to: words that every party says, the way further, or that it is taken back."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.rules.matters import Step
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.matters.actions._write import check_step, locked, take
from samsyn.web.matters.models import Entry, Matter
from samsyn.web.matters.queries import Situation
from samsyn.web.meetings.models import Meeting


@transaction.atomic
def add_dialogue(
    matter: Matter,
    says: str,
    *,
    on: date,
    document: Document | None = None,
    meeting: Meeting | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Entry:
    """What the parties said to each other, on the civil day `on`. The same again is the same entry."""
    situation = locked(matter, Step.DIALOGUE, by=by)
    if already := _written(situation, Step.DIALOGUE, says, by, on):
        return already
    check_step(situation, Step.DIALOGUE, by=by)
    if on > today:
        raise ValidationError({"on": _("Dagen ligger framåt i tiden. Skriv in dialogen när ni har haft den.")})
    _check_said(says)
    return take(situation, Step.DIALOGUE, says, on=on, document=document, meeting=meeting, by=by, now=now, today=today)


@transaction.atomic
def settle(matter: Matter, words: str, *, confirms: bool = False, by: Viewer, now: datetime, today: date) -> Entry:
    """How the dispute is settled, in words. Other words are a new proposal; the same words are a yes to it.

    The matter closes when what every party said last is the same. Said twice by one party, it is said once.
    `confirms`: meant as a yes to what is proposed; raises ValidationError if that has become something else.
    """
    situation = locked(matter, Step.SETTLED, by=by)
    if situation.key_of(by.organisation_id) in situation.course.given and words == situation.course.words:
        return next(
            e for e in reversed(situation.entries) if (e.organisation_id, e.says) == (by.organisation_id, words)
        )
    check_step(situation, Step.SETTLED, by=by)
    _check_said(words)
    if confirms and words != situation.course.words:
        raise ValidationError(_("Förslaget har ändrats sedan du läste det. Läs det igen innan du bekräftar."))
    return take(situation, Step.SETTLED, words, by=by, now=now, today=today)


@transaction.atomic
def pass_on(matter: Matter, where: str, *, by: Viewer, now: datetime, today: date) -> Entry:
    """A party takes the dispute further, as the clause has it, and says where."""
    situation = locked(matter, Step.PASSED_ON, by=by)
    check_step(situation, Step.PASSED_ON, by=by)
    _check_said(where)
    return take(situation, Step.PASSED_ON, where, by=by, now=now, today=today)


@transaction.atomic
def withdraw(matter: Matter, because: str, *, by: Viewer, now: datetime, today: date) -> Entry:
    """Who opened it takes it back, with a reason. What was written stays."""
    situation = locked(matter, Step.WITHDRAWN, by=by)
    check_step(situation, Step.WITHDRAWN, by=by)
    _check_said(because)
    return take(situation, Step.WITHDRAWN, because, by=by, now=now, today=today)


def _written(situation: Situation, step: Step, says: str, by: Viewer, on: date) -> Entry | None:
    same = (step, by.organisation_id, says, on)
    return next((e for e in situation.entries if (e.kind, e.organisation_id, e.says, e.on) == same), None)


def _check_said(says: str) -> None:
    if not says.strip():
        raise ValidationError({"says": _("Skriv något här, så att de andra parterna förstår.")})
