"""What is asked for and not answered is remembered, by both sides in the same words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samsyn.web.access.jobs import Job
from samsyn.web.insight.actions.telling import tell_of
from samsyn.web.insight.models import Request
from samsyn.web.insight.presenters.words import next_day, when_words
from samsyn.web.insight.queries import Standing
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership

BEFORE = 7
"""Days before the day that the clause gives, or else that the party wished for."""
WITHOUT_A_DAY = 14
"""Days after it was asked, where there is neither."""
CATCH_UP = 3
"""A bell that did not ring is made up for within so many days."""


@transaction.atomic
def remind_of_requests(partnership: Partnership, *, by: Job, now: datetime, today: date) -> int:
    """One letter a step, to those who answer for the party that is asked and those who asked. Twice is once."""
    rows = Request.objects.standing().filter(partnership=partnership)
    known = rows.select_related("organisation", "asked", "partnership").prefetch_related("answers")
    waiting = [each for each in known if Standing(each, list(each.answers.all())).state.is_open]
    return sum(_remind(each, step, by, now, today) for each in waiting for step in _steps(each, today))


def _steps(request: Request, today: date) -> list[date]:
    day = next_day(request)
    steps = [day - timedelta(days=BEFORE), day] if day else [request.on + timedelta(days=WITHOUT_A_DAY)]
    return [each for each in steps if each > request.on and each <= today <= each + timedelta(days=CATCH_UP)]


def _remind(request: Request, step: date, by: Job, now: datetime, today: date) -> int:
    with override(settings.LANGUAGE_CODE):
        said = _("%(asks)s begärde insyn av %(asked)s den %(day)s, och den är inte besvarad.") % {
            "asks": request.organisation.name, "asked": request.asked.name, "day": request.on,
        }  # fmt: skip
        says = f"{said} {when_words(request)}"
    about = f"insight-waits/{request.pk}/{step}"
    return sum(
        tell_of(request, [whom], needs, about, says, kind="reminder", by=by, now=now, today=today)
        for whom, needs in ((request.asked_id, Permission.DECIDE), (request.organisation_id, Permission.FULFIL))
    )
