"""How many different people there were in a group: only its leaders can say, and of certain days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samsyn.rules.indicators.facts import Fact
from samsyn.rules.quantities import DateRange


@dataclass(frozen=True, slots=True)
class Word:
    """`n` different people in a group on the days from `first` to `last`, in the order in which it was said."""

    activity: str
    first: date
    last: date
    n: int


def different(
    words: Iterable[Word], held: Mapping[str, Sequence[date]], period: DateRange, like: Mapping[str, Fact]
) -> list[Fact]:
    """One fact for each group that met in the period, or a gap where nothing was said of all the days on which it met.

    Words about parts of the period are never added: whoever was there in both would be counted twice. `held`: the days
    on which each group met; `like`: what else is known of it.
    """
    found = []
    for activity, days in held.items():
        within = [each for each in days if each in period]
        if not within:
            continue
        about = [each for each in words if each.activity == activity and _covers(each, within, period)]
        whole = replace(like[activity], kind="different_people", day=period.start, last=period.last)
        found.append(replace(whole, n=about[-1].n) if about else replace(whole, n=0, gap=True))
    return found


def _covers(word: Word, days: Sequence[date], period: DateRange) -> bool:
    """It says nothing of days outside the period, and leaves none out on which the group met."""
    return period.start <= word.first <= min(days) and max(days) <= word.last <= period.last
