"""A half-year: the shortest time for which concern for children is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_WRITTEN = re.compile(r"([0-9]{4})-([12])")


@dataclass(frozen=True, slots=True, order=True)
class Half:
    """`number` 1 is January to June, 2 July to December."""

    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year, 6 * self.number - 5, 1)

    @property
    def last(self) -> date:
        return self.next.first - timedelta(days=1)

    @property
    def months(self) -> tuple[int, ...]:
        return tuple(range(self.first.month, self.first.month + 6))

    @property
    def previous(self) -> Half:
        return Half(self.year, 1) if self.number == 2 else Half(self.year - 1, 2)

    @property
    def next(self) -> Half:
        return Half(self.year, 2) if self.number == 1 else Half(self.year + 1, 1)

    def __str__(self) -> str:
        """As it stands in an address: 2026-2."""
        return f"{self.year:04}-{self.number}"


def half_of(day: date) -> Half:
    return Half(day.year, 1 if day.month <= 6 else 2)


def half_in(text: str, first: Half, last: Half) -> Half:
    """The half-year that an address names, if it lies within; else the last."""
    found = _WRITTEN.fullmatch(text)
    half = Half(int(found[1]), int(found[2])) if found and text.isascii() else last
    return half if first <= half <= last else last
