"""The slip's sentences in the languages that guests read. Read at start: a missing sentence stops it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from pathlib import Path

from django.utils import dates, translation

FILE = Path(__file__).with_name("phrases.toml")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language. `read_by`: whoever has read it, speaking it from childhood; empty: nobody yet."""

    code_of_language: str
    name: str
    dir: str
    time_as: str
    date_as: str
    read_by: str
    title: str
    place: str
    nights: str
    span: str
    opens: str
    latest: str
    kept: str
    out: str
    ring: str
    again: str
    show: str
    code: str

    def day(self, day: date) -> str:
        """«söndag 29 november» in the language; weekday and month as Django's own catalogue has them."""
        with translation.override(self.code_of_language):
            weekday, month = str(dates.WEEKDAYS[day.weekday()]), str(dates.MONTHS[day.month])
        lower = str.lower if self.code_of_language != "en" else str
        return self.date_as.format(weekday=lower(weekday), day=day.day, month=lower(month))

    def clock(self, at: time) -> str:
        return at.strftime(self.time_as)


def read(text: str) -> Mapping[str, Phrases]:
    """TypeError where a language lacks a sentence or has one that no other has."""
    return {code: Phrases(code_of_language=code, **said) for code, said in tomllib.loads(text).items()}


PHRASES = read(FILE.read_text("utf-8"))
SENTENCES = tuple(each.name for each in fields(Phrases))[6:]
