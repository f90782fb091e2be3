"""The history as one viewer may read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from samsyn.web.access.jobs import Job
from samsyn.web.history.kinds import Kind, words_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.clock import SWEDEN

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.history.models import Act

READS = frozenset({"document.open", "guest.open", "card.ask"})
"""Acts by which something was only read. Each is kept, so that it can be asked who has seen a paper or a guest."""

DERIVED = "obligations.derive"
"""What Samsyn does again whenever the terms or the day change; told once a day, with how many times."""


class ActQuerySet(models.QuerySet["Act"]):
    def visible_to(self, viewer: Viewer) -> ActQuerySet:
        """The acting organisation's own acts, and what any party did in the open in a shared partnership."""
        shared = Q(shared=True, partnership_id__in=viewer.partnerships)
        if viewer.may(Permission.READ_PROCESSING) or viewer.may(Permission.READ_PARTNERSHIP):
            return self.filter(Q(organisation_id=viewer.organisation_id) | shared)
        return self.filter(shared)

    def sign_ins(self, *, only: bool) -> ActQuerySet:
        """Only those, or everything but those."""
        return self.filter(job=Job.SIGN_IN) if only else self.exclude(job=Job.SIGN_IN)

    def reading(self, *, only: bool) -> ActQuerySet:
        """Only what was read, or everything that was done."""
        return self.filter(name__in=READS) if only else self.exclude(name__in=READS)

    def in_partnership(self, partnership: models.Model) -> ActQuerySet:
        return self.filter(partnership_id=partnership.pk)

    def told(self, kind: Kind | None) -> ActQuerySet:
        """What a partnership's history tells, of one kind or of all: not what was only read or worked out."""
        found = self.reading(only=False).exclude(name=DERIVED)
        if kind is None:
            return found
        every = Q()
        for word in words_of(kind):
            every |= Q(name__startswith=f"{word}.")
        return found.filter(every)

    def derived_by_day(self, acts: Sequence[Act]) -> dict[date, int]:
        """How many times the duties were worked out on each civil day that one of `acts` was done."""
        days = {act.at.astimezone(SWEDEN).date() for act in acts}
        by_day = self.filter(name=DERIVED).annotate(day=TruncDate("at", tzinfo=SWEDEN)).filter(day__in=days)
        return dict(by_day.order_by().values("day").annotate(times=Count("pk")).values_list("day", "times"))

    def about(self, subject: models.Model | UUID) -> ActQuerySet:
        return self.filter(subject_id=subject.pk if isinstance(subject, models.Model) else subject)


def names_of(acts: Iterable[Act]) -> dict[UUID, str]:
    """Person id → name, only of those whom the viewer may see: one's own people and those appointed.

    The rest of the other party's people are known by their organisation.
    """
    from samsyn.web.organisations.models import Person

    ids = {act.person_id for act in acts if act.person_id}
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "display_name")) if ids else {}
