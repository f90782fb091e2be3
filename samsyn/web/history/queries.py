"""The history as one viewer may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Q

from samsyn.web.access.jobs import Job
from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.history.models import Act  # noqa: F401


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

    def about(self, subject: models.Model | UUID) -> ActQuerySet:
        return self.filter(subject_id=subject.pk if isinstance(subject, models.Model) else subject)
