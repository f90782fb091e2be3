"""Obligations as one viewer may see them. Every list is one query however many partnerships there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Max, Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.obligations.models import FeedKey, Obligation  # noqa: F401


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def visible_to(self, viewer: Viewer) -> ObligationQuerySet:
        """All obligations of the partnerships in which the acting organisation is a party."""
        return self.filter(partnership_id__in=viewer.partnerships)

    def standing(self) -> ObligationQuerySet:
        """Those that follow from the terms as they are now."""
        return self.filter(fell_away_on=None)

    def owed_by(self, key: str) -> ObligationQuerySet:
        return self.filter(by_keys__contains=[key])

    def dated(self) -> ObligationQuerySet:
        return self.exclude(due=None).order_by("due", "term", "occurrence")

    def between(self, first: date, last: date) -> ObligationQuerySet:
        """Due from first to last, both included."""
        return self.filter(due__gte=first, due__lte=last)

    def without_day(self) -> ObligationQuerySet:
        """On request, when needed, and standing duties."""
        return self.filter(due=None).order_by("kind", "term")

    def owed_by_organisation(self, viewer: Viewer) -> ObligationQuerySet:
        """Those that the acting organisation itself owes, over all its partnerships."""
        return self.filter(owed_by__contains=[viewer.organisation_id])

    def owed_among(self, organisation_id: UUID) -> ObligationQuerySet:
        """Those that an organisation owes, alone or together with others."""
        return self.filter(owed_by__contains=[organisation_id])

    def owed_together(self) -> ObligationQuerySet:
        """Joint duties, and those of a body in which several parties sit."""
        return self.filter(Q(joint=True) | Q(owed_by__len__gt=1, by_keys__len=1))

    def concerning(self, keys: Iterable[str], viewer: Viewer) -> ObligationQuerySet:
        """What the acting organisation owes, or is owed under one of `keys`; owed to nobody named is to everyone."""
        mine = Q(owed_by__contains=[viewer.organisation_id])
        return self.filter(mine | Q(to_keys=[]) | Q(to_keys__overlap=list(keys)))


class FeedKeyQuerySet(models.QuerySet["FeedKey"]):
    def visible_to(self, viewer: Viewer) -> FeedKeyQuerySet:
        """A person's own, in the organisation they act for."""
        return self.filter(person_id=viewer.person_id, organisation_id=viewer.organisation_id)

    def open(self) -> FeedKeyQuerySet:
        return self.filter(revoked_at=None)


def changed_at(partnership_ids: Iterable[UUID]) -> dict[UUID, tuple[datetime, int]]:
    """When the terms of each partnership were last registered, and as which version."""
    from samsyn.web.agreements.models import AgreementVersion

    newest = (
        AgreementVersion.objects.filter(partnership_id__in=list(partnership_ids))
        .values("partnership_id")
        .annotate(at=Max("registered_at"), number_of_newest=Max("number"))
        .values_list("partnership_id", "at", "number_of_newest")
    )
    return {partnership: (at, number) for partnership, at, number in newest}
