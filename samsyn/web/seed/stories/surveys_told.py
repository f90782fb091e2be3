"""story.toml: what was asked of people in a twin, `[[surveys]]`, and how they answered. Nobody is in it."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
_Weight = Annotated[int, Field(ge=0, le=1000)]
_PerCent = Annotated[int, Field(ge=0, le=100)]


@_strict
class RaisedTold:
    """What was asked for is put on the agenda of the next meeting that is called, if any is."""

    question: str
    option: str
    on: date
    title: str
    background: str = ""


@_strict
class SurveyTold:
    """Questions fixed on the day `fixed_on`, asked from `first` through `last`: at most `a_day` answer on a day.

    Drawn by `seed`. `scale`: how common 1, 2, 3, 4 and 5 are. `yes`: of a hundred. `options`: of a hundred who choose
    each. `texts`: what somebody wrote, in turn, one answer in four; the first `withheld` of them were held back.
    """

    by: str
    survey: str
    name: str
    fixed_on: date
    first: date
    last: date
    a_day: Annotated[int, Field(ge=1, le=50)]
    seed: int
    languages: tuple[str, ...] = ("sv",)
    audiences: tuple[str, ...] = ("adult",)
    about: str = ""
    skipped: _PerCent = 8
    scale: tuple[_Weight, _Weight, _Weight, _Weight, _Weight] = (1, 2, 4, 8, 7)
    yes: _PerCent = 75
    options: dict[str, _PerCent] = field(default_factory=dict)
    sexes: dict[str, _Weight] = field(default_factory=dict)
    ages: dict[str, _Weight] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    withheld: int = 0
    screened_on: date | None = None
    raised: tuple[RaisedTold, ...] = ()
