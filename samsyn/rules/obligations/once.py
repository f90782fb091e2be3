"""What comes one time: by a day, between two days, or with no day said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samsyn.rules.obligations.obligation import Obligation, Owed
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.quantities import DateRange

ONCE = "once"


def once_by(owed: Owed, setting: Setting, day: date, key: str = "when") -> Iterator[Obligation]:
    """By a day that the clause gives; after the agreement's end only if the clause itself says so.

    `key` is the one that gives the day: where it is an assumed reading, the clause does not say the day.
    """
    days = setting.days_of(owed.term)
    if days is None or day < days.start:
        return
    window = DateRange.through(days.start, min(day, days.last))
    assumed = owed.term.assumes(key)
    why = f"Punkten läses som senast {day}." if assumed else f"Punkten säger senast {day}."
    yield Obligation(owed, owed.named(ONCE), window, day, not assumed, why, after_end=day > setting.life.last)


def once_between(owed: Owed, setting: Setting, first: date, last: date) -> Iterator[Obligation]:
    """Sometime between two days; due on the last of them, or on the agreement's last day if that comes before."""
    days = setting.days_of(owed.term)
    window = DateRange.through(first, last).overlap(days) if days else None
    if window is None:
        return
    assumed = owed.term.assumes("when")
    why = f"Punkten läses som {first}–{last}" if assumed else f"Ska göras {first}–{last}"
    why += "." if window.last == last else f", men gäller bara till och med {window.last}."
    yield Obligation(owed, owed.named(ONCE), window, window.last, window.last == last and not assumed, why)


def once_sometime(owed: Owed, setting: Setting) -> Iterator[Obligation]:
    """One time, and the clause says no day: it stands open for as long as the term holds."""
    if (window := setting.days_of(owed.term)) is not None:
        yield Obligation(owed, owed.named(ONCE), window, None, False, "Ska göras en gång. Punkten säger ingen dag.")
