"""A guest's stays and quarantines as a picture in time, and as rows for those who read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.web.beds.models import Block, Segment

BEFORE, AFTER = 28, 13
"""Nights that the picture shows before and after tonight."""
_WIDTH = 14


@dataclass(frozen=True, slots=True)
class Bar:
    """`x` and `width` in the picture's own measure. `kind`: stay or quarantine."""

    kind: str
    x: int
    width: int
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    tonight: int
    bars: tuple[Bar, ...]
    weeks: tuple[tuple[int, date], ...]

    @property
    def is_empty(self) -> bool:
        return not self.bars


def picture_of(stays: Iterable[Segment], blocks: Iterable[Block], tonight: date) -> Picture:
    """Quarantine is what a block holds beyond the nights that were slept or are promised."""
    start, end = tonight - timedelta(days=BEFORE), tonight + timedelta(days=AFTER + 1)
    slept = [(each.nights.lower, each.nights.upper, each.site.name) for each in stays if not each.nights.isempty]
    bars = [_bar("stay", first, last, label, start, end) for first, last, label in slept]
    for block in blocks:
        if block.nights.isempty:
            continue
        after = max(
            [last for first, last, _ in slept if first < block.nights.upper and last > block.nights.lower]
            or [block.nights.lower]
        )
        bars.append(_bar("quarantine", max(after, block.nights.lower), block.nights.upper, "", start, end))
    days = (end - start).days
    mondays = [start + timedelta(days=each) for each in range(days) if (start + timedelta(days=each)).weekday() == 0]
    return Picture(
        width=days * _WIDTH,
        tonight=BEFORE * _WIDTH,
        bars=tuple(each for each in bars if each),
        weeks=tuple(((each - start).days * _WIDTH, each) for each in mondays),
    )


def _bar(kind: str, first: date, last: date, label: str, start: date, end: date) -> Bar | None:
    first, last = max(first, start), min(last, end)
    if first >= last:
        return None
    width = (last - first).days * _WIDTH
    return Bar(kind, (first - start).days * _WIDTH, width, label if width >= len(label) * 8 else "")
