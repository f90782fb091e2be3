"""The bells of reminding: early in the morning, and every other minute for what is written."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

from samsyn.rules.reminders import AFTER, CATCH_UP, LONGEST
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.reminders.actions import make_digests, remind, send_letters

log = logging.getLogger(__name__)


def remind_of_the_day() -> None:
    """Both sides of every partnership; then the digests, so that today's reminders are in them."""
    now, today = clock.now(), clock.today()
    remind_all(now=now, today=today)
    make_digests(now=now, today=today)


def send_what_is_written() -> None:
    send_letters(now=clock.now(), today=clock.today())


def remind_all(*, now: datetime, today: date) -> int:
    """One transaction for each partnership: what goes wrong in one is said in the log and stops no other."""
    written = 0
    for partnership in _with_something_near(today):
        try:
            with acting_as_job(Job.REMIND):
                written += remind(partnership, dossier_of(partnership), by=Job.REMIND, now=now, today=today)
        except Exception as error:
            log.error("Nobody was reminded in partnership %s: %s", partnership.pk, type(error).__name__)
    return written


def _with_something_near(today: date) -> list[Partnership]:
    near = Obligation.objects.open().between(today - CATCH_UP - timedelta(days=AFTER), today + LONGEST)
    with acting_as_job(Job.REMIND):
        return list(Partnership.objects.filter(pk__in=near.values("partnership")).order_by("pk"))
