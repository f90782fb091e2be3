"""Support of minor importance: what a recipient got over three years, against the ceiling. Stöd av mindre betydelse.

Only where the parties have declared the activity economic (`[state_aid.…]`). The giver sums all support from every
public giver before it decides; support in kind counts by its value.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from samsyn.rules.quantities import Amount, DateRange, add_months
from samsyn.rules.terms.resources import StateAid

FILE = Path(__file__).with_name("state_aid.toml")
YEARS = 3


@checked(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Ceiling:
    """The highest support over any three years, in whole euro. `first` and `last` are left out where not known."""

    general_interest: bool
    euro: int = Field(gt=0)
    law: str
    source: str
    checked_on: date
    first: date = date.min
    last: date = date.max
    note: str = ""

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Support:
    """One support: the day it was granted and kronor for one euro on the day that `rate` was read."""

    granted_on: date
    amount: Amount
    rate: Decimal

    @property
    def euro(self) -> Decimal:
        """In euro and cent, half a cent up."""
        return (Decimal(self.amount.ore) / 100 / self.rate).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Standing:
    """What has been granted on the days of `window`, the three years up to a day, against a ceiling."""

    window: DateRange
    total: Decimal
    ceiling: Ceiling

    @property
    def left(self) -> Decimal:
        """What may still be granted on the last day; below zero where it is more than the ceiling."""
        return self.ceiling.euro - self.total


def ceiling_for(declared: StateAid, day: date) -> Ceiling | None:
    """The ceiling on a day; None where the activity is not economic, or no ceiling is written for the day."""
    if not declared.economic:
        return None
    found = (each for each in _ceilings() if each.general_interest == declared.general_interest and each.holds(day))
    return next(found, None)


def standing_on(day: date, supports: Iterable[Support], ceiling: Ceiling) -> Standing:
    """The three years that end with `day`; the same day three years before is not of them."""
    window = DateRange.through(add_months(day, -12 * YEARS) + timedelta(days=1), day)
    return Standing(window, sum((each.euro for each in supports if each.granted_on in window), Decimal(0)), ceiling)


def highest(supports: Sequence[Support], ceiling: Ceiling) -> Standing | None:
    """The three years that come highest: they always end on a day on which something was granted."""
    found = [standing_on(each.granted_on, supports, ceiling) for each in supports]
    return max(found, key=lambda standing: standing.total, default=None)


@cache
def _ceilings() -> tuple[Ceiling, ...]:
    read = TypeAdapter(dict[str, Ceiling]).validate_python(tomllib.loads(FILE.read_text("utf-8")))
    return tuple(read.values())
