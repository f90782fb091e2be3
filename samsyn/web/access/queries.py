"""Grants as one viewer may see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.models import Grant  # noqa: F401
    from samsyn.web.access.viewer import Viewer


class GrantQuerySet(models.QuerySet["Grant"]):
    def visible_to(self, viewer: Viewer) -> GrantQuerySet:
        """Those that the acting organisation has given or been given. What others share is between them."""
        return self.filter(Q(owner_id=viewer.organisation_id) | Q(recipient_id=viewer.organisation_id))

    def on(self, day: date) -> GrantQuerySet:
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)
