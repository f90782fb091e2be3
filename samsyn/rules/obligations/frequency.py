"""«So many times»: due dates follow from what has happened.

In a period: the last day for the next time is set so that those left can be spread evenly over the days left.
Every second month: counted from the last time, or from the first day until there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from typing import Literal, get_args

from samsyn.rules.obligations.obligation import Frequency, Obligation, Owed
from samsyn.rules.periods import Slot
from samsyn.rules.quantities import DateRange, add_months, day_before
from samsyn.rules.quantities.dates import DAY

Rule = Literal["at_least", "exactly", "period_end", "before_next_period", "unspecified"]
"""at_least, exactly: the clause speaks of a rhythm; the others are the values of `due`."""


def in_period(
    owed: Owed, slot: Slot, times: int, done: Sequence[date], rule: Rule = "at_least"
) -> Iterator[Obligation]:
    """`times` occurrences in one period. `done` are the days it was done, sorted; those outside do not count.

    The last one is due on the last day of the period. It can no longer be met when fewer days are left than times:
    two meetings are not held on one day.
    """
    window = slot.window
    held = tuple(day for day in done if day in window)[:times]
    before, last, stated, label = day_before(window.start), window.last, rule != "unspecified", slot.label
    for number in range(1, times + 1):
        left = times - number + 1
        met = held[number - 1] if number <= len(held) else None
        due = last if left == 1 else _share(before, last, left)
        why = _SPREAD.format(least=_LEAST[rule]) if left > 1 else _ONE[rule] if times == 1 else _MANY[rule]
        # Two meetings are not held on one day: those that come after this one need a day each.
        too_late = None if met else last - DAY * (left - 2)
        frequency = Frequency(number, times, times - len(held), held, too_late)
        occurrence = owed.named(label if number == 1 else f"{label}-{number}")
        yield Obligation(
            owed, occurrence, window, due, stated and left == 1, why, slot, met_on=met, frequency=frequency
        )
        before = met or due


def _share(before: date, last: date, left: int) -> date:
    """The end of the first of `left` equal parts of the days after `before`: whole months where they come out even."""
    start = before + DAY
    months = (last + DAY).year * 12 + (last + DAY).month - start.year * 12 - start.month
    if start.day == (last + DAY).day == 1 and months % left == 0:
        return day_before(add_months(start, months // left))
    return before + DAY * ((last - before).days // left)


_SPREAD = "Ska ske {least}{{times}} gånger {{window}}. Dagen är satt så att de {{left}} som är kvar sprids jämnt."
_LEAST = {rule: "minst " if rule == "at_least" else "" for rule in get_args(Rule)}
_ONE: dict[Rule, str] = {
    "at_least": "Ska ske minst en gång {window}. Sista dagen är {last}.",
    "exactly": "Ska ske en gång {window}. Sista dagen är {last}.",
    "period_end": "Ska ske en gång {window}, senast {last}.",
    "before_next_period": "Ska ske en gång {window} och vara klart innan nästa period börjar.",
    "unspecified": "Ska ske en gång {window}. Punkten säger ingen dag. Periodens sista dag visas.",
}
_MANY: dict[Rule, str] = {rule: why.replace("en gång", "{times} gånger") for rule, why in _ONE.items()}


def every_so_many_months(
    owed: Owed, days: DateRange, months: int, done: Sequence[date], rule: Rule = "at_least"
) -> Iterator[Obligation]:
    """Every `months` months, counted from the last time; from the first day until there is one.

    Occurrences are numbered from the start: the seventh stays the seventh when the eighth is added. Nothing more is
    due when less than that time is left.
    """
    held = [day for day in done if day in days]
    starts = f"Ska ske {_LEAST[rule]}{_ORDINAL.get(months, f'var {months}:e')} månad"
    last_time, steps, before = None, 0, day_before(days.start)
    for number in count(1):
        steps += 1
        due = add_months(last_time, months * steps) if last_time else day_before(add_months(days.start, months * steps))
        met = held[number - 1] if number <= len(held) else None
        if due > days.last and met is None:
            return
        first = min(before + DAY, days.last)
        window = DateRange.through(first, min(max(due, first), days.last))
        frequency = Frequency(number, number, 0 if met else 1, tuple(held[:number]), None if met else due + DAY)
        why = f"{starts}. Räknat från {last_time or days.start}."
        yield Obligation(
            owed, owed.named(f"{number:03}"), window, window.last, True, why, met_on=met, frequency=frequency
        )
        before = due
        if met:
            last_time, steps, before = met, 0, met


_ORDINAL = {1: "varje", 2: "varannan", 3: "var tredje", 4: "var fjärde", 6: "var sjätte"}
