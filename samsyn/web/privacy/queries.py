"""Purge runs as one viewer may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.privacy.models import PurgeRun  # noqa: F401


class PurgeRunQuerySet(models.QuerySet["PurgeRun"]):
    def visible_to(self, viewer: Viewer) -> PurgeRunQuerySet:
        """The acting organisation's, and of rows that belong to no organisation (sessions)."""
        return self.filter(Q(organisation_id=viewer.organisation_id) | Q(organisation=None))
