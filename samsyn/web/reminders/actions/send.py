"""Handing letters to the post, each once. Never from a request: only the bell sends, and it waits for an answer."""

from __future__ import annotations

import logging
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Exists, OuterRef

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Membership
from samsyn.web.reminders.actions.envelope import envelope
from samsyn.web.reminders.models import Letter

log = logging.getLogger(__name__)

AT_A_TIME = 200
"""Letters in one ring of the bell, so that other bells get their turn."""


def send_letters(*, now: datetime, today: date) -> int:
    """Send what is written and waits for nothing; gives how many were sent.

    1. Letters to people who no longer belong to the organisation stay in Samsyn.
    2. The way to the post is opened. If it is closed nothing is claimed, and the next ring tries again.
    3. Each letter is claimed (committed), handed over, and marked as sent (committed).
    4. Where the post does not answer, the letter stays claimed: nobody knows whether it arrived, and it is not sent
       again. The rest waits for the next ring.
    """
    waiting = _waiting(today)
    if not waiting:
        return 0
    post: BaseEmailBackend = get_connection(settings.SAMSYN_EMAIL_BACKEND)
    try:
        post.open()
    except Exception as error:
        log.error("The post is closed: %s. %s letters wait.", type(error).__name__, len(waiting))
        return 0
    try:
        return _send_all(waiting, post, now)
    finally:
        post.close()


def _waiting(today: date) -> list[UUID]:
    with acting_as_job(Job.POST):
        belongs = Membership.objects.on(today).filter(person=OuterRef("person"), organisation=OuterRef("organisation"))
        there = Exists(belongs.filter(person__is_active=True))
        Letter.objects.to_send().exclude(there).update(only_here=True)
        return list(Letter.objects.to_send().order_by("made_at", "pk").values_list("pk", flat=True)[:AT_A_TIME])


def _send_all(waiting: list[UUID], post: BaseEmailBackend, now: datetime) -> int:
    sent = 0
    for pk in waiting:
        letter = claim(pk, now=now)
        if letter is None:
            continue
        try:
            post.send_messages([envelope(letter)])
        except Exception as error:
            # Neither the address nor the words.
            log.error("Letter %s may not have been sent: %s", pk, type(error).__name__)
            break
        with acting_as_job(Job.POST):
            Letter.objects.filter(pk=pk).update(sent_at=now)
        sent += 1
    return sent


def claim(pk: UUID, *, now: datetime) -> Letter | None:
    """The letter, if nobody else has claimed it: whoever comes second waits for the first and finds it taken."""
    with acting_as_job(Job.POST):
        if not Letter.objects.to_send().filter(pk=pk).update(claimed_at=now):
            return None
        return Letter.objects.select_related("person").get(pk=pk)
