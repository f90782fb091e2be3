"""The paper a guest goes away with, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samsyn.web.beds.codes import in_groups
from samsyn.web.beds.models import Entitlement, Segment
from samsyn.web.beds.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its pictogram."""

    picture: str
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    phrases: Phrases
    site: str
    address: str
    place: str
    nights: int
    span: str
    rules: tuple[Line, ...]
    code: str
    square: SafeString


def slip_of(given: Entitlement, stay: Segment, latest: time | None, code: str, phrases: Phrases) -> Slip:
    """`latest`: the hour from which the place is passed on, by the agreement or else by the house."""
    site, until = stay.site, given.left_on or given.nights.upper
    again = given.nights.upper + timedelta(days=given.quarantine_nights)
    return Slip(
        phrases=phrases,
        site=site.name,
        address=site.address,
        place=stay.place.label,
        nights=(until - given.nights.lower).days,
        span=phrases.span.format(first=phrases.day(given.nights.lower), last=phrases.day(until)),
        rules=tuple(_rules(phrases, site.opens, latest, site.out_by, site.phone, again)),
        code=in_groups(code),
        square=square(code),
    )


def _rules(said: Phrases, opens: time, latest: time | None, out_by: time, phone: str, again: date) -> Sequence[Line]:
    come = said.latest.format(time=said.clock(latest)) if latest else said.kept
    found = [
        Line("door", said.opens.format(time=said.clock(opens))),
        Line("clock", come),
        Line("sun", said.out.format(time=said.clock(out_by))),
    ]
    if phone:
        found.append(
            Line("phone", said.ring.format(phone=f"\N{LEFT-TO-RIGHT ISOLATE}{phone}\N{POP DIRECTIONAL ISOLATE}"))
        )
    return [*found, Line("days", said.again.format(date=said.day(again))), Line("paper", said.show)]


def square(code: str) -> SafeString:
    """The code as a QR square, drawn here: nothing is fetched from elsewhere."""
    made = segno.make_qr(code, error="q")
    drawn = made.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None)
    return format_html("{}", SafeString(drawn))
