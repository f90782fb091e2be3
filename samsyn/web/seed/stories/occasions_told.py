"""story.toml: what a party holds, `[[occasions]]`, who works at it, and how many came. Nobody who came is in it."""

from __future__ import annotations

from dataclasses import field
from datetime import date, time
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from samsyn.web.seed.stories.counting_told import CancelledTold

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
_Weight = Annotated[int, Field(ge=0, le=1000)]
_Weekday = Annotated[int, Field(ge=1, le=7)]


@_strict
class ShiftsTold:
    """At every occasion `n` work in a function. `who` are put on in turn; a * instead of a name leaves one free."""

    function: str
    n: Annotated[int, Field(ge=1, le=10)]
    who: tuple[str, ...] = ()


@_strict
class OccasionsTold:
    """A series of `activity` on `weekdays` from `first` through `last`; without weekdays one occasion on `first`.

    Planned on the day `planned_on`. About `heads` come to each, drawn by `seed` by `sexes` and `ages`. What was held on
    a day in `unwritten` nobody has written in yet. `different`: how many people they were together, on `different_on`.
    """

    by: str
    activity: str
    planned_on: date
    first: date
    starts: time
    ends: time
    heads: Annotated[int, Field(ge=0, le=500)]
    last: date | None = None
    weekdays: tuple[_Weekday, ...] = ()
    every: Annotated[int, Field(ge=1, le=4)] = 1
    skip: tuple[date, ...] = ()
    place: str = ""
    responsible: str = ""
    receiver_kind: str = ""
    receiver: str = ""
    shared: bool = False
    seed: int = 1
    sexes: dict[str, _Weight] = field(default_factory=dict)
    ages: dict[str, _Weight] = field(default_factory=dict)
    shifts: tuple[ShiftsTold, ...] = ()
    cancelled: tuple[CancelledTold, ...] = ()
    unwritten: tuple[date, ...] = ()
    different: int | None = None
    different_on: date | None = None
