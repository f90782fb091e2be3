"""The rows as one viewer may see them: what is let go all parties read, what is exact only the one that counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.releases.models import ExactCell, Release, ReleasedCell  # noqa: F401

_M = TypeVar("_M", bound=models.Model)


class Shared(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)


class ReleaseQuerySet(Shared["Release"]):
    def own(self, viewer: Viewer) -> Self:
        return self.visible_to(viewer).filter(organisation_id=viewer.organisation_id)


class ReleasedCellQuerySet(Shared["ReleasedCell"]):
    def visible_to(self, viewer: Viewer) -> Self:
        mine = Q(only_for=[]) | Q(only_for__contains=[viewer.organisation_id])
        return super().visible_to(viewer).filter(mine)


class ExactCellQuerySet(Shared["ExactCell"]):
    def visible_to(self, viewer: Viewer) -> Self:
        return super().visible_to(viewer).filter(organisation_id=viewer.organisation_id)
