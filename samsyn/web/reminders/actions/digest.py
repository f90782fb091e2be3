"""Gathering what waits into one letter, for those who have chosen so. May be done twice without harm."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from django.db import transaction
from django.db.models import Min
from django.utils.timezone import localdate

from samsyn.rules.reminders import digest_is_due
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.project.clock import SWEDEN
from samsyn.web.reminders.actions.write import goes
from samsyn.web.reminders.models import Letter, Wish
from samsyn.web.reminders.presenters.body import digest_of, subject_of
from samsyn.web.reminders.queries import Receiver


def make_digests(*, now: datetime, today: date) -> int:
    """One letter for each whose day it is and for whom something waits; gives how many. A transaction for each.

    Who has had a digest today waits with the rest until the next one.
    """
    return sum(_gather(receiver, now=now, today=today) for receiver in _whose_day_it_is(today))


def _whose_day_it_is(today: date) -> list[Receiver]:
    with acting_as_job(Job.POST):
        waiting = Letter.objects.to_take_up().values("person_id", "organisation_id").annotate(oldest=Min("made_at"))
        oldest = {Receiver(each["person_id"], each["organisation_id"]): each["oldest"] for each in waiting}
        wishes = Wish.objects.filter(person__in={each.person_id for each in oldest})
        chosen = {Receiver(each.person_id, each.organisation_id): each.how for each in wishes}
    return sorted(
        receiver
        for receiver, since in oldest.items()
        if digest_is_due(_rhythm(chosen.get(receiver)), localdate(since, SWEDEN), today)
    )


def _rhythm(how: str | None) -> Literal["daily", "weekly"]:
    """What waits for somebody who has since chosen otherwise was let go then; should it remain, it goes at once."""
    return "weekly" if how == Wish.How.WEEKLY else "daily"


def _gather(receiver: Receiver, *, now: datetime, today: date) -> int:
    with acting_as_job(Job.POST), transaction.atomic():
        found = Letter.objects.to_take_up().filter(
            person_id=receiver.person_id, organisation_id=receiver.organisation_id
        )
        # Whoever gathers at the same time finds nothing left, and writes no digest.
        letters = list(found.order_by("made_at", "pk").select_for_update(skip_locked=True))
        if not letters:
            return 0
        digest = _digest(receiver, letters, now, today)
        Letter.objects.bulk_create([digest], ignore_conflicts=True)
        if not Letter.objects.filter(pk=digest.pk).exists():
            return 0
        Letter.objects.filter(pk__in=[each.pk for each in letters]).update(waits=False, taken_up_by=digest)
        return 1


def _digest(receiver: Receiver, letters: list[Letter], now: datetime, today: date) -> Letter:
    organisation = Organisation.objects.get(pk=receiver.organisation_id)
    person = Person.objects.get(pk=receiver.person_id)
    return Letter(
        kind=Letter.Kind.DIGEST,
        about=f"digest/{today}",
        person=person,
        organisation=organisation,
        subject=subject_of(Letter.Kind.DIGEST),
        body=digest_of([each.body for each in letters], organisation),
        made_at=now,
        **goes(Letter.Kind.DIGEST, Wish.How.SINGLE, person),
    )
