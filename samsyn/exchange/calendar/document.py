"""All-day and timed events as one iCalendar document. The same events give the same bytes, whenever it is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event, vDuration

PRODUCT = "-//Samsyn//Samsyn//SV"
REFRESH = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class AllDay:
    """Something on one civil date, in no time zone.

    `changed` is the instant (UTC) of the last change: DTSTAMP and LAST-MODIFIED are the same where the calendar is
    published and not sent (RFC 5545 §3.8.7.2). `revision` grows when the event is changed.
    """

    uid: str
    day: date
    title: str
    changed: datetime
    description: str = ""
    url: str = ""
    revision: int = 0

    def __post_init__(self) -> None:
        _check_utc(self.uid, changed=self.changed)


@dataclass(frozen=True, slots=True)
class Timed:
    """Something from one instant to another, in UTC. `changed` and `revision` as for AllDay.

    A cancelled one stays in the calendar and says so: programs that only add what they see would keep it otherwise.
    """

    uid: str
    starts: datetime
    ends: datetime
    title: str
    changed: datetime
    description: str = ""
    location: str = ""
    url: str = ""
    revision: int = 0
    cancelled: bool = False

    def __post_init__(self) -> None:
        _check_utc(self.uid, changed=self.changed, starts=self.starts, ends=self.ends)
        if self.ends <= self.starts:
            raise ValueError(f"{self.uid}: ends {self.ends} and begins {self.starts}.")

    @property
    def day(self) -> date:
        """For the order of events in the document."""
        return self.starts.date()


def _check_utc(uid: str, **instants: datetime) -> None:
    for name, at in instants.items():
        if at.utcoffset() != timedelta(0):
            raise ValueError(f"{uid}: `{name}` is {at!r}. Give an instant in UTC.")


def uid_of(partnership: UUID | str, term: str, occurrence: str) -> str:
    """The same for the same duty for ever; tells nothing of it to someone who does not know the partnership's id."""
    name = "\0".join((str(partnership), term, occurrence))
    return f"{hashlib.sha256(name.encode()).hexdigest()[:40]}@samsyn"


def calendar_document(events: Iterable[AllDay | Timed], *, name: str, refresh: timedelta = REFRESH) -> bytes:
    """A published calendar in UTF-8, lines folded at 75 octets; events in order of day and uid."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", refresh, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(refresh))
    for event in sorted(events, key=lambda each: (each.day, each.uid)):
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(event: AllDay | Timed) -> Event:
    """A duty is transparent, so that it does not make its owner look busy; private where a calendar is shared."""
    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", event.changed)
    component.add("last-modified", event.changed)
    component.add("sequence", event.revision)
    busy = isinstance(event, Timed) and not event.cancelled
    if isinstance(event, Timed):
        component.add("dtstart", event.starts)
        component.add("dtend", event.ends)
        component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
        if event.location:
            component.add("location", event.location)
    else:
        component.add("dtstart", event.day)
        component.add("dtend", event.day + timedelta(days=1))
    component.add("summary", event.title)
    component.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    component.add("class", "PRIVATE")
    if event.description:
        component.add("description", event.description)
    if event.url:
        component.add("url", event.url)
    return component
