"""Who is called to a meeting: everyone appointed to the body on its day, and the seats that stand empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.governance import Body, Seat

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Appointed:
    """A person whom an organisation has appointed to a function of the body."""

    organisation: UUID
    function: str
    person: UUID


@dataclass(frozen=True, slots=True)
class Called:
    """A place at the table. No `person`: the seat stands empty, and its organisation is called all the same."""

    organisation: UUID
    function: str
    person: UUID | None


def who_is_called(
    agreement: Agreement, body: Body, appointed: Sequence[Appointed], organisations: Mapping[str, UUID]
) -> list[Called]:
    """In the order of the clause; appointed to a function that it does not name come last.

    `organisations` is the party's or participant's id → its organisation. A unit of a party is called through it; a
    participant that has no organisation here cannot be called.
    """
    found: list[Called] = []
    for seat in body.members:
        owner = behind(agreement, seat, organisations)
        if owner is None:
            continue
        sitting = [each for each in appointed if (each.organisation, each.function) == (owner, seat.function)]
        found += [Called(owner, seat.function, each.person) for each in sitting] or [Called(owner, seat.function, None)]
    named = {(each.organisation, each.function) for each in found}
    others = [each for each in appointed if (each.organisation, each.function) not in named]
    found += [Called(each.organisation, each.function, each.person) for each in others]
    return list(dict.fromkeys(found))


def organisations_in(agreement: Agreement, body: Body, organisations: Mapping[str, UUID]) -> list[UUID]:
    """Every organisation with a seat, once, in the order of the clause."""
    seats = (behind(agreement, seat, organisations) for seat in body.members)
    return list(dict.fromkeys(each for each in seats if each is not None))


def is_member(agreement: Agreement, body: Body, party: str) -> bool:
    """Has this party a seat, itself or through a unit of its own?"""
    return any(party in (seat.party, _belongs_to(agreement, seat)) for seat in body.members)


def parties_behind(agreement: Agreement, key: str) -> tuple[str, ...]:
    """A party itself, the party that a unit belongs to, or those that sit in a body; in the order of the parties."""
    if key in agreement.party:
        return (key,)
    if key in agreement.body:
        return tuple(party for party in agreement.party if is_member(agreement, agreement.body[key], party))
    unit = agreement.participant.get(key)
    return (unit.belongs_to,) if unit and unit.belongs_to else ()


def _belongs_to(agreement: Agreement, seat: Seat) -> str | None:
    unit = agreement.participant.get(seat.participant or "")
    return unit.belongs_to if unit else None


def behind(agreement: Agreement, seat: Seat, organisations: Mapping[str, T]) -> T | None:
    """What fills a seat: the organisation of its own party or participant, else of the party its unit belongs to."""
    own = organisations.get(seat.party or seat.participant or "")
    return own or organisations.get(_belongs_to(agreement, seat) or "")
