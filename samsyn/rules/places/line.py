"""The order of the line when the places do not suffice: arrival, a stated reason, or a drawing of lots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from samsyn.rules.because import Reason
from samsyn.rules.places.readings import assumed
from samsyn.rules.terms import Agreement

Order = Literal["arrival", "priority", "lottery"]
_SAYS = {
    "arrival": "Den som kom först får plats först.",
    "priority": "Den som har ett skäl till förtur går först, sedan den som kom först.",
    "lottery": "Ordningen lottas.",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone in the line. `arrived` counts up; `priority`: a reason has been written down."""

    id: str
    arrived: int
    priority: bool = False


def ordered(waiting: Sequence[Waiting], order: Order, seed: str | None = None) -> list[Waiting]:
    """First in line first; the order in which they are given makes no difference.

    A drawing of lots sorts by the SHA-256 of «seed:id» in UTF-8, as hexadecimal digits, the least first: anyone who
    has the seed can draw again. ValueError without a seed.
    """
    if order == "lottery":
        if not seed:
            raise ValueError("a drawing of lots needs its seed")
        return sorted(waiting, key=lambda each: (lot(seed, each.id), each.id))
    first = order == "priority"
    return sorted(waiting, key=lambda each: (first and not each.priority, each.arrived, each.id))


def lot(seed: str, id_: str) -> str:
    """The lot of one in the line: 64 hexadecimal digits."""
    return sha256(f"{seed}:{id_}".encode()).hexdigest()


def order_of(agreement: Agreement, pool_id: str) -> tuple[Order, Reason]:
    """How the line of a pool is ordered, and why."""
    pool = agreement.pool[pool_id]
    return pool.order, Reason(pool.clause, pool.id, _SAYS[pool.order], (), assumed(pool, "order"))
