"""The rows as one viewer may see them: a claim is its party's own until it is raised, then all parties read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.claims.models import Claim, Entry, Instalment, Plan, Repaid  # noqa: F401

_M = TypeVar("_M", bound=models.Model)


class Shared(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)


class ClaimQuerySet(Shared["Claim"]):
    def visible_to(self, viewer: Viewer) -> Self:
        seen = Q(organisation_id=viewer.organisation_id) | Q(raised_at__isnull=False)
        return super().visible_to(viewer).filter(seen)

    def own(self, viewer: Viewer) -> Self:
        return self.visible_to(viewer).filter(organisation_id=viewer.organisation_id)


class ClaimEntryQuerySet(Shared["Entry"]):
    pass


class RepaymentPlanQuerySet(Shared["Plan"]):
    pass


class InstalmentQuerySet(Shared["Instalment"]):
    pass


class RepaidQuerySet(Shared["Repaid"]):
    pass
