"""What shows that obligations were met, and what a party says against it, as one viewer may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.obligations.models import Evidence, Objection  # noqa: F401


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def visible_to(self, viewer: Viewer) -> EvidenceQuerySet:
        """Every party of the partnership sees all of it."""
        return self.filter(partnership_id__in=viewer.partnerships)

    def standing(self) -> EvidenceQuerySet:
        """Not taken back."""
        return self.filter(taken_back_at=None)


class ObjectionQuerySet(models.QuerySet["Objection"]):
    def visible_to(self, viewer: Viewer) -> ObjectionQuerySet:
        return self.filter(partnership_id__in=viewer.partnerships)

    def standing(self) -> ObjectionQuerySet:
        """Not settled."""
        return self.filter(settled_on=None)
