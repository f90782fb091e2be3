"""Contacts as one viewer may see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.contacts.models import Contact  # noqa: F401


class ContactQuerySet(models.QuerySet["Contact"]):
    def visible_to(self, viewer: Viewer) -> ContactQuerySet:
        """Those of every party in a shared partnership."""
        return self.filter(partnership_id__in=viewer.partnerships)

    def on(self, day: date) -> ContactQuerySet:
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)
