"""Partnerships as one viewer may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from samsyn.rules.terms import Agreement

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.partnerships.models import Appointment, Partnership, PartnershipParty  # noqa: F401


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    def visible_to(self, viewer: Viewer) -> PartnershipQuerySet:
        """Where the acting organisation is a party, or takes part without being one."""
        return self.filter(pk__in=viewer.known_partnerships)

    def of_party(self, viewer: Viewer) -> PartnershipQuerySet:
        """Only where the acting organisation is a party."""
        return self.filter(pk__in=viewer.partnerships)


class PartnershipPartyQuerySet(models.QuerySet["PartnershipParty"]):
    def visible_to(self, viewer: Viewer) -> PartnershipPartyQuerySet:
        return self.filter(partnership_id__in=viewer.known_partnerships)


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def visible_to(self, viewer: Viewer) -> AppointmentQuerySet:
        """Who sits where is known to everyone in the partnership, and to the organisation that appointed."""
        return self.filter(
            Q(partnership_id__in=viewer.known_partnerships)
            | Q(organisation_id=viewer.organisation_id)
            | Q(person_id=viewer.person_id)
        )

    def on(self, day: date) -> AppointmentQuerySet:
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat as the agreement has it: `key` is the party or participant that fills it, `function` its own word."""

    function: str
    key: str
    number: int


@dataclass(frozen=True, slots=True)
class BodySeats:
    """A body with its seats; `clause` is where the agreement says so."""

    id: str
    name: str
    clause: str
    seats: tuple[Seat, ...]

    def functions_of(self, key: str) -> list[str]:
        return [seat.function for seat in self.seats if seat.key == key]


def bodies_of(agreement: Agreement) -> list[BodySeats]:
    """Every body in the agreement with who is to sit there."""
    return [
        BodySeats(
            body.id,
            body.name,
            body.clause,
            tuple(Seat(each.function, each.party or each.participant or "", each.seats) for each in body.members),
        )
        for body in agreement.body.values()
    ]
