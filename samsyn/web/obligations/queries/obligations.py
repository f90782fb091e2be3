"""Obligations as one viewer may see them. Every list is one query however many partnerships there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.obligations.models import Obligation  # noqa: F401

NOTHING_TO_SHOW = ("end_of_period",)
"""A day that comes of itself."""


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def visible_to(self, viewer: Viewer) -> ObligationQuerySet:
        """All obligations of the partnerships in which the acting organisation is a party."""
        return self.filter(partnership_id__in=viewer.partnerships)

    def standing(self) -> ObligationQuerySet:
        """Those that follow from the terms as they are now."""
        return self.filter(fell_away_on=None)

    def open(self) -> ObligationQuerySet:
        """Neither met nor waived, and they still follow from the terms."""
        return self.standing().filter(met_on=None, waived_on=None)

    def done(self) -> ObligationQuerySet:
        """Met or waived."""
        return self.standing().filter(Q(met_on__isnull=False) | Q(waived_on__isnull=False))

    def owed_by(self, key: str) -> ObligationQuerySet:
        return self.filter(by_keys__contains=[key])

    def dated(self) -> ObligationQuerySet:
        return self.exclude(due=None).order_by("due", "term", "occurrence")

    def between(self, first: date, last: date) -> ObligationQuerySet:
        """Due from first to last, both included."""
        return self.filter(due__gte=first, due__lte=last)

    def passed(self, today: date) -> ObligationQuerySet:
        """The day has been and nothing shows that it was done. A day that comes of itself asks for nothing."""
        return self.open().filter(due__lt=today).exclude(kind__in=NOTHING_TO_SHOW)

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
        """Joint duties, those of a body in which several parties sit, and meetings, whoever calls them."""
        return self.filter(Q(joint=True) | Q(owed_by__len__gt=1, by_keys__len=1) | Q(kind="meeting"))

    def owed_to_organisation(self, viewer: Viewer) -> ObligationQuerySet:
        """Those that others owe the acting organisation, over all its partnerships."""
        mine = [viewer.organisation_id]
        return self.filter(owed_to__contains=mine).exclude(owed_by__contains=mine)

    def concerning(self, viewer: Viewer) -> ObligationQuerySet:
        """What the acting organisation owes or is owed. What others owe each other is left out."""
        mine = [viewer.organisation_id]
        return self.filter(Q(owed_by__contains=mine) | Q(owed_to__contains=mine))
