"""What else stands in a person's calendar. The capabilities downstream say so themselves.

calendars.register(timed_of)     # in the capability's AppConfig.ready; timed_of(viewer, wanted) -> Iterable[Timed]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from samsyn.exchange.calendar import Timed
from samsyn.web.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Wanted:
    """From `first` until `last`, which is not included. `named`: the owner has chosen that titles say what it is;
    otherwise nothing is told, not even a place. `site` is the front door, with a slash at its end."""

    first: date
    last: date
    named: bool
    titled_at: datetime
    site: str
    at_most: int


Found = Callable[[Viewer, Wanted], Iterable[Timed]]
_KNOWN: list[Found] = []


def register(found: Found) -> None:
    if found not in _KNOWN:
        _KNOWN.append(found)


def further(viewer: Viewer, wanted: Wanted) -> Iterator[Timed]:
    for found in _KNOWN:
        yield from found(viewer, wanted)
