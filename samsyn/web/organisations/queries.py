"""Organisations, people and memberships, always as one viewer may see them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.organisations.models import Membership, Organisation, Person  # noqa: F401


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, viewer: Viewer) -> OrganisationQuerySet:
        """The acting organisation, those the person also belongs to, and parties to shared partnerships."""
        return self.filter(
            Q(pk=viewer.organisation_id)
            | Q(memberships__person_id=viewer.person_id)
            | Q(parties__partnership_id__in=viewer.known_partnerships)
        ).distinct()


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, viewer: Viewer) -> PersonQuerySet:
        """The viewer, colleagues past and present, and those appointed in a shared partnership."""
        return self.filter(
            Q(pk=viewer.person_id)
            | Q(memberships__organisation_id=viewer.organisation_id)
            | Q(appointments__partnership_id__in=viewer.known_partnerships)
        ).distinct()


class MembershipQuerySet(models.QuerySet["Membership"]):
    def visible_to(self, viewer: Viewer) -> MembershipQuerySet:
        """One's own everywhere, and everybody's in the acting organisation."""
        return self.filter(Q(person_id=viewer.person_id) | Q(organisation_id=viewer.organisation_id))

    def on(self, day: date) -> MembershipQuerySet:
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)
