"""story.toml: what the parties of a twin ask to see by a clause, and what is answered. All of it invented."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Literal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))


@_strict
class PaperTold:
    """A paper that the answer hands over: its title, and its lines. It is laid in as a draft on the day before."""

    title: str
    public_title: str
    lines: tuple[str, ...]


@_strict
class StaffTold:
    """A staff list of those on the roster that day. `named` and `left_out`: as they are known there."""

    named: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    works_with: dict[str, str] = field(default_factory=dict)


@_strict
class InsightAnswerTold:
    """With papers, or with a staff list. `grounds` are keys of `rules.secrecy.door`."""

    on: date
    outcome: Literal["all", "more", "part", "nothing"]
    tried_as: str
    says: str = ""
    papers: tuple[PaperTold, ...] = ()
    staff: StaffTold | None = None
    grounds: tuple[str, ...] = ()
    because: str = ""


@_strict
class InsightTold:
    """`[[insight]]`: asked by `by` by the duty (a term that holds on request), and answered by whoever owes it."""

    by: str
    duty: str
    on: date
    asks: str
    about: tuple[str, ...] = ()
    wanted_by: date | None = None
    answers: tuple[InsightAnswerTold, ...] = ()
