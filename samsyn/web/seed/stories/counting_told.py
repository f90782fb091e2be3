"""story.toml: what is invented about a pad, `[[tallies]]`. How many came on a day; nobody is in it."""

from __future__ import annotations

from dataclasses import field
from datetime import date, time
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
_Weight = Annotated[int, Field(ge=0, le=1000)]
_Weekday = Annotated[int, Field(ge=1, le=7)]


@_strict
class PaperTold:
    """A day on which the tablet did not work, or that nobody had one for yet: written down on paper."""

    day: date
    source: str


@_strict
class ClosedTold:
    first: date
    last: date
    why: str


@_strict
class CancelledTold:
    day: date
    reason: str


@_strict
class TallyTold:
    """From `first` on, on `weekdays` (1 is Monday), about `visits` a day between `opens` and `closes`, drawn by `seed`.

    `services`: how many of a hundred visits use each. `sexes`, `ages`: how common each answer is beside the others;
    «not_stated» or an empty age where nothing was said. Days without a tablet are on `paper`.
    """

    pad: str
    first: date
    visits: Annotated[int, Field(ge=1, le=200)]
    opens: time
    closes: time
    seed: int
    tablet: str = "Plattan vid dörren"
    weekdays: tuple[_Weekday, ...] = (1, 2, 3, 4, 5)
    services: dict[str, Annotated[int, Field(ge=0, le=100)]] = field(default_factory=dict)
    sexes: dict[str, _Weight] = field(default_factory=dict)
    ages: dict[str, _Weight] = field(default_factory=dict)
    paper: tuple[PaperTold, ...] = ()
    closed: tuple[ClosedTold, ...] = ()
    cancelled: tuple[CancelledTold, ...] = ()
