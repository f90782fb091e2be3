"""The slow and obvious way to count: every fact is looked at, one by one. What the database says must be the same.

    figure(indicator, terms, facts, period, as_of, today) → Figure

Nobody's figure is guessed: who cannot be counted yet, or about whom nothing was noted, is missing and said to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from samsyn.rules.indicators.definition import told
from samsyn.rules.indicators.facts import AMOUNTS, NEVER_NOUGHT, TOGETHER, Fact, Taken
from samsyn.rules.indicators.figure import NOT_STATED, Dimension, Figure, Part
from samsyn.rules.indicators.matching import is_of, is_within, known_keys, matches
from samsyn.rules.indicators.reaching import Verdict, latest_change, of_person, steps_of
from samsyn.rules.indicators.splitting import Keys, dimensions, lines
from samsyn.rules.indicators.values import Changed, Counted, Mean, NotMeasured, Ratio, Total, Value, Why
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator
from samsyn.rules.terms.places import Step


@dataclass(frozen=True, slots=True)
class _Counting:
    """What is being counted. `around`: all facts of the period, also those that the indicator leaves out."""

    indicator: Indicator
    terms: Agreement
    steps: tuple[Step, ...]
    around: Sequence[Fact]
    counted: Sequence[Fact]
    period: DateRange
    until: date


def figure(
    indicator: Indicator,
    terms: Agreement,
    facts: Iterable[Fact],
    period: DateRange,
    as_of: datetime,
    today: date,
    organisation: str = "",
) -> Figure:
    """What happened after the period, or after today, is not counted."""
    until = min(period.last, today)
    around = _of_latest_sex([each for each in facts if is_within(each, period, until)])
    counted = [each for each in around if each.kind in indicator.facts and matches(each, indicator.where, terms)]
    steps = steps_of(indicator, terms)
    if not indicator.facts or period.start > today:
        value: Value = NotMeasured(Why.NOT_STARTED if indicator.facts else Why.NO_FACTS)
        return told(indicator, terms, value, (), period, as_of, organisation)
    if steps is None:
        value = NotMeasured(Why.NO_STEP, of=len({each.person for each in counted}))
        return told(indicator, terms, value, (), period, as_of, organisation)
    counting = _Counting(indicator, terms, steps, around, counted, period, until)
    value = _whole_value(counting)
    parts = [] if isinstance(value, NotMeasured) and value.why is not Why.NO_PAIRS else _parts(counting)
    return told(indicator, terms, value, parts, period, as_of, organisation)


def _whole_value(counting: _Counting) -> Value:
    gaps = _gaps(counting.counted)
    if not _was_counted(counting) and (gaps or set(counting.indicator.facts) & NEVER_NOUGHT):
        return NotMeasured(Why.NOT_COUNTED, of=gaps)
    return _value(counting, counting.counted, ())


def _was_counted(counting: _Counting) -> bool:
    """Whether anything of the sort was written down at all. Taps that were all taken back are none."""
    kinds = {other for kind in counting.indicator.facts for other in TOGETHER.get(kind, (kind,))}
    stated = [each for each in counting.around if each.kind in kinds and not each.gap]
    return bool(sum(each.n for each in stated)) if kinds & TOGETHER.keys() else bool(stated)


def _gaps(facts: Sequence[Fact]) -> int:
    return sum(each.rows for each in facts if each.gap)


def _parts(counting: _Counting) -> list[Part]:
    found = {by: _keys(counting.counted, by) for by in dimensions(counting.indicator)}
    return [
        Part(
            tuple(dimension for dimension, _ in keys),
            tuple(key for _, key in keys),
            _value(counting, [each for each in counting.counted if is_of(each, keys)], keys),
        )
        for keys in lines(counting.indicator, found)
    ]


def _keys(facts: Sequence[Fact], by: Dimension) -> list[str]:
    """Those of which there is something."""
    found: dict[str, int | Fraction] = defaultdict(int)
    for each in facts:
        found[getattr(each, by)] += 0 if each.gap else each.n
    return [key for key, n in found.items() if n]


def _value(counting: _Counting, facts: Sequence[Fact], keys: Keys) -> Value:
    match counting.indicator.measure:
        case "ratio":
            return _ratio(counting, facts, keys)
        case "duration":
            return _duration(facts, counting.until)
        case "paired_change":
            return _change(facts, counting.until)
        case _ if "answers" in counting.indicator.facts:
            return _answers(counting.indicator, facts)
        case _ if any(each in counting.indicator.facts for each in ("participants", "placements")):
            return _people(counting, facts)
        case _ if "guests" in counting.indicator.facts:
            return _guests(facts)
        case _:
            return _sum(facts, "hours" in counting.indicator.facts)


def _sum(facts: Sequence[Fact], hours: bool) -> Total:
    stated = [each for each in facts if not each.gap]
    rows = sum(each.rows if each.kind in AMOUNTS else int(each.n) for each in stated)
    # Hours stay fractions, also when they happen to be whole.
    nothing = Fraction(0) if hours else 0
    return Total(sum((each.n for each in stated), nothing), rows, _gaps(facts))


def _guests(facts: Sequence[Fact]) -> Total:
    """Those who are forgotten cannot be told apart: each of their stays is missing."""
    known = {each.person for each in facts if each.person}
    return Total(len(known), len(known), sum(each.rows for each in facts if not each.person))


def _answers(indicator: Indicator, facts: Sequence[Fact]) -> Value:
    given = [each.answer for each in facts if each.answer]
    skipped = len(facts) - len(given)
    if indicator.reached is None:
        return Total(len(given), len(given), skipped)
    reached = sum(any(one in indicator.reached.answer for one in each) for each in given)
    return Counted(reached, len(given) - reached, skipped)


def _people(counting: _Counting, facts: Sequence[Fact]) -> Value:
    """Individuals once each, or each placement by itself where placements are counted."""
    people = _by_person(facts)
    if not people:
        return NotMeasured(Why.NOBODY)
    reached, alone = counting.indicator.reached, counting.indicator.measure == "count"
    groups = [[each] for own in people for each in own] if alone else people
    if reached is None:
        return Total(len(groups), len(groups))
    return counted([of_person(reached, counting.steps, own, counting.until) for own in groups])


def counted(verdicts: Sequence[Verdict]) -> Counted:
    return Counted(verdicts.count(True), verdicts.count(False), verdicts.count(None))


def _by_person(facts: Sequence[Fact]) -> list[list[Taken]]:
    """Each one's placements in the order of their first days."""
    found: dict[str, list[Taken]] = defaultdict(list)
    for each in facts:
        if each.taken is not None:
            found[each.person].append(each.taken)
    return [sorted(own, key=lambda taken: taken.first) for own in found.values()]


