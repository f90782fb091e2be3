"""What a SIE file says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from samsyn.rules.quantities import DateRange

Kind = Literal["trans", "rtrans", "btrans"]
Objects = tuple[tuple[str, str], ...]
"""(dimension, object): (("6", "P12"),)."""

Dimensions: Mapping[str, str] = MappingProxyType(
    {
        "1": "Resultatenhet",
        "2": "Kostnadsbärare",
        "6": "Projekt",
        "7": "Anställd",
        "8": "Kund",
        "9": "Leverantör",
        "10": "Faktura",
    }
)
"""Those that the standard has named; a file may name others, from 20."""


class Row(NamedTuple):
    """#TRANS: `amount` in öre, debit positive. #RTRANS was added afterwards and #BTRANS struck: neither is summed."""

    account: str
    objects: Objects
    amount: int
    day: date | None
    text: str
    kind: Kind = "trans"


class Voucher(NamedTuple):
    """#VER with all its rows. `line` in the file, from 1; 0 for one that was not read from a file."""

    series: str
    number: str
    day: date
    text: str
    rows: tuple[Row, ...]
    line: int = 0

    @property
    def counted(self) -> tuple[Row, ...]:
        """The rows as they stand after all corrections. An #RTRANS has its #TRANS beside it."""
        return tuple(row for row in self.rows if row.kind == "trans")


@dataclass
class Header:
    """What stands outside the vouchers. It grows while the file is read, for some programs write it last.

    `kind` is «4E» or «4I», or a lower type that has no vouchers; «?» until it can be told. `encoding` is Python's name
    of the one found. `covers`: the last day that the file covers (#OMFATTN), where it says so.
    """

    encoding: str = "cp437"
    says_type: str = ""
    has_balances: bool = False
    flag: str = ""
    program: str = ""
    company: str = ""
    org_number: str = ""
    generated: date | None = None
    covers: date | None = None
    years: dict[int, DateRange] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)
    objects: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """4E is an export of a whole year, with its balances; 4I are vouchers to be read in."""
        if self.says_type in ("", "4"):
            return "4E" if self.has_balances else "4I"
        return self.says_type

    def year_of(self, day: date) -> DateRange:
        """The financial year that the file says the day is in; the calendar year where it says none."""
        return next((each for each in self.years.values() if day in each), DateRange.year(day.year))

    def dimension(self, number: str) -> str:
        return self.dimensions.get(number) or Dimensions.get(number) or number
