"""The rows as one viewer may see them: what a party is writing is its own, what it has signed all parties read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.reports.models import Draft, GoneThrough, Part, Report, SentBack, Submission  # noqa: F401

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


class SentBackQuerySet(Shared["SentBack"]):
    pass


class GoneThroughQuerySet(Shared["GoneThrough"]):
    pass


class ReportSubmissionQuerySet(Shared["Submission"]):
    pass
