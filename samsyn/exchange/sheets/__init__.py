"""Rows as a file for a spreadsheet. Pure.

csv_of(("Nummer", "Titel"), rows)   → bytes that Excel and LibreOffice open in Sweden: semicolons, UTF-8 with its mark
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_RECKONED = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is taken for a formula; an apostrophe before it makes it text again."""


def csv_of(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    whole = io.StringIO(newline="")
    writer = csv.writer(whole, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return whole.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_RECKONED) else text
