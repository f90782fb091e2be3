"""A line's fields, and what stands in them. The slow way, which takes everything; `quick.py` takes the usual rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from samsyn.exchange.sie.faults import Refused
from samsyn.exchange.sie.model import Objects

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)("|$)|([{}])|([^\s"{}]+)', re.ASCII)
_ESCAPED = re.compile(r"\\(.)")
_AMOUNT = re.compile(r"([+-]?)(\d{1,15})(?:[.,](\d{0,2})0*)?", re.ASCII)
MOST_ORE = 10**15

OPEN, CLOSE = "\x00{", "\x00}"
"""Braces outside quotes; no field can be written so."""


def fields_of(line: str) -> list[str]:
    """Label first. A quote that is never closed ends with the line, as programs that cut texts leave it."""
    return [_field(found) for found in _TOKEN.finditer(line.rstrip("\r\n").replace("\x00", ""))]


def _field(found: re.Match[str]) -> str:
    if found[3]:
        return OPEN if found[3] == "{" else CLOSE
    if found[4] is not None:
        return found[4]
    return _ESCAPED.sub(r"\1", found[1]) if "\\" in found[1] else found[1]


def checked(line: str) -> str:
    """What of a line is in the checksum: label and fields, without what stands between them (4B, 10.15)."""
    return "".join(each for each in fields_of(line) if each not in (OPEN, CLOSE))


def objects_in(fields: Sequence[str], at: int) -> tuple[Objects, int]:
    """The list of objects that begins at a place, and where the next field is. No list: none."""
    if at >= len(fields) or fields[at] != OPEN:
        return (), at
    try:
        end = fields.index(CLOSE, at)
    except ValueError:
        raise Refused("Listan över objekt avslutas aldrig. En «}» saknas.") from None
    inside = fields[at + 1 : end]
    if len(inside) % 2 or OPEN in inside:
        raise Refused("Listan över objekt ska ha par av dimension och objekt.")
    return tuple(zip(inside[::2], inside[1::2], strict=True)), end + 1


def ore(text: str) -> int:
    """«-212.5» → -21250. Refused for parts of an öre and for what is no number."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise Refused("Beloppet går inte att läsa. Det ska skrivas med siffror och punkt, till exempel -1250.50.")
    sign, whole, parts = found[1], found[2], found[3] or ""
    value = int(whole) * 100 + int(f"{parts:0<2}")
    if value > MOST_ORE:
        raise Refused("Beloppet är orimligt stort.")
    return -value if sign == "-" else value


@lru_cache(maxsize=4096)
def day(text: str) -> date:
    """«20250131»."""
    try:
        if len(text) != 8 or not text.isascii() or not text.isdigit():
            raise ValueError
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise Refused("Datumet går inte att läsa. Det ska skrivas med åtta siffror, ååååmmdd.") from None
