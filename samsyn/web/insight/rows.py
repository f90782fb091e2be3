"""The rows as one viewer may see them: what is asked, answered and handed over all parties read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.insight.models import Answer, Handed, Request, StaffList  # noqa: F401

_M = TypeVar("_M", bound=models.Model)


class Shared(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)


class RequestQuerySet(Shared["Request"]):
    def own(self, viewer: Viewer) -> Self:
        """Those that the acting organisation has made."""
        return self.visible_to(viewer).filter(organisation_id=viewer.organisation_id)

    def standing(self) -> Self:
        """Not withdrawn."""
        return self.filter(withdrawn_at=None)


class InsightAnswerQuerySet(Shared["Answer"]):
    pass


class HandedQuerySet(Shared["Handed"]):
    pass


class StaffListQuerySet(Shared["StaffList"]):
    pass
