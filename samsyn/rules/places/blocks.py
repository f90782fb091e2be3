"""Blocks: the nights on which a guest may not have another place. Stay first, quarantine after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from samsyn.rules.quantities import DateRange


class How(StrEnum):
    """How a stay ended before its time. A move ends nothing: the guest sleeps on in another place.

    Undone: the place was given by mistake, and leaves no quarantine.
    """

    LEFT = "left"
    NO_SHOW = "no_show"
    BARRED = "barred"
    UNDONE = "undone"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Ended:
    """`on` is the first night not slept."""

    how: How
    on: date


@dataclass(frozen=True, slots=True)
class Block:
    """Nights blocked in a scheme: slept before `stay_until`, quarantine from it. `id` is how its row is known.

    `pool` and `ended` say where the quarantine comes from, so that an answer can name the readings it rests on.
    """

    scheme: str
    nights: DateRange
    stay_until: date
    id: str = ""
    pool: str = ""
    ended: How | None = None

    def __post_init__(self) -> None:
        if not self.nights.start <= self.stay_until <= self.nights.end:
            raise ValueError(f"the stay ends {self.stay_until}, outside {self.nights}")

    @property
    def stay(self) -> DateRange | None:
        return DateRange(self.nights.start, self.stay_until) if self.stay_until > self.nights.start else None

    @property
    def quarantine(self) -> DateRange | None:
        return DateRange(self.stay_until, self.nights.end) if self.stay_until < self.nights.end else None


def united(blocks: Iterable[Block]) -> dict[str, tuple[Block, ...]]:
    """By scheme, the same nights without overlap: when two records turn out to be one guest.

    The lower end of the later block is raised to the end of the earlier; one that lies within another is gone. What
    was slept is then told by the segments alone (`may_have(stays=…)`). Which of two stays on the same night goes on is
    not decided here: end one of the segments first.
    """
    found: dict[str, list[Block]] = {}
    for block in sorted(blocks, key=lambda each: (each.nights.start, -each.nights.end.toordinal(), each.id)):
        before = found.setdefault(block.scheme, [])
        if left := _after(block, before[-1].nights.end if before else block.nights.start):
            before.append(left)
    return {scheme: tuple(kept) for scheme, kept in found.items()}


def lifted(block: Block, from_night: date) -> Block | None:
    """The block cut at a night, because someone with the mandate broke the quarantine; None where nothing is left.

    ValueError where the guest has a place on that night or later: such a stay is ended, not lifted.
    """
    if block.stay_until > from_night:
        raise ValueError(f"the guest has a place until {block.stay_until}: end the stay first")
    if from_night <= block.nights.start:
        return None
    return replace(block, nights=DateRange(block.nights.start, min(from_night, block.nights.end)))


def outside(nights: DateRange, standing: Sequence[DateRange]) -> tuple[DateRange, ...]:
    """The nights that none of the others holds, in order."""
    left = [nights]
    for other in standing:
        left = [part for each in left for part in _without(each, other)]
    return tuple(left)


def _after(block: Block, end: date) -> Block | None:
    if block.nights.end <= end:
        return None
    start = max(block.nights.start, end)
    return replace(block, nights=DateRange(start, block.nights.end), stay_until=max(start, block.stay_until))


def _without(nights: DateRange, other: DateRange) -> list[DateRange]:
    if nights.overlap(other) is None:
        return [nights]
    before = [DateRange(nights.start, other.start)] if nights.start < other.start else []
    return before + ([DateRange(other.end, nights.end)] if other.end < nights.end else [])
