"""story.toml: what is invented about contacts with a support line, `[support]`. Numbers; nobody is in it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
_Mean = Annotated[int, Field(ge=0, le=30)]


@_strict
class SupportTold:
    """From `first` on, at most twice so many contacts a day as said, drawn by `seed`: on weekdays, and at weekends.

    `summer` are months with half as many. `concern_in`: concern for a child in one contact of so many.
    """

    by: str
    first: date
    weekday: _Mean
    weekend: _Mean
    seed: int
    summer: tuple[Annotated[int, Field(ge=1, le=12)], ...] = ()
    concern_in: Annotated[int, Field(ge=2)] = 60
