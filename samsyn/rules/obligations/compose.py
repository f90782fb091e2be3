"""One list from several stretches of terms: an obligation follows the terms that hold when it falls due.

1. What had fallen due before a change stays as it was. 2. What had not follows the new terms, under the same key.
3. A change never makes anything due before the day it takes effect; then the earlier day stays. 4. A period that the
old plan of payments covers is not paid once more under the new one. 5. The last payment of a year in which terms
changed evens the year out, so that its payments sum to what the terms on its last day say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from samsyn.rules.obligations.obligation import Key, Obligation
from samsyn.rules.quantities import Amount, DateRange
from samsyn.rules.quantities.amount import total

Derived = tuple[DateRange, list[Obligation]]
"""The days on which terms held, and everything owed over the whole life if they always had."""


def composed(stretches: Sequence[Derived]) -> list[Obligation]:
    """Every obligation once. With one stretch: all of it."""
    if len(stretches) == 1:
        return stretches[0][1]
    kept: dict[Key, Obligation] = {}
    for number, (span, found) in enumerate(stretches):
        new = {each.key: each for each in found}
        kept = {key: old for key, old in kept.items() if key in new or not _open(old, span)}
        for key, each in new.items():
            if number == 0 or _may_enter(each, kept, span):
                kept[key] = _chosen(kept.get(key), each, span)
    return list(_evened(kept, stretches))


def _open(old: Obligation, span: DateRange) -> bool:
    """Has it a day that had not come when the new terms took effect?"""
    return old.due is not None and old.due >= span.start


def _may_enter(new: Obligation, kept: dict[Key, Obligation], span: DateRange) -> bool:
    if new.key in kept:
        return True
    if new.due is None:
        return new.window.overlap(span) is not None
    return new.due >= span.start and not (_paid(new) and any(_same_money(old, new) for old in kept.values()))


def _chosen(old: Obligation | None, new: Obligation, span: DateRange) -> Obligation:
    if new.due is None:
        shared = new.window.overlap(span)
        if shared is None:
            return old or new
        start = old.window.start if old else shared.start
        return replace(new, window=DateRange(start, shared.end))
    if old is None or old.due is None:
        return new
    if new.due >= span.start:
        return new
    return replace(new, due=old.due, due_stated=old.due_stated, template=old.template) if _open(old, span) else old


def _paid(obligation: Obligation) -> bool:
    return obligation.owed.family == "payment"


def _same_money(old: Obligation, new: Obligation) -> bool:
    same = old.term == new.term and old.kind == new.kind and old.key != new.key and old.owed.whose == new.owed.whose
    return same and old.window.overlap(new.window) is not None


Year = tuple[str, str, str, int]


def _evened(kept: dict[Key, Obligation], stretches: Sequence[Derived]) -> Iterable[Obligation]:
    targets = _targets(stretches)
    years: dict[Year, list[Obligation]] = {}
    for each in kept.values():
        if _paid(each) and (year := _year(each)) in targets:
            years.setdefault(year, []).append(each)
    evened = {last.key: last for year, paid in years.items() for last in _last_evened(paid, targets[year])}
    return [evened.get(key, each) for key, each in kept.items()]


def _year(each: Obligation) -> Year:
    return each.kind, each.term, each.owed.whose, each.slot.year if each.slot else each.window.start.year


def _targets(stretches: Sequence[Derived]) -> dict[Year, Amount]:
    """What the payments of each year sum to, by the terms that hold on its last day."""
    targets: dict[Year, Amount] = {}
    for span, found in stretches:
        years: dict[Year, list[Obligation]] = {}
        for each in found:
            if _paid(each):
                years.setdefault(_year(each), []).append(each)
        for year, paid in years.items():
            summed = _sum(paid)
            if summed is not None and max(each.window.last for each in paid) >= span.start:
                targets[year] = summed
    return targets


def _sum(paid: Sequence[Obligation]) -> Amount | None:
    """None while any of them is awaited."""
    known = [each.amount for each in paid if each.amount is not None]
    return total(known) if len(known) == len(paid) else None


def _last_evened(paid: list[Obligation], target: Amount) -> Iterable[Obligation]:
    summed, last = _sum(paid), max(paid, key=lambda each: each.window)
    if summed is None or last.amount is None or summed == target:
        return
    amount = last.amount + (target - summed)
    note = f"Jämnar ut året efter en ändring: årets summa är {target}."
    yield replace(last, amount=amount, amount_note=note)
