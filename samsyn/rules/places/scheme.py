"""The name under which stays and quarantines exclude each other, and how the places of pools are counted."""

from __future__ import annotations

from enum import StrEnum

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Pool, Quarantine

EXTRA = "extra:"
"""An extra place that the quarantine does not reach is in a scheme of its own: the root pool's id after this."""

OWN = "own:"
"""A pool whose quarantine holds in that pool alone. Its name under one reading is never its name under another."""

PARTS = "parts:"
"""Parts of a pool whose quarantine holds in that pool alone, while theirs holds in all of them."""


class Kind(StrEnum):
    """For what a place is given."""

    ORDINARY = "ordinary"
    COLD_NIGHT = "cold_night"
    SPECIAL_EVENT = "special_event"


def root(agreement: Agreement, pool_id: str) -> str:
    """The pool that this one is counted in, all the way up; itself where it is part of none."""
    seen = [pool_id]
    while (above := agreement.pool[seen[-1]].part_of) in agreement.pool and above not in seen:
        seen.append(str(above))
    return seen[-1]


def scheme(agreement: Agreement, pool_id: str, kind: Kind = Kind.ORDINARY) -> str:
    """A guest has one block a night in each scheme.

    1. an extra place that the quarantine does not reach: `extra:` and the root pool; 2. a pool whose quarantine is
    its own («same_pool»): `own:` and the pool; 3. else the root pool; 4. or, if the root's quarantine is its own, the
    other parts.
    So two pools share a scheme only if both say «all», and an answer in one of them is enough to part them.
    """
    rules, top = quarantine(agreement.pool[pool_id]), root(agreement, pool_id)
    if kind is not Kind.ORDINARY and not rules.holds_on_extra_nights:
        return EXTRA + top
    if rules.across_pools == "same_pool":
        return OWN + pool_id
    if pool_id == top:
        return top
    return top if quarantine(agreement.pool[top]).across_pools == "all" else PARTS + top


def renamed(agreement: Agreement, pool_id: str, before: str) -> str:
    """The scheme in which a stay counts now that was given in `before`, perhaps under another reading."""
    if pool_id not in agreement.pool:
        return before
    extra = before.startswith(EXTRA) and not quarantine(agreement.pool[pool_id]).holds_on_extra_nights
    return EXTRA + root(agreement, pool_id) if extra else scheme(agreement, pool_id)


def quarantine(pool: Pool) -> Quarantine:
    """A pool without quarantine has one of no nights."""
    return pool.quarantine or Quarantine(nights=0)


def own_places(agreement: Agreement, pool_id: str) -> int:
    """Places of the pool that are in no smaller pool: 95, where 20 of 115 are reserved."""
    parts = (each.places for each in agreement.pool.values() if each.part_of == pool_id and each.applies)
    return max(0, agreement.pool[pool_id].places - sum(parts))


def with_parts(agreement: Agreement, counts: dict[str, int]) -> dict[str, int]:
    """Counts by pool, where each also holds what its parts hold: {ordinary: 95, women: 20} → {115, 20}."""
    summed = dict.fromkeys(counts, 0)
    for pool_id, count in counts.items():
        for above in _upwards(agreement, pool_id):
            summed[above] = summed.get(above, 0) + count
    return summed


def _upwards(agreement: Agreement, pool_id: str) -> list[str]:
    seen: list[str] = []
    each: str | None = pool_id
    while each in agreement.pool and each not in seen:
        seen.append(each)
        each = agreement.pool[each].part_of
    return seen
