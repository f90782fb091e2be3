"""Matters as one viewer may see them: every party sees all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.matters.models import Entry, Matter  # noqa: F401


class MatterQuerySet(models.QuerySet["Matter"]):
    def visible_to(self, viewer: Viewer) -> MatterQuerySet:
        return self.filter(partnership_id__in=viewer.partnerships)

    def open(self) -> MatterQuerySet:
        return self.filter(closed_on=None)


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, viewer: Viewer) -> EntryQuerySet:
        return self.filter(partnership_id__in=viewer.partnerships)
