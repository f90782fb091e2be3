"""A body as the page shows it: each seat of the agreement, and who sits there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.rules.terms import Agreement
from samsyn.web.partnerships.models import Appointment
from samsyn.web.partnerships.queries import BodySeats


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
    bodies: Sequence[BodySeats], seated: Sequence[Appointment], agreement: Agreement, *, mine: str
) -> list[ShownBody]:
    """`mine` is the party id for which the viewer may appoint, empty if none."""
    return [
        ShownBody(
            body.id,
            body.name,
            body.clause,
            tuple(
                ShownSeat(
                    seat.function,
                    agreement.party_name(seat.key),
                    tuple(each for each in seated if each.body == body.id and each.function == seat.function),
                    mine=bool(mine) and seat.key == mine,
                )
                for seat in body.seats
            ),
            fillable=bool(mine and body.functions_of(mine)),
        )
        for body in bodies
    ]
