"""A party answers: it has read, it approves, it does not approve."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.rules.matters import Step
from samsyn.web.access.viewer import Viewer
from samsyn.web.matters.actions._write import check_step, locked, take
from samsyn.web.matters.models import Entry, Matter


@transaction.atomic
def acknowledge(matter: Matter, *, says: str = "", by: Viewer, now: datetime, today: date) -> Entry:
    """Another party says that it has come. The last one closes the matter.

    Raises ValidationError if the party has answered already or is not asked.
    """
    situation = locked(matter, Step.ACKNOWLEDGED, by=by)
    check_step(situation, Step.ACKNOWLEDGED, by=by)
    return take(situation, Step.ACKNOWLEDGED, says, by=by, now=now, today=today)


@transaction.atomic
def approve(matter: Matter, *, says: str = "", by: Viewer, now: datetime, today: date) -> Entry:
    """A party that the clause names approves the deviation. It counts from the day it is said here.

    Raises ValidationError before the dialogue that the clause wants, and if the party has answered.
    """
    situation = locked(matter, Step.APPROVED, by=by)
    check_step(situation, Step.APPROVED, by=by)
    return take(situation, Step.APPROVED, says, by=by, now=now, today=today)


@transaction.atomic
def refuse(matter: Matter, because: str, *, by: Viewer, now: datetime, today: date) -> Entry:
    """A party does not approve, and says why. That ends the matter: the plan holds as before."""
    situation = locked(matter, Step.REFUSED, by=by)
    check_step(situation, Step.REFUSED, by=by)
    if not because.strip():
        raise ValidationError({"says": _("Skriv varför, så att parterna kan tala vidare.")})
    return take(situation, Step.REFUSED, because, by=by, now=now, today=today)
