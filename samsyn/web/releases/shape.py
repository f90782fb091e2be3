"""How an indicator's numbers hang together: over time, with capacity, and with those of other indicators."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from samsyn.rules.disclosure import Line
from samsyn.rules.terms.indicators import Facts, Indicator, Where

_ADDS_UP: frozenset[Facts] = frozenset(
    {"visits", "services", "contacts", "heads", "occasions", "nights", "place_nights", "refusals", "answers", "hours"}
)
_NO_SECRET: frozenset[Facts] = frozenset({"place_nights", "occasions", "answers"})
"""How many beds or meetings there were is about nobody; answers are protected by how many gave them, where they are
counted (samsyn/rules/surveys)."""
_SUMS = ("count", "sum", "ratio")
_FIELDS = ("service", "site", "activity", "pool", "channel", "figure", "sex", "survey", "question")


def adds_up(indicator: Indicator) -> bool:
    """Whether two half-years make the year: not of different people, who may have been there in both."""
    return indicator.measure in (*_SUMS, "duration") and set(indicator.facts) <= _ADDS_UP


def is_protected(indicator: Indicator) -> bool:
    return not (indicator.facts and set(indicator.facts) <= _NO_SECRET)


def whole_is_known(indicator: Indicator) -> bool:
    """A share of the capacity: how many places there were is never hidden, so a part and its rest say each other."""
    return indicator.measure == "ratio" and bool(indicator.over) and set(indicator.over) <= _NO_SECRET


def meanings(indicator: Indicator, lines: Iterable[Line]) -> dict[tuple[Line, ...], Hashable]:
    """What each line counts, in words that another indicator's line can share: which facts, and of whom alone.

    The part of a ratio is counted as a sum of its own; the part and the rest are the whole without `where`.
    """
    if indicator.measure not in _SUMS:
        return {}
    only, known = _only(indicator.where), set(lines)
    found: dict[tuple[Line, ...], Hashable] = {}
    for line in sorted(known):
        own = {by: frozenset({key}) for by, key in zip(line.by, line.keys, strict=True)}
        if line.name in ("value", "part"):
            found[(line,)] = (frozenset(indicator.facts), frozenset((only | own).items()))
        rest = line._replace(name="rest")
        if line.name == "part" and rest in known and not indicator.over:
            found[(line, rest)] = (frozenset(indicator.facts), frozenset(own.items()))
    return found


def _only(where: Where | None) -> dict[str, frozenset[str]]:
    if where is None:
        return {}
    said = {name: getattr(where, name) for name in _FIELDS}
    return {name: frozenset([each] if isinstance(each, str) else each) for name, each in said.items() if each}
