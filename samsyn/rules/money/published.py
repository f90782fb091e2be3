"""The index tables that come with Samsyn, as data with their source. See published.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from samsyn.rules.money.register import IndexFigure, IndexTable
from samsyn.rules.quantities import Percent

FILE = Path(__file__).with_name("published.toml")


@dataclass(frozen=True)
class Shipped:
    """`read_on`: when a person read it at its source. `note`: what of it is a reading."""

    table: IndexTable
    read_on: date
    note: str


@cache
def shipped() -> tuple[Shipped, ...]:
    given = tomllib.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(_one(each) for each in given["table"])


def _one(given: dict[str, Any]) -> Shipped:
    figures = {each["year"]: IndexFigure(Percent(Decimal(each["percent"])), each["status"]) for each in given["figure"]}
    table = IndexTable(given["series"], given["published"], figures, given["source"])
    return Shipped(table, given["read_on"], given["note"])
