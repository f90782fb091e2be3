"""A body as the page shows it: each seat of the agreement, and who sits there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from samsyn.rules.terms import Agreement
from samsyn.web.partnerships.models import Appointment
from samsyn.web.partnerships.queries import BodySeats, Seat


@dataclass(frozen=True, slots=True)
class ShownSeat:
    """`holders` are empty where nobody is appointed; `mine`: the acting organisation fills it."""

    function: str
    party: str
    holders: tuple[Appointment, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class ShownBody:
    id: str
    name: str
    clause: str
    seats: tuple[ShownSeat, ...]
    fillable: bool


def shown_bodies(
    bodies: Sequence[BodySeats],
    seated: Sequence[Appointment],
    agreement: Agreement,
    organisations: Mapping[str, UUID],
    *,
    mine: str,
) -> list[ShownBody]:
    """`mine` is the party id for which the viewer may appoint, empty if none.

    `organisations` by party id: two parties may each have a «Representant», and only their own sits there.
    """
    return [
        ShownBody(
            body.id,
            body.name,
            body.clause,
            tuple(
                ShownSeat(
                    seat.function,
                    agreement.party_name(seat.key),
                    tuple(each for each in seated if _sits(each, body.id, seat, organisations)),
                    mine=bool(mine) and seat.key == mine,
                )
                for seat in body.seats
            ),
            fillable=bool(mine and body.functions_of(mine)),
        )
        for body in bodies
    ]


def _sits(held: Appointment, body: str, seat: Seat, organisations: Mapping[str, UUID]) -> bool:
    there = (held.body, held.function, held.organisation_id)
    return there == (body, seat.function, organisations.get(seat.key))
