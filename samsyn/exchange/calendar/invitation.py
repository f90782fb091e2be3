"""An invitation to a meeting, and its cancellation, as sent by mail: iTIP (RFC 5546) within iCalendar (RFC 5545). Pure.

Instants are written in UTC: a meeting does not recur, so no time zone with its rules needs to travel with it.
The mail part is `text/calendar; method=REQUEST` (or CANCEL), see `media_type`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vText

from samsyn.exchange.calendar.document import PRODUCT, uid_of

_ADDRESS = re.compile(r"[^\s\x00-\x1f\x7f@\"<>,;:\\]+@[^\s\x00-\x1f\x7f@\"<>,;:\\]+")
_UNPARAMETRIC = str.maketrans({'"': "”", "\\": "/", "^": "ˆ"})
"""Signs with a meaning of their own in a parameter (RFC 5545 3.2, RFC 6868), which programs read in different ways."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who is asked to come. The mail address decides; the name is only shown."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One meeting. `starts`, `ends` and `stamp` (when this was written) are instants in UTC.

    `uid` is the same as long as the meeting lives and `sequence` grows when its time or place is changed, or when it is
    cancelled. `summary` stands in other people's calendars and must say nothing secret. RFC 5546 wants an attendee in a
    request: give the receiver of the letter. Raises ValueError for a time without UTC, an end before the beginning, or
    an address that is none.
    """

    uid: str
    sequence: int
    stamp: datetime
    starts: datetime
    ends: datetime
    summary: str
    organizer: Attendee
    attendees: tuple[Attendee, ...] = ()
    location: str = ""
    description: str = ""
    agenda: tuple[str, ...] = ()
    url: str = ""
    cancelled: bool = False

    def __post_init__(self) -> None:
        for name in ("stamp", "starts", "ends"):
            if getattr(self, name).utcoffset() != timedelta(0):
                raise ValueError(f"{self.uid}: `{name}` is {getattr(self, name)!r}. Give an instant in UTC.")
        if self.ends <= self.starts:
            raise ValueError(f"{self.uid}: the meeting ends {self.ends} and begins {self.starts}.")
        for each in (self.organizer, *self.attendees):
            if not _ADDRESS.fullmatch(each.address):
                raise ValueError(f"{self.uid}: «{each.address}» is no mail address.")

    @property
    def method(self) -> str:
        return "CANCEL" if self.cancelled else "REQUEST"

    @property
    def media_type(self) -> str:
        """Content-Type of the part of a mail; without the method a mail program shows no invitation."""
        return f"text/calendar; charset=utf-8; method={self.method}"


def uid_of_meeting(meeting: UUID | str) -> str:
    """The same for the same meeting for ever."""
    return uid_of(meeting, "meeting", "")


def invitation(said: Invitation) -> bytes:
    """UTF-8, lines folded at 75 octets. The same values give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", said.method)
    calendar.add_component(_event(said))
    return bytes(calendar.to_ical())


def _event(said: Invitation) -> Event:
    event = Event()
    event.add("uid", _line(said.uid))
    event.add("sequence", said.sequence)
    event.add("dtstamp", said.stamp)
    event.add("dtstart", said.starts)
    event.add("dtend", said.ends)
    event.add("summary", _line(said.summary))
    event.add("status", "CANCELLED" if said.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if said.cancelled else "OPAQUE")
    event.add("organizer", _address(said.organizer), encode=False)
    for each in said.attendees:
        event.add("attendee", _attendee(each), encode=False)
    for name, text in (("location", _line(said.location)), ("description", _text(_described(said)))):
        if text:
            event.add(name, text)
    if said.url:
        event.add("url", _line(said.url).replace(" ", "%20"))
    return event


def _described(said: Invitation) -> str:
    """What it is about, then the agenda, one item on each line with its number."""
    items = [f"{number}. {_line(item)}" for number, item in enumerate(said.agenda, 1)]
    return "\n\n".join(filter(None, (said.description.strip(), "\n".join(items))))


def _address(whom: Attendee) -> vCalAddress:
    address = vCalAddress(f"mailto:{whom.address}")
    if name := _line(whom.name).translate(_UNPARAMETRIC):
        address.params["CN"] = vText(name)
    return address


def _attendee(whom: Attendee) -> vCalAddress:
    """No answer is asked for: nobody reads the sender's mailbox, who comes is noted in Samsyn."""
    address = _address(whom)
    address.params["ROLE"] = vText("REQ-PARTICIPANT")
    address.params["PARTSTAT"] = vText("NEEDS-ACTION")
    address.params["RSVP"] = vText("FALSE")
    return address


def _line(text: str) -> str:
    return " ".join(_text(text).split())


def _text(text: str) -> str:
    """Without the control characters and half characters that RFC 5545 (3.1) has no room for; lines end with LF.

    «\\n» as two typed signs becomes «/n»: many programs, and our own library, take it for a new line.
    """
    lines = re.sub("\r\n|[\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]", "\n", text)
    seen = "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))
    return re.sub(r"\\(?=[nN])", "/", seen)
