"""The outlook of partnerships as one viewer may see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.obligations.models import Outlook  # noqa: F401


class OutlookQuerySet(models.QuerySet["Outlook"]):
    def visible_to(self, viewer: Viewer) -> OutlookQuerySet:
        return self.filter(partnership_id__in=viewer.partnerships)

    def with_a_deadline(self, first: date, last: date) -> OutlookQuerySet:
        """A last day for extension, for notice or of the agreement itself, from first to last."""
        between = (first, last)
        return self.filter(Q(extend_by__range=between) | Q(notice_by__range=between) | Q(last_day__range=between))

    def to_confirm(self, today: date) -> OutlookQuerySet:
        """With readings that nobody has confirmed, those with most of them first; not where all is over."""
        return self.filter(open_assumptions__gt=0, last_day__gte=today).order_by("-open_assumptions", "partnership_id")
