"""How many places are free, on which night, in which pool. Slow and obvious: what the database answers must agree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.places.blocks import Block
from samsyn.rules.quantities import DateRange


@dataclass(frozen=True, slots=True)
class Standing:
    """A place that belongs to a pool on certain nights."""

    place: str
    pool: str
    nights: DateRange
    site: str = ""


@dataclass(frozen=True, slots=True)
class Outage:
    """Nights on which a place cannot be used."""

    place: str
    nights: DateRange


@dataclass(frozen=True, slots=True)
class Segment:
    """Nights that a guest is given in a place."""

    place: str
    guest: str
    nights: DateRange


@dataclass(frozen=True, slots=True)
class Overview:
    """A night at a site in a pool. places = free + held + occupied + out_of_order.

    Held: given, and its guest has not come yet. A place that is out of order and slept in all the same is occupied.
    """

    site: str
    pool: str
    places: int
    free: int
    held: int
    occupied: int
    out_of_order: int


def free_places(
    standings: Iterable[Standing], outages: Sequence[Outage], segments: Sequence[Segment], nights: DateRange
) -> dict[str, list[str]]:
    """By pool, the places that stand in it all the nights, in order and without a guest. A pool without its parts."""
    found: dict[str, list[str]] = {}
    mine = list(standings)
    for pool, place in sorted({(each.pool, each.place) for each in mine}):
        held = [each.nights for each in mine if (each.pool, each.place) == (pool, place)]
        taken = [each.nights for each in outages if each.place == place]
        taken += [each.nights for each in segments if each.place == place]
        usable = all(any(night in each for each in held) for night in days_of(nights))
        found.setdefault(pool, [])
        if usable and not any(each.overlap(nights) for each in taken):
            found[pool].append(place)
    return found


def free(
    standings: Iterable[Standing], outages: Sequence[Outage], segments: Sequence[Segment], nights: DateRange
) -> dict[str, int]:
    """How many places are free all the nights, by pool. With the parts counted in: `with_parts`."""
    return {pool: len(places) for pool, places in free_places(standings, outages, segments, nights).items()}


def overview(
    standings: Iterable[Standing], outages: Sequence[Outage], segments: Sequence[Segment], night: date,
    arrived: Collection[str] = (),
) -> list[Overview]:  # fmt: skip
    """One row for each site and pool on a night. `arrived`: guests who have come that night."""
    rows: dict[tuple[str, str], list[str]] = {}
    for each in standings:
        if night in each.nights:
            rows.setdefault((each.site, each.pool), []).append(_state(each.place, outages, segments, night, arrived))
    return [
        Overview(site, pool, len(states), *(states.count(name) for name in ("free", "held", "occupied", "out")))
        for (site, pool), states in sorted(rows.items())
    ]


def in_quarantine(blocks: Iterable[Block], night: date) -> dict[str, int]:
    """How many blocks are in their quarantine on a night, by scheme."""
    found: dict[str, int] = {}
    for block in blocks:
        if block.quarantine and night in block.quarantine:
            found[block.scheme] = found.get(block.scheme, 0) + 1
    return found


def days_of(nights: DateRange) -> list[date]:
    return [date.fromordinal(each) for each in range(nights.start.toordinal(), nights.end.toordinal())]


def _state(
    place: str, outages: Sequence[Outage], segments: Sequence[Segment], night: date, arrived: Collection[str]
) -> str:
    guests = [each.guest for each in segments if each.place == place and night in each.nights]
    if guests:
        return "occupied" if any(each in arrived for each in guests) else "held"
    return "out" if any(each.place == place and night in each.nights for each in outages) else "free"
