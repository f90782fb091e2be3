"""The usual row, read with one expression. What it does not take is read by `fields.py`, with the same answer."""

from __future__ import annotations

import re
from functools import lru_cache

from samsyn.exchange.sie.fields import fields_of, objects_in
from samsyn.exchange.sie.model import Objects

_NAME = r'(?:"([^"\\]*)"|([^\s"{}]+))'
_REST = r'(?:[ \t]+(?:"[^"\\]*"|[^\s"{}]+)){0,2}'
ROW = re.compile(
    r"[ \t]*#([RB]?)TRANS[ \t]+(\d+)[ \t]+(\{[^{}\\]*\})[ \t]*(-?\d{1,12})(?:\.(\d{1,2}))?"
    r'(?:[ \t]+(?:""|"?(\d{8})"?)(?:[ \t]+' + _NAME + _REST + r")?)?\s*",
    re.ASCII,
)
"""R or B, account, objects, kronor, öre, day, text in quotes, text without. Then quantity and signature."""
VOUCHER = re.compile(
    r"[ \t]*#VER[ \t]+" + _NAME + r"[ \t]+" + _NAME + r"[ \t]+(\d{8})(?:[ \t]+" + _NAME + _REST + r")?\s*", re.ASCII
)
"""Series, number and text, each in quotes or without; the day before the text. Then day of entry and signature."""


@lru_cache(maxsize=4096)
def objects(text: str) -> Objects:
    """Few lists in a file are unlike. Raises Refused; that is not kept."""
    return objects_in(fields_of(text), 0)[0]
