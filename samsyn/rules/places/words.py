"""Dates and numbers as a person at a shelter says them: «söndag 29 november», «två nätters karens»."""

from __future__ import annotations

from datetime import date
from typing import Literal

_WEEKDAYS = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_NUMBERS = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
_NIGHT = ("natt", "nätter", "natts", "nätters")
_DAY = ("dag", "dagar", "dags", "dagars")
Unit = Literal["night", "training"]
"""A pool's kind decides what its days are called."""


def spoken(day: date, beside: date | None = None) -> str:
    """«söndag 29 november»; with the year where it is another than that of the day it is said `beside`."""
    year = f" {day.year}" if beside is not None and day.year != beside.year else ""
    return f"{weekday(day)} {day.day} {_MONTHS[day.month - 1]}{year}"


def weekday(day: date) -> str:
    """«söndag»."""
    return _WEEKDAYS[day.weekday()]


def number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def lasting(count: int, unit: Unit) -> str:
    """«fem nätter», «en dag»."""
    return f"{number(count)} {_forms(unit)[count != 1]}"


def quarantine_of(count: int, unit: Unit) -> str:
    """«två nätters karens», «en dags karens»."""
    return f"{number(count)} {_forms(unit)[2 + (count != 1)]} karens"


def in_months(count: int) -> str:
    return f"{number(count)} månad{'' if count == 1 else 'er'}"


def listed(names: list[str], joint: str = "eller") -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _forms(unit: Unit) -> tuple[str, str, str, str]:
    return _NIGHT if unit == "night" else _DAY
