"""Writing letters: for each receiver once, in the way that the receiver has chosen. Used by every act that tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.reminders.models import Letter, Wish
from samsyn.web.reminders.presenters.body import body_of, subject_of
from samsyn.web.reminders.queries import Receiver

UNREACHABLE = ".invalid"
"""Addresses of invented people end so (RFC 2606); no post office is asked to find them."""


@dataclass(frozen=True, slots=True)
class Message:
    """What one or many people are told in the same words. `about` makes it one of its kind for each of them."""

    kind: Letter.Kind
    about: str
    says: str
    path: str
    receivers: frozenset[Receiver]
    partnership_id: UUID | None = None
    obligation_id: UUID | None = None
    calendar: str = ""
    also_to: frozenset[UUID] = frozenset()

    @property
    def sent_to(self) -> frozenset[UUID]:
        """Every organisation in which somebody is told this."""
        return self.also_to | {each.organisation_id for each in self.receivers}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is looked up once, however many letters are written."""

    people: dict[UUID, Person]
    organisations: dict[UUID, Organisation]
    partnerships: dict[UUID, Partnership]
    wishes: dict[tuple[UUID, UUID], str]


def write(messages: Sequence[Message], *, now: datetime) -> int:
    """Write what is not written already; gives how many letters that was. As many queries for many as for one."""
    with also_as_job(Job.POST):
        known = _look_up(messages)
        letters = [
            _letter(message, receiver, known, now)
            for message in messages
            for receiver in sorted(message.receivers)
            if receiver.person_id in known.people and receiver.organisation_id in known.organisations
        ]
        Letter.objects.bulk_create(letters, ignore_conflicts=True)
        return Letter.objects.filter(pk__in=[letter.pk for letter in letters]).count()


def goes(kind: Letter.Kind, how: str, person: Person) -> dict[str, bool]:
    """`only_here` and `waits` for a letter of this kind to someone who has chosen `how`.

    A call goes as a letter of its own: the day may come before the next digest. To one who wants no letters, and to
    one who cannot be reached by any, nothing is sent; they read it in Samsyn.
    """
    if how in (Wish.How.DAILY, Wish.How.WEEKLY) and kind in (Letter.Kind.NEWS, Letter.Kind.REMINDER):
        return {"only_here": False, "waits": True}
    unreachable = person.is_demo or person.email.endswith(UNREACHABLE)
    return {"only_here": unreachable or how == Wish.How.NONE, "waits": False}


def _look_up(messages: Iterable[Message]) -> _Known:
    receivers = {receiver for message in messages for receiver in message.receivers}
    people = {each.person_id for each in receivers}
    organisations = {each for message in messages for each in message.sent_to}
    partnerships = {message.partnership_id for message in messages if message.partnership_id}
    wishes = Wish.objects.filter(person__in=people, organisation__in=organisations)
    return _Known(
        {each.pk: each for each in Person.objects.filter(pk__in=people, is_active=True)},
        {each.pk: each for each in Organisation.objects.filter(pk__in=organisations)},
        {each.pk: each for each in Partnership.objects.filter(pk__in=partnerships)},
        {(each.person_id, each.organisation_id): each.how for each in wishes},
    )


def _letter(message: Message, receiver: Receiver, known: _Known, now: datetime) -> Letter:
    how = known.wishes.get((receiver.person_id, receiver.organisation_id), Wish.How.SINGLE)
    return Letter(
        kind=message.kind,
        about=message.about,
        person_id=receiver.person_id,
        organisation_id=receiver.organisation_id,
        partnership_id=message.partnership_id,
        obligation_id=message.obligation_id,
        subject=subject_of(message.kind, message.calendar),
        body=body_of(
            message.says,
            message.path,
            organisation=known.organisations[receiver.organisation_id],
            sent_to=[known.organisations[each] for each in message.sent_to if each in known.organisations],
            partnership=known.partnerships.get(message.partnership_id) if message.partnership_id else None,
        ),
        calendar=message.calendar,
        made_at=now,
        **goes(message.kind, how, known.people[receiver.person_id]),
    )
