"""How many places there are by the agreement, how many are set up today, and how many of them somebody has."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.terms.places import Pool
from samsyn.web.beds.presenters.pools import pool_words


@dataclass(frozen=True, slots=True)
class Places:
    """`there`: set up today. `held`: somebody has them; None where only released figures tell it.

    `promised`: free today, and given to someone from a later day. `part`: counted in the pool above.
    """

    name: str
    agreed: int
    there: int
    held: int | None
    promised: int
    clause: str
    assumed: bool
    part: bool

    @property
    def free(self) -> int | None:
        return None if self.held is None else self.there - self.held

    @property
    def differs(self) -> bool:
        return self.there != self.agreed


def places_of(pool: Pool, there: int, held: int | None = None, promised: int = 0) -> Places:
    return Places(
        name=gettext("Nattplatser") if pool.kind == "night" and not pool.reserved_for else _name(pool),
        agreed=pool.places,
        there=there,
        held=held,
        promised=promised,
        clause=pool.clause,
        assumed=bool(pool.assumption),
        part=pool.part_of is not None,
    )


def _name(pool: Pool) -> str:
    return pool_words(pool) if pool.kind == "night" else gettext("Arbetsträningsplatser")
