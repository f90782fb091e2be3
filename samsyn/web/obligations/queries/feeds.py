"""Calendar addresses as their owner may see them, and when the terms behind them last changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Max

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.obligations.models import FeedKey  # noqa: F401


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
