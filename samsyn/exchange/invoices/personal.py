"""No personal data in an invoice: what looks like a Swedish identity number of a person is refused."""

from __future__ import annotations

import re
from datetime import date

from stdnum import luhn

_LOOKS = re.compile(r"(?<!\d)(?:\d\d\s?)?(\d{6})\s?[-+–−]?\s?(\d{4})(?!\d)")
_COORDINATION = 60
"""What is added to the day in a samordningsnummer."""


def refuses(text: str) -> bool:
    """Whether a personnummer or samordningsnummer stands in the text: a date that exists, and the right check digit.

    An organisation number is let through: its third digit makes a month that does not exist.
    """
    return any(_is_person(*found.groups()) for found in _LOOKS.finditer(text))


def _is_person(born: str, rest: str) -> bool:
    year, month, day = int(born[:2]), int(born[2:4]), int(born[4:])
    day -= _COORDINATION if day > _COORDINATION else 0
    return luhn.is_valid(born + rest) and any(_exists(century + year, month, day) for century in (1900, 2000))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
