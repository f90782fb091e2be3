"""Letters as one viewer may see them, and who is to have one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.organisations.models import Membership
from samsyn.web.organisations.roles import Permission, roles_with
from samsyn.web.partnerships.models import Appointment, Partnership
from samsyn.web.project.clock import SWEDEN

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.reminders.models import Letter, Wish  # noqa: F401


class LetterQuerySet(models.QuerySet["Letter"]):
    def visible_to(self, viewer: Viewer) -> LetterQuerySet:
        return self.filter(person_id=viewer.person_id, organisation_id=viewer.organisation_id)

    def written_on(self, day: date) -> LetterQuerySet:
        """On that civil day in Sweden, the newest first."""
        start, end = (datetime.combine(each, time.min, SWEDEN) for each in (day, day + timedelta(days=1)))
        return self.filter(made_at__gte=start, made_at__lt=end).order_by("-made_at", "-pk")

    def to_send(self) -> LetterQuerySet:
        """Written, not waiting for a digest, and not yet in anyone's hands."""
        return self.filter(only_here=False, waits=False, taken_up_by=None, claimed_at=None)

    def to_take_up(self) -> LetterQuerySet:
        """Waiting for a digest."""
        return self.filter(waits=True, taken_up_by=None)


class WishQuerySet(models.QuerySet["Wish"]):
    def visible_to(self, viewer: Viewer) -> WishQuerySet:
        return self.filter(person_id=viewer.person_id, organisation_id=viewer.organisation_id)


@dataclass(frozen=True, slots=True, order=True)
class Receiver:
    """A person in one of the organisations that they act for. The letter is read there and nowhere else."""

    person_id: UUID
    organisation_id: UUID


def receivers_in(organisation_ids: Iterable[UUID], permission: Permission, today: date) -> list[Receiver]:
    """Everyone who today holds a role with this permission in one of the organisations, also in others' than one's own.

    Looked up by the post: who they are is not given to whoever asks, only that a letter reaches them.
    """
    with also_as_job(Job.POST):
        held = Membership.objects.on(today).filter(
            organisation_id__in=set(organisation_ids), role__in=roles_with(permission), person__is_active=True
        )
        return sorted({Receiver(*pair) for pair in held.values_list("person_id", "organisation_id")})


def receivers_seated(partnership: Partnership, body: str, today: date) -> list[Receiver]:
    """Everyone who sits in the body today, for the organisation that appointed them, while they have a role there."""
    still_there = Membership.objects.on(today).filter(
        person=OuterRef("person"), organisation=OuterRef("organisation"), person__is_active=True
    )
    with also_as_job(Job.POST):
        seated = Appointment.objects.on(today).filter(Exists(still_there), partnership=partnership, body=body)
        return sorted({Receiver(*pair) for pair in seated.values_list("person_id", "organisation_id")})