def _duration(facts: Sequence[Fact], until: date) -> Value:
    """Days with the first and the last, of the placements that are over. Those that go on are missing."""
    taken = [each.taken for each in facts if each.taken is not None]
    over = [(each.last - each.first).days + 1 for each in taken if each.last and each.is_over(until)]
    if not over:
        return NotMeasured(Why.NOBODY, of=len(taken))
    return Mean(Fraction(sum(over), len(over)), len(over), len(taken) - len(over))


def _change(facts: Sequence[Fact], until: date) -> Value:
    people = _by_person(facts)
    if not people:
        return NotMeasured(Why.NOBODY)
    started = sum(any(each.ratings_by(until) for each in own) for own in people)
    changes = [latest_change(own, until) for own in people]
    known = [each for each in changes if each is not None]
    if not known:
        return NotMeasured(Why.NO_PAIRS, started=started, of=len(people))
    return Changed(len(known), started, len(people), sum(known, Fraction(0)) / len(known))


def _ratio(counting: _Counting, facts: Sequence[Fact], keys: Keys) -> Value:
    """Of a line, its part of the same line of the whole, as far as the whole knows it.

    Without a condition and without other facts it is how the whole falls on the lines: the first key is then left out.
    """
    indicator = counting.indicator
    kinds = indicator.over or indicator.facts
    own = keys[1:] if not indicator.over and indicator.where is None else known_keys(keys, kinds)
    whole = [each for each in counting.around if each.kind in kinds and is_of(each, own)]
    if indicator.over:
        whole = [each for each in whole if matches(each, indicator.where, counting.terms)]
    amount, within = _amount(whole), not indicator.over
    if not amount:
        return NotMeasured(Why.NO_WHOLE)
    silent = _silent(whole) if indicator.where and indicator.where.sex else 0
    if silent == amount:
        return NotMeasured(Why.NOT_ASKED, of=silent)
    return Ratio(_amount(facts), amount, _gaps(whole if within else facts) + silent, within)


def _silent(whole: Sequence[Fact]) -> int:
    """Those whose sex nobody knows."""
    return _amount([each for each in whole if each.sex in ("", NOT_STATED)])


def _amount(facts: Sequence[Fact]) -> int:
    """Individuals once each."""
    people = {each.person for each in facts if each.kind in ("participants", "guests") and each.person}
    others = sum(each.n for each in facts if each.kind not in ("participants", "guests") and not each.gap)
    return len(people) + int(others)


def _of_latest_sex(facts: Sequence[Fact]) -> list[Fact]:
    """An individual is of the sex that was stated last, whatever was stated before: else the lines would not add up."""
    latest: dict[tuple[str, str], tuple[date, str]] = {}
    for each in facts:
        if each.person:
            at = (each.kind, each.person)
            latest[at] = max(latest.get(at, (date.min, "")), (each.day, each.sex))
    return [replace(each, sex=latest[each.kind, each.person][1]) if each.person else each for each in facts]
