"""The rows as one viewer may see them: every party all of them. Everyone else comes in by the door (`queries.door`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.publication.models import Edition, Opening, Paper, PaperOpening  # noqa: F401

_M = TypeVar("_M", bound=models.Model)


class _Shared(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)

    def standing(self) -> Self:
        """Not closed."""
        return self.filter(closed_at=None)


class OpeningQuerySet(_Shared["Opening"]):
    pass


class PaperOpeningQuerySet(_Shared["PaperOpening"]):
    pass


class EditionQuerySet(_Shared["Edition"]):
    pass


class PaperQuerySet(_Shared["Paper"]):
    def without_bytes(self) -> Self:
        return self.defer("data")
