"""The rows as one viewer may see them: a party sees its own, and what the others have put forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.funders.models import Aid, Finding, Funder, FunderShare, VoucherFunding  # noqa: F401

_Row = TypeVar("_Row", bound=models.Model)


class OwnQuerySet(models.QuerySet[_Row]):
    """Nobody else's."""

    def visible_to(self, viewer: Viewer) -> Self:
        return self.own(viewer)

    def own(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)


class VoucherFundingQuerySet(OwnQuerySet["VoucherFunding"]):
    pass


class FunderQuerySet(OwnQuerySet["Funder"]):
    """The others read a funder's name with what they see of its shares."""

    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        seen = Q(organisation_id=viewer.organisation_id) | Q(shares__shared_at__isnull=False)
        return self.filter(seen, partnership_id__in=viewer.partnerships).distinct()


class FunderShareQuerySet(OwnQuerySet["FunderShare"]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        seen = Q(organisation_id=viewer.organisation_id) | Q(shared_at__isnull=False)
        return self.filter(seen, partnership_id__in=viewer.partnerships)

    def live(self) -> Self:
        return self.filter(taken_back_at=None)


class _SharedQuerySet(OwnQuerySet[_Row]):
    """All parties'."""

    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)


class FindingQuerySet(_SharedQuerySet["Finding"]):
    pass


class AidQuerySet(_SharedQuerySet["Aid"]):
    def live(self) -> Self:
        return self.filter(taken_back_at=None)
