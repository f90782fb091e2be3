"""The rows as one viewer may see them: what a party is writing is its own, what it has signed those
read whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.reports.models import (  # noqa: F401
        Draft,
        GoneThrough,
        Part,
        PartContent,
        Report,
        SentBack,
        Submission,
    )

_M = TypeVar("_M", bound=models.Model)


class Shared(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)


class ReportQuerySet(Shared["Report"]):
    pass


class ReportDraftQuerySet(Shared["Draft"]):
    def visible_to(self, viewer: Viewer) -> Self:
        return super().visible_to(viewer).filter(organisation_id=viewer.organisation_id)


class PartQuerySet(Shared["Part"]):
    pass


class PartContentQuerySet(Shared["PartContent"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those whom the part is for."""
        own = Q(organisation_id=viewer.organisation_id) | Q(only_for__contains=[viewer.organisation_id])
        return super().visible_to(viewer).filter(own | Q(only_for=[]))


class SentBackQuerySet(Shared["SentBack"]):
    pass


class GoneThroughQuerySet(Shared["GoneThrough"]):
    pass


class ReportSubmissionQuerySet(Shared["Submission"]):
    pass
