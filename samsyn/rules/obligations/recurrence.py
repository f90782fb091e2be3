"""What comes back in every month, quarter, half-year, year or agreement year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samsyn.rules.obligations.frequency import Rule, every_so_many_months, in_period
from samsyn.rules.obligations.obligation import Obligation, Owed
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.periods import MONTHS, Aligned, Every, Slot, owed_in, slots
from samsyn.rules.quantities import MonthDay
from samsyn.rules.terms.duties import When


def recurring(owed: Owed, setting: Setting, when: When) -> Iterator[Obligation]:
    """A duty with `every`: so many times in each period, due as `due` says."""
    every: Every = "year" if when.every == "agreement_year" else when.every or "year"
    aligned: Aligned = "agreement" if when.every == "agreement_year" else when.aligned
    if isinstance(when.due, MonthDay):
        yield from _on_a_day(owed, setting, every, aligned, when)
        return
    chained = every == "two_months" and when.times == 1 and when.due == "unspecified" and aligned == "calendar"
    if chained:
        yield from since_last(owed, setting, every, when.due)
    else:
        yield from at_least(owed, setting, every, aligned, when.times, when.due)


def at_least(
    owed: Owed, setting: Setting, every: Every, aligned: Aligned, times: int, rule: Rule = "at_least"
) -> Iterator[Obligation]:
    """`times` in every period."""
    days, done = setting.days_of(owed.term), setting.done(owed.term.id, owed.whose)
    if days is None:
        return
    periods = slots(days, every, aligned, setting.anchor)
    for slot, count in zip(periods, owed_in(periods, times), strict=True):
        yield from in_period(owed, slot, count, done, rule)


def since_last(owed: Owed, setting: Setting, every: Every, rule: Rule = "at_least") -> Iterator[Obligation]:
    """Once in so many months, counted from the last time it was done."""
    days = setting.days_of(owed.term)
    if days is not None:
        yield from every_so_many_months(owed, days, MONTHS[every], setting.done(owed.term.id, owed.whose), rule)


def _on_a_day(owed: Owed, setting: Setting, every: Every, aligned: Aligned, when: When) -> Iterator[Obligation]:
    assert isinstance(when.due, MonthDay)
    days = setting.days_of(owed.term)
    if days is None:
        return
    periods = slots(days, every, aligned, setting.anchor)
    for slot, count in zip(periods, owed_in(periods, when.times), strict=True):
        due, stated, why = due_in(slot, when.due, following=when.due_year == "following")
        after_end = due > setting.life.last
        for number in range(1, count + 1):
            occurrence = owed.named(slot.label if number == 1 else f"{slot.label}-{number}")
            yield Obligation(owed, occurrence, slot.window, due, stated, why, slot, after_end=after_end)


def due_in(slot: Slot, day: MonthDay, *, following: bool) -> tuple[date, bool, str]:
    """The day that a clause gives for a period: (day, stated?, why).

    The first such day in the whole period; with `following`, the first one after it. A day that a cut period does not
    hold is replaced by the period's last day, marked as not stated.
    """
    if following:
        due = _first(day, slot.whole.end)
        return due, True, f"Punkten säger senast {day} året efter. Det gäller {{window}}."
    due = _first(day, slot.whole.start)
    if due in slot.window:
        return due, True, f"Punkten säger senast {day}. Det gäller {{window}}."
    last = slot.window.last
    why = f"Punkten säger senast {day}, men {due} ligger utanför {{window}}. Periodens sista dag visas."
    return last, False, why


def _first(day: MonthDay, start: date) -> date:
    """The first such day of a year on or after `start`."""
    found = day.in_year(start.year)
    return found if found >= start else day.in_year(start.year + 1)
