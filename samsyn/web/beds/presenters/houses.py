"""What there is at a site: its places tonight, and its capacity as dated rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.web.beds.models import Outage, Place, Standing
from samsyn.web.beds.presenters.pools import PoolName


@dataclass(frozen=True, slots=True)
class Bed:
    """`pool` is empty on a night on which the place is not there. `outage` is the one tonight, or the next to come."""

    place: Place
    pool: str
    kind: str
    outage: Outage | None
    is_out: bool


@dataclass(frozen=True, slots=True)
class Capacity:
    """So many places in a pool from one night until another, which is not slept; for which reason."""

    pool: str
    kind: str
    number: int
    first: date
    after: date | None
    because: str


def beds_of(
    places: Iterable[Place],
    standings: Iterable[Standing],
    outages: Iterable[Outage],
    pools: Mapping[str, PoolName],
    night: date,
) -> list[Bed]:
    """One for each place, in the order in which places are given."""
    stands = {each.place_id: each for each in standings if night in each.nights}
    out: dict[object, Outage] = {}
    for each in sorted(outages, key=lambda outage: outage.nights.lower):
        out.setdefault(each.place_id, each)
    beds = []
    for place in places:
        standing, outage = stands.get(place.pk), out.get(place.pk)
        pool = pool_of(pools, standing.pool) if standing else ""
        kind = standing.get_kind_display() if standing else ""
        beds.append(Bed(place, pool, kind, outage, outage is not None and night in outage.nights))
    return beds


def capacity_of(standings: Iterable[Standing], pools: Mapping[str, PoolName]) -> list[Capacity]:
    """Rows that say the same of several places are one. By the first night."""
    counted: dict[tuple[str, str, date, date | None, str], int] = {}
    for each in standings:
        key = (each.pool, str(each.get_kind_display()), each.nights.lower, each.nights.upper, each.because)
        counted[key] = counted.get(key, 0) + 1
    rows = [
        Capacity(pool_of(pools, pool), kind, number, first, after, because)
        for (pool, kind, first, after, because), number in counted.items()
    ]
    return sorted(rows, key=lambda row: (row.first, row.pool))


def pool_of(pools: Mapping[str, PoolName], key: str) -> str:
    return pools[key].name if key in pools else key
