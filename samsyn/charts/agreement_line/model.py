"""What an agreement line shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, get_args

MarkKind = Literal["extension", "notice", "meeting", "payment", "report", "other"]
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
DEADLINES: tuple[MarkKind, ...] = ("extension", "notice")


@dataclass(frozen=True)
class Mark:
    """A day on the line. text says what happens; the text of important ones is always shown.

    latest: the day is the last one for it, not the day on which it happens.
    """

    day: date
    kind: MarkKind
    text: str
    clause: str = ""
    important: bool = False
    latest: bool = False

    @property
    def weighs(self) -> bool:
        return self.important or self.kind in DEADLINES


def _swedish_kinds() -> Mapping[MarkKind, str]:
    return MappingProxyType(
        {
            "extension": "förlängning",
            "notice": "uppsägning",
            "meeting": "möten",
            "payment": "betalningar",
            "report": "rapporter",
            "other": "annat",
        }
    )


def _swedish_kind_names() -> Mapping[MarkKind, str]:
    return MappingProxyType(
        {
            "extension": "förlängning",
            "notice": "uppsägning",
            "meeting": "möte",
            "payment": "betalning",
            "report": "rapport",
            "other": "annat",
        }
    )


@dataclass(frozen=True)
class Words:
    """The words of the drawing; the page gives them in its language. kinds: many of a kind; kind_names: one."""

    title: str = "Överenskommelsens tid"
    today: str = "I dag"
    starts: str = "börjar gälla"
    ends: str = "slutar gälla"
    may_extend: str = "längst, om den förlängs"
    latest: str = "senast"
    not_yet: str = "har inte börjat"
    is_over: str = "har slutat"
    summary: str = "Gäller {start} till {end}. I dag är det {today}. {passed} procent av tiden har gått."
    kinds: Mapping[MarkKind, str] = field(default_factory=_swedish_kinds)
    kind_names: Mapping[MarkKind, str] = field(default_factory=_swedish_kind_names)


@dataclass(frozen=True)
class AgreementLine:
    """start and end are the first and the last day that the agreement holds (Swedish: avtalstid).

    may_last_to: the last day it could hold if extended as far as it allows, or once where there is no such end (the
    words say which); drawn dashed.
    today comes from the page; it may lie before start or after end.
    """

    start: date
    end: date
    today: date
    marks: tuple[Mark, ...] = ()
    may_last_to: date | None = None
    words: Words = field(default_factory=Words)

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"the line ends {self.end}, before it starts {self.start}")
        if self.may_last_to is not None and self.may_last_to <= self.end:
            raise ValueError(f"may last to {self.may_last_to}, which is not after the end {self.end}")
        object.__setattr__(self, "marks", tuple(sorted(self.marks, key=lambda mark: (mark.day, mark.kind))))

    @property
    def last(self) -> date:
        """The last day that is drawn."""
        return max([self.may_last_to or self.end, *(mark.day for mark in self.marks)])

    @property
    def first(self) -> date:
        return min([self.start, *(mark.day for mark in self.marks)])

    @property
    def passed_percent(self) -> int:
        """How much of the agreed time has gone, 0–100."""
        share = (self.today - self.start).days / ((self.end - self.start).days + 1)
        return round(100 * min(1, max(0, share)))

    def position(self, day: date) -> float:
        """0 at the first day drawn, 1 at the last; days outside are moved to the nearest end."""
        share = (day - self.first).days / (self.last - self.first).days
        return min(1.0, max(0.0, share))
