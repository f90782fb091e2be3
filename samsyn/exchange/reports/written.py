"""How a value is written on a page and on paper. The same in both languages, as everywhere in Samsyn.

1 926 637 · 81 250 kr · 3,5 · 23,7 % · 2026-06-30. The exact value stands in the workbook, the CSV and the JSON.
"""

from __future__ import annotations

from fractions import Fraction

from samsyn.exchange.reports.cells import Cell, Kind
from samsyn.exchange.reports.words import ReportWords

STUCK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


def cell_words(cell: Cell, kind: Kind, words: ReportWords) -> str:
    """The value, or why there is none. A share among other kinds says what it is a share of: «31 av 131 (24 %)»."""
    if cell.state == "hidden":
        return words.hidden
    if cell.state == "not_measured":
        return words.not_measured
    if cell.value is None:
        return words.missing
    if cell.kind == "share" and isinstance(cell.value, str):
        part, _, whole = cell.value.partition("/")
        percent = share_words(Fraction(cell.value))
        return words.share.format(part=_grouped(int(part)), whole=_grouped(int(whole)), percent=percent)
    return value_words(cell.value, kind)


def value_words(value: int | str, kind: Kind) -> str:
    if value == "" or kind in ("text", "day"):
        return str(value)
    if kind == "money":
        return _kronor(int(value))
    if kind == "share":
        return share_words(Fraction(value))
    return number_words(Fraction(value))


def number_words(value: Fraction) -> str:
    """At most two decimals, and none that are nought."""
    return _decimal(_rounded(value * 100), 2)


def share_words(value: Fraction) -> str:
    """Whole per cent, and one decimal below ten: 4,3 %, 24 %."""
    percent = value * 100
    told = _decimal(_rounded(percent * 10), 1) if abs(percent) < 10 else _decimal(_rounded(percent), 0)
    return f"{told}{STUCK}%"


def _rounded(value: Fraction) -> int:
    """A half goes away from nought, as people round."""
    whole = int(abs(value) + Fraction(1, 2))
    return -whole if value < 0 else whole


def _kronor(ore: int) -> str:
    whole, rest = divmod(abs(ore), 100)
    told = _grouped(whole) + (f",{rest:02d}" if rest else "")
    return (MINUS if ore < 0 else "") + told


def _decimal(scaled: int, decimals: int) -> str:
    whole, rest = divmod(abs(scaled), 10**decimals)
    told = f"{rest:0{decimals}d}".rstrip("0") if decimals else ""
    return (MINUS if scaled < 0 else "") + _grouped(whole) + (f",{told}" if told else "")


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", STUCK)
