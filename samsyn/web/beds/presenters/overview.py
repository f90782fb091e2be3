"""The overview as figures and tables: what is free tonight, where, and what the next nights look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.web.beds.models import Refusal, Site
from samsyn.web.beds.overview import Counts, Overview
from samsyn.web.beds.presenters.pools import PoolName


@dataclass(frozen=True, slots=True)
class Head:
    """One pool tonight. `agreed` differs from `counts.places` where places are missing or extra.

    `short`: of the free ones those that are free tonight but not for a whole stay. `gone`: have left in the morning.
    """

    pool: PoolName
    counts: Counts
    waiting: int
    in_quarantine: int
    short: int
    gone: int

    @property
    def inside(self) -> int:
        """Have come and are still there."""
        return self.counts.occupied - self.gone


@dataclass(frozen=True, slots=True)
class Row:
    """A pool at a site tonight; `first` of its site carries the name. `next` is what is free the nights after."""

    site_id: UUID
    site: str
    pool: str
    first: bool
    counts: Counts
    next: tuple[tuple[date, int], ...]
    gone: int

    @property
    def inside(self) -> int:
        return self.counts.occupied - self.gone


@dataclass(frozen=True, slots=True)
class Board:
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    sums: Counts
    next_sums: tuple[tuple[date, int], ...]
    later: tuple[date, ...]
    gone: int

    @property
    def inside(self) -> int:
        return self.sums.occupied - self.gone


@dataclass(frozen=True, slots=True)
class Need:
    """Refusals: a row for each reason, a column for each night, sums at both ends."""

    nights: tuple[date, ...]
    rows: tuple[tuple[str, tuple[tuple[date, int], ...], int], ...]
    sums: tuple[tuple[date, int], ...]
    total: int


def board_of(
    found: Overview,
    pools: Mapping[str, PoolName],
    sites: Sequence[Site],
    whole: Mapping[str, int],
    gone: Mapping[tuple[UUID, str], int],
) -> Board:
    """`gone`: who has left already, by site and pool; the counts have them among the occupied."""
    tonight, *later = found.nights
    names = {each.pk: each.name for each in sites}
    order = {key: place for place, key in enumerate(pools)}
    per_pool: dict[str, Counts] = dict.fromkeys(pools, Counts())
    for (night, _, pool), counts in found.counts.items():
        if night == tonight:
            per_pool[pool] = per_pool.get(pool, Counts()) + counts
    keys = sorted(
        (key for key in found.rows if key[0] in names), key=lambda key: (names[key[0]], order.get(key[1], 99), key[1])
    )
    rows, before, left_by_pool = [], None, Counter[str]()
    for site, pool in keys:
        counts = found.counts.get((tonight, site, pool), Counts())
        next_ = tuple((night, found.counts.get((night, site, pool), Counts()).free) for night in later)
        name = pools[pool].name if pool in pools else pool
        left = min(gone.get((site, pool), 0), counts.occupied)
        rows.append(Row(site, names[site], name, site != before, counts, next_, left))
        left_by_pool[pool] += left
        before = site
    heads = [
        Head(
            name,
            per_pool[key],
            found.waiting.get(key, 0),
            found.in_quarantine.get(key, 0),
            max(0, per_pool[key].free - whole.get(key, 0)),
            left_by_pool[key],
        )
        for key, name in pools.items()
    ]
    sums = sum((row.counts for row in rows), Counts())
    next_sums = tuple((night, sum(row.next[place][1] for row in rows)) for place, night in enumerate(later))
    return Board(tuple(heads), tuple(rows), sums, next_sums, tuple(later), left_by_pool.total())


def need_of(refused: Mapping[tuple[date, str], int], nights: Sequence[date]) -> Need:
    rows = []
    for reason, words in Refusal.Reason.choices:
        numbers = tuple((night, refused.get((night, reason), 0)) for night in nights)
        if total := sum(number for _, number in numbers):
            rows.append((str(words), numbers, total))
    sums = tuple((night, sum(row[1][place][1] for row in rows)) for place, night in enumerate(nights))
    return Need(tuple(nights), tuple(rows), sums, sum(row[2] for row in rows))
