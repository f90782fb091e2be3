"""What became of the days: held, cancelled, or planned and nothing more. Figures per open day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Literal

Mark = Literal["held", "cancelled"]
"""What a person has said of a day."""


class Outcome(StrEnum):
    PLANNED = "planned"
    """Nothing is counted and nobody has said anything: to come, or forgotten."""
    HELD = "held"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    """Not planned and not held."""


@dataclass(frozen=True, slots=True)
class OpenDays:
    """Days in order. `extra` were held without being planned; `doubtful` are marked cancelled and yet counted on."""

    planned: tuple[date, ...]
    held: tuple[date, ...]
    cancelled: tuple[date, ...]
    extra: tuple[date, ...]
    doubtful: tuple[date, ...]

    @property
    def silent(self) -> tuple[date, ...]:
        """Planned days of which nothing is known."""
        return tuple(sorted({*self.planned} - {*self.held} - {*self.cancelled}))


def outcome(planned: bool, counted: bool, mark: Mark | None = None) -> Outcome:
    """1. what a person has said; 2. a counted event is a held day; 3. the plan."""
    if mark is not None:
        return Outcome(mark)
    if counted:
        return Outcome.HELD
    return Outcome.PLANNED if planned else Outcome.CLOSED


def open_days(
    planned: Iterable[date], counted: Collection[date] = (), marks: Mapping[date, Mark] | None = None
) -> OpenDays:
    """What became of the planned days, and of the others on which something was counted or said."""
    plan, said, some = set(planned), marks or {}, set(counted)
    became = {day: outcome(day in plan, day in some, said.get(day)) for day in sorted(plan | some | set(said))}
    held = [day for day, each in became.items() if each is Outcome.HELD]
    cancelled = [day for day, each in became.items() if each is Outcome.CANCELLED]
    return OpenDays(
        planned=tuple(sorted(plan)),
        held=tuple(held),
        cancelled=tuple(cancelled),
        extra=tuple(day for day in held if day not in plan),
        doubtful=tuple(day for day in cancelled if day in some),
    )


def per_open_day(total: int, days: int) -> Decimal | None:
    """A figure per day that was held, with one decimal, half away from zero. None where no day was."""
    return None if days < 1 else (Decimal(total) / days).quantize(Decimal("0.1"), ROUND_HALF_UP)
