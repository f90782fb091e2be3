"""The rows as one viewer may see them: a party sees its own, and what the others have put forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.contributions.models import Contribution  # noqa: F401


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        seen = Q(organisation_id=viewer.organisation_id) | Q(shared_at__isnull=False)
        return self.filter(seen, partnership_id__in=viewer.partnerships)

    def own(self, viewer: Viewer) -> Self:
        return self.visible_to(viewer).filter(organisation_id=viewer.organisation_id)

    def live(self) -> Self:
        return self.filter(taken_back_at=None)

    def of_year(self, year: int) -> Self:
        """A line lies within one year."""
        return self.filter(days__startswith__year=year)
