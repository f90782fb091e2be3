"""Where a partnership's daily work, its money and its follow-up are found. The capabilities downstream say so.

rooms.register("tallies", room_of)     # in the capability's AppConfig.ready; room_of(entering) -> Room | None

The rooms of a group stand together under one place, so that the places of a partnership are as few for a party that
does much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.agreements.queries import own_key
from samsyn.web.partnerships.models import Partnership

WORK = ("beds", "placements", "tallies", "support", "occasions", "roster", "contributions", "incidents", "surveys")
MONEY = ("economy", "invoices", "books", "funders", "statements", "claims")
FOLLOW = ("steering", "indicators", "theory", "reports", "releases", "insight", "publication")
"""In which they stand, whatever the order of registration."""


@dataclass(frozen=True, slots=True)
class Room:
    """A name and an address. The name tells whoever looks over a shoulder as little as the work demands."""

    text: str
    url: str


@dataclass(frozen=True)
class Entering:
    """Who comes in, and what the agreement says today. `mine` asks the database, once and if needed."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    to: Addresses

    @cached_property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @cached_property
    def mine(self) -> str | None:
        """The acting party's key in the agreement."""
        return own_key(self.viewer, self.partnership.pk)

    def has_places(self, kind: Literal["night", "training"]) -> bool:
        """Whether the agreement hands out places of the kind today."""
        return any(each.kind == kind and each.applies for each in self.terms.pool.values())


Found = Callable[[Entering], Room | None]
_KNOWN: dict[str, Found] = {}


def register(here: str, found: Found) -> None:
    """`here` is of WORK, MONEY or FOLLOW: what a page of the room gives to `frame`."""
    if here not in (*WORK, *MONEY, *FOLLOW):
        raise ValueError(f"{here!r} has no place among the rooms.")
    _KNOWN[here] = found


def rooms_for(entering: Entering, group: Sequence[str]) -> Iterator[tuple[str, Room]]:
    for here in group:
        room = _KNOWN[here](entering) if here in _KNOWN else None
        if room is not None:
            yield here, room
