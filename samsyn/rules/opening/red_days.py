"""Public holidays by the act on public holidays (1989:253), and the eves that people keep as such.

The days come from the library `holidays`, which knows Sweden from 1953 to 2100; outside those years no day is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

SUNDAY = 6


def holiday(day: date) -> str:
    """«Långfredagen»; empty where the day has no name of its own in the act. An ordinary Sunday has none."""
    return _named(day.year, "public").get(day, "")


def eve(day: date) -> str:
    """«Midsommarafton», «Julafton», «Nyårsafton»: no public holidays, but kept as such. Empty for other days."""
    return _named(day.year, "de_facto").get(day, "")


def is_public_holiday(day: date) -> bool:
    """allmän helgdag: every Sunday, and the days that the act names."""
    return day.weekday() == SUNDAY or bool(holiday(day))


def is_eve(day: date) -> bool:
    return bool(eve(day))


@lru_cache(maxsize=512)
def _named(year: int, category: str) -> Mapping[date, str]:
    # The library is large: it is read when the first day is asked about, and not by every command.
    from holidays.countries.sweden import Sweden

    # Sundays were among the days in older versions: what is wanted is said, and not left to the version.
    return dict(Sweden(years=year, categories=(category,), include_sundays=False, language="sv", expand=False))
