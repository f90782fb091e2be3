"""Rows of the night places as one viewer may see them."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models
from django.db.models import Q

from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission

M = TypeVar("M", bound=models.Model)


def seats_of(viewer: Viewer) -> Q:
    """Rows kept by a body in which the person sits today."""
    kept = Q(pk__in=[])
    for seat in viewer.seats:
        kept |= Q(partnership_id=seat.partnership_id, kept_by=seat.body)
    return kept


class HouseQuerySet(models.QuerySet[M]):
    """What there is: sites, places, what they are for on which nights. Every party sees it."""

    def visible_to(self, viewer: Viewer) -> HouseQuerySet[M]:
        return self.filter(partnership_id__in=viewer.partnerships)


class KeptQuerySet(models.QuerySet[M]):
    """What the coordination keeps for itself: the line, cards, exceptions."""

    def visible_to(self, viewer: Viewer) -> KeptQuerySet[M]:
        if not viewer.may(Permission.READ_INDIVIDUALS):
            return self.none()
        return self.filter(seats_of(viewer))


class StayQuerySet(models.QuerySet[M]):
    """What both the coordination and the organisation that runs the site see: who sleeps on which place."""

    def visible_to(self, viewer: Viewer) -> StayQuerySet[M]:
        if not viewer.may(Permission.READ_INDIVIDUALS):
            return self.none()
        own = Q(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)
        return self.filter(own | seats_of(viewer))


class GuestQuerySet(models.QuerySet[M]):
    """Who someone is: the coordination, and the site where the guest sleeps tonight or slept last night."""

    def visible_to(self, viewer: Viewer) -> GuestQuerySet[M]:
        if not viewer.may(Permission.READ_INDIVIDUALS) or viewer.day is None:
            return self.none()
        return self.filter(seats_of(viewer) | Q(pk__in=sleeping_at(viewer)))


def sleeping_at(viewer: Viewer) -> models.QuerySet[Any, Any]:
    """Guests whose place of last night or tonight is at a site of the acting organisation."""
    from datetime import timedelta

    from samsyn.web.beds.models import Segment

    assert viewer.day is not None
    about_now = (viewer.day - timedelta(days=1), viewer.day + timedelta(days=1))
    own = Segment.objects.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)
    return own.filter(nights__overlap=about_now, guest__isnull=False).values("guest_id")
