"""What the sections of an invented report share: parties, definitions, short ways to write a table and a picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from samsyn.charts.svg import Svg
from samsyn.exchange.pdf.parts import Tag
from samsyn.exchange.reports import (
    Cell,
    ChartDoc,
    ColumnDoc,
    DefinitionDoc,
    Kind,
)
from samsyn.exchange.reports.written import number_words

DAY = date(2026, 8, 14)
PARTIES = ("Exempelstads kommun", "Föreningen Öppna dörren", "Stadsdiakonin i Exempelstad", "Stiftelsen Nattljus")
SEXES = ("Kvinnor", "Män", "Annat", "Inte uppgivet")
AGES = ("18–29 år", "30–49 år", "50–64 år", "65 år och äldre", "Inte uppgivet")
MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni")
NIGHTS = DefinitionDoc(
    "sovna-natter",
    "Sovna nätter",
    "En natt räknas när någon har sovit på en plats. Natten hör till det datum då den började.",
    "§ 4.2",
    "3f9c1ab0",
)
USED = DefinitionDoc(
    "anvanda-platser",
    "Använda platser",
    "Sovna nätter som del av de platser som var öppna.",
    "bilaga 1",
    "77d0e2c4",
    True,
)
ADVICE = DefinitionDoc("samtal", "Samtal om väg vidare", "Ett samtal räknas när det är avslutat.", "§ 4.3", "0ac55e19")
TAG, ASSUMED = Tag("§ 4.2"), Tag("bilaga 1", True)


def told(value: int | Fraction) -> str:
    return number_words(Fraction(value))


def chart(key: str, table: str, sentence: str, draw: Callable[..., Svg], it: Any) -> ChartDoc:
    wide, narrow = draw(it, "wide", key), draw(it, "narrow", key)
    return ChartDoc(key, it.title, draw.__name__, sentence, it.summary, wide.text, table, narrow.text)


def column(key: str, title: str, unit: str = "", kind: Kind = "number") -> ColumnDoc:
    return ColumnDoc(key, title, unit, kind)


def row(*values: int | str | Cell) -> tuple[Cell, ...]:
    return tuple(each if isinstance(each, Cell) else Cell(each) for each in values)
