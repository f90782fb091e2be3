"""A workbook for Excel and LibreOffice (Office Open XML, .xlsx). Pure: values in, bytes out.

workbook_of([Sheet("Kostnader", ("Rad", "Belopp"), rows)], day)   → bytes

The same values and the same day give the same bytes. A text is always text: what begins with = is no formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from samsyn.rules.quantities import Amount


@dataclass(frozen=True, slots=True)
class Share:
    """Written as per cent; the cell holds the share itself, as near as a spreadsheet can."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no value: words, set apart from values."""

    text: str


Cell = str | int | Decimal | Fraction | Amount | Share | Reason | date | None
_WIDEST, _NARROWEST = 60, 12
_LONGEST_NAME = 31
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True)
class Sheet:
    """`sums` is a row below the others, or empty. `lead` are lines above the table, each in a cell of its own."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    sums: Sequence[Cell] = ()
    lead: tuple[str, ...] = ()


def workbook_of(sheets: Sequence[Sheet], day: date, title: str = "") -> bytes:
    """`day` is the date that the file bears. A sheet's name is cut to what a workbook takes (31 signs)."""
    whole = io.BytesIO()
    book = xlsxwriter.Workbook(
        whole, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": title, "author": "Samsyn", "created": datetime.combine(day, time(12), tzinfo=UTC)})
    looks = _looks(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name.translate(_NOT_IN_A_NAME)[:_LONGEST_NAME]), sheet, looks)
    book.close()
    return whole.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    money, day = '#,##0.00 "kr"', "yyyy-mm-dd"
    return {
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "money": book.add_format({"num_format": money, "valign": "top"}),
        "share": book.add_format({"num_format": "0.0%", "valign": "top"}),
        "reason": book.add_format({"italic": True, "font_color": "#555555", "align": "right", "valign": "top"}),
        "day": book.add_format({"num_format": day, "align": "left", "valign": "top"}),
        "sum": book.add_format({"bold": True, "top": 1}),
        "sum_share": book.add_format({"bold": True, "top": 1, "num_format": "0.0%"}),
        "sum_money": book.add_format({"bold": True, "top": 1, "num_format": money}),
    }


def _write(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    for number, line in enumerate(sheet.lead):
        page.write_string(number, 0, line)
    top = len(sheet.lead) + bool(sheet.lead)
    for column, name in enumerate(sheet.head):
        page.write_string(top, column, name, looks["head"])
    for number, row in enumerate(sheet.rows, top + 1):
        for column, value in enumerate(row):
            _put(page, number, column, value, looks, "")
    for column, value in enumerate(sheet.sums):
        _put(page, top + 1 + len(sheet.rows), column, value, looks, "sum")
    page.freeze_panes(top + 1, 0)
    for column, width in enumerate(_widths(sheet)):
        page.set_column(column, column, width)


def _put(page: Any, row: int, column: int, value: Cell, looks: dict[str, Any], kind: str) -> None:
    """Kronor are written as a number that the reader can reckon with; it is exact up to 90 million million kronor."""
    plain = looks[kind or "plain"]
    if isinstance(value, Amount):
        page.write_number(row, column, value.ore / 100, looks["sum_money" if kind else "money"])
    elif isinstance(value, Share):
        page.write_number(row, column, float(value.value), looks["sum_share" if kind else "share"])
    elif isinstance(value, Reason):
        page.write_string(row, column, value.text, looks[kind or "reason"])
    elif isinstance(value, date):
        page.write_datetime(row, column, datetime.combine(value, time()), looks["day"])
    elif isinstance(value, int | Decimal | Fraction):
        page.write_number(row, column, float(value), plain)
    elif value:
        page.write_string(row, column, value, plain)
    else:
        page.write_blank(row, column, None, plain)


def _widths(sheet: Sheet) -> list[int]:
    rows = [sheet.head, *sheet.rows, sheet.sums]
    longest = [max((_length(row[n]) for row in rows if n < len(row)), default=0) for n in range(len(sheet.head))]
    return [min(max(each + 2, _NARROWEST), _WIDEST) for each in longest]


def _length(value: Cell) -> int:
    if isinstance(value, Reason):
        return len(value.text)
    return _NARROWEST - 2 if isinstance(value, Share | Fraction) else len(str(value))
