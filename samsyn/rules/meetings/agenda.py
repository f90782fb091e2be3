"""The agenda that is proposed when a meeting is called: what is due, what is open, what nobody has confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

BEFORE = timedelta(days=184)
"""What fell due longer ago than this is not proposed: it has been at other meetings, or is a matter of its own."""
AFTER = timedelta(days=62)
AT_MOST = 6
"""So many of each kind get an item of their own; the rest share one, so that the agenda can be read aloud."""

READINGS = 3
"""So many open readings are proposed for one meeting."""


class Kind(StrEnum):
    """As an item is called where it is kept."""

    FREE = "free"
    OBLIGATION = "obligation"
    ASSUMPTION = "assumption"
    ACTION = "action"
    CHANGE = "change"
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that may be put on the agenda. `id` is how it is known where it is kept; `day` its last day if any."""

    id: str
    title: str
    clause: str = ""
    day: date | None = None
    background: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is open on the day that the agenda is made. Obligations are those neither met nor waived."""

    obligations: Sequence[Thing] = ()
    assumptions: Sequence[Thing] = ()
    actions: Sequence[Thing] = ()
    changes: Sequence[Thing] = ()
    matters: Sequence[Thing] = ()
    last_minutes: str = ""
    """What the meeting before this one is called, where there was one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item that is proposed. `fixed` items open and close every meeting."""

    kind: Kind
    title: str
    id: str = ""
    clause: str = ""
    background: str = ""
    fixed: bool = False

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else f"{self.kind}:{self.title}"


OPENERS = ("Mötet öppnas", "Dagordningen godkänns")
CLOSERS = ("Övriga frågor", "Nästa möte", "Mötet avslutas")
"""The house's own plain words."""


def proposed(facts: Facts, day: date) -> list[Proposal]:
    """Opened; what was to be done; what is due, by day; changes; matters; open readings; closed.

    `day` is that of the meeting.
    """
    return [
        *map(_fixed, OPENERS),
        *([_fixed(f"Protokollet från {facts.last_minutes}")] if facts.last_minutes else []),
        *_own_items(Kind.ACTION, _by_day(facts.actions), "Ytterligare {n} saker att göra från tidigare möten"),
        *_own_items(Kind.OBLIGATION, _near(facts.obligations, day), "Ytterligare {n} åtaganden runt dagen för mötet"),
        *_own_items(Kind.CHANGE, facts.changes, "Ytterligare {n} ändringar"),
        *_own_items(Kind.MATTER, facts.matters, "Ytterligare {n} ärenden mellan parterna"),
        *_readings(facts.assumptions),
        *map(_fixed, CLOSERS),
    ]


def _fixed(title: str) -> Proposal:
    return Proposal(Kind.FREE, title, fixed=True)


def _own_items(kind: Kind, things: Iterable[Thing], rest: str) -> Iterator[Proposal]:
    every = list(things)
    # One that is left over gets its own item: «another 1» would take as much room.
    shown = every if len(every) <= AT_MOST + 1 else every[:AT_MOST]
    for each in shown:
        yield Proposal(kind, each.title, each.id, each.clause, each.background)
    if left := every[len(shown) :]:
        yield Proposal(Kind.FREE, rest.format(n=len(left)), background="\n".join(each.title for each in left))


def _readings(things: Iterable[Thing]) -> Iterator[Proposal]:
    """A few at a time: a meeting that is given forty questions answers none. The rest stand on their own page."""
    for each in list(things)[:READINGS]:
        yield Proposal(Kind.ASSUMPTION, each.title, each.id, each.clause, each.background)


def _near(things: Iterable[Thing], day: date) -> list[Thing]:
    return _by_day(each for each in things if each.day and day - BEFORE <= each.day <= day + AFTER)


def _by_day(things: Iterable[Thing]) -> list[Thing]:
    """Earliest first; what has no day comes last."""
    return sorted(things, key=lambda each: (each.day or date.max, each.title))
