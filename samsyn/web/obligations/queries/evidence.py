"""What shows that obligations were met, and what a party says against it, as one viewer may see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Count, Max
from django.db.models.functions import Greatest

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


def told_at(obligations: Iterable[UUID]) -> dict[UUID, tuple[datetime, int]]:
    """When something was last shown or taken back of each obligation, and how many times that has happened."""
    from samsyn.web.obligations.models import Evidence

    told = (
        Evidence.objects.filter(obligation_id__in=list(obligations))
        .values("obligation_id")
        .annotate(at=Max(Greatest("given_at", "taken_back_at")), times=Count("pk") + Count("taken_back_at"))
        .values_list("obligation_id", "at", "times")
    )
    return {obligation: (at, times) for obligation, at, times in told}
