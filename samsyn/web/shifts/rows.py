"""The rows as one viewer may see them: the own organisation's, and each her own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.roster.models import Worker
    from samsyn.web.shifts.models import FeedKey, Shift  # noqa: F401


class ShiftQuerySet(models.QuerySet["Shift"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """For who does the daily work or answers for it."""
        if not (viewer.may(Permission.WORK) or viewer.may(Permission.FULFIL)):
            return self.none()
        return self.of_organisation(viewer)

    def of_organisation(self, viewer: Viewer) -> Self:
        """All of the acting organisation's, where the viewer's partnerships are open. Pick from it what is shown."""
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)

    def of(self, workers: Iterable[Worker]) -> Self:
        return self.filter(worker__in=[each.pk for each in workers]).live()

    def live(self) -> Self:
        return self.exclude(state="cancelled")

    def to_take(self) -> Self:
        """Free, or offered by who has it; of what is still planned."""
        return self.filter(state__in=["free", "offered"], occasion__state="planned")

    def not_over(self, now: datetime) -> Self:
        return self.filter(ends_at__gt=now)


class FeedKeyQuerySet(models.QuerySet["FeedKey"]):
    def of_oneself(self, viewer: Viewer) -> Self:
        return self.filter(person_id=viewer.person_id, organisation_id=viewer.organisation_id)

    def open(self) -> Self:
        return self.filter(revoked_at=None)
