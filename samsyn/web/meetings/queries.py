"""Meetings and their papers as one viewer may see them: a party all of them, a participant those it is called to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer


class Papers(models.QuerySet[Any]):
    """What has `partnership` and `also_for`."""

    def visible_to(self, viewer: Viewer) -> Self:
        called = Q(partnership_id__in=viewer.participations, also_for__contains=[viewer.organisation_id])
        return self.filter(Q(partnership_id__in=viewer.partnerships) | called)


class MeetingQuerySet(Papers):
    def standing(self) -> Self:
        """Not cancelled."""
        return self.filter(cancelled_at=None)

    def approved(self) -> Self:
        """Held, and every party has approved the minutes: these are what counts."""
        return self.filter(approved_on__isnull=False)


class AgendaItemQuerySet(Papers):
    pass


class AttendanceQuerySet(Papers):
    pass


class DecisionQuerySet(Papers):
    pass


class ActionPointQuerySet(Papers):
    def open(self) -> Self:
        return self.filter(done_on=None, dropped_on=None)


class MinutesQuerySet(Papers):
    pass


class MinutesAnswerQuerySet(Papers):
    pass
