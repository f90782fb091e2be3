"""The figures of a period, in all and by the sex that each has stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from samsyn.rules.indicators.definitions import Definition, Measured, definitions
from samsyn.rules.indicators.facts import Taken
from samsyn.rules.indicators.values import Changed, Counted, NotMeasured, Numbers, Why
from samsyn.rules.quantities import DateRange
from samsyn.rules.surveys import Rating, own_change
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Sex, Step

Value = Counted | Changed | NotMeasured
SEXES: tuple[Sex, ...] = ("woman", "man", "other", "not_stated")
_ALWAYS = ("woman", "man")
"""Shown also when they are none; the others only when someone has stated it."""


@dataclass(frozen=True, slots=True)
class OfTraining:
    """`by_sex` is empty where the agreement has said why the figure is not split."""

    definition: Definition
    total: Value
    by_sex: tuple[tuple[Sex, Value], ...]


def figures(
    agreement: Agreement, pool_id: str, facts: Sequence[Taken], period: DateRange, today: date
) -> list[OfTraining]:
    """One for each definition. What happened after the period, or after today, is not counted.

    Everyone with a placement of which some day lies in the period is of it, once each. Who has not reached it, and
    whose placement goes on, is missing: it can still come.
    """
    until = min(period.last, today)
    within = [each for each in facts if each.is_in(period) and each.first <= until]
    return [_figure(each, within, until) for each in definitions(agreement, pool_id)]


def numbers(facts: Sequence[Taken], period: DateRange, today: date) -> Numbers:
    """Who and how many began or went on in the period."""
    within = [each for each in facts if each.is_in(period) and each.first <= today]
    return Numbers(len({each.person for each in within}), len(within))


def _figure(definition: Definition, facts: Sequence[Taken], until: date) -> OfTraining:
    total = _value(definition, facts, until)
    if not definition.by_sex:
        return OfTraining(definition, total, ())
    split = [(sex, [each for each in facts if each.sex == sex]) for sex in SEXES]
    shown = [(sex, _value(definition, own, until)) for sex, own in split if own or sex in _ALWAYS]
    return OfTraining(definition, total, tuple(shown))


def _value(definition: Definition, facts: Sequence[Taken], until: date) -> Value:
    people = _by_person(facts)
    if definition.measured is not Measured.TRAINED and not definition.steps:
        return NotMeasured(Why.NO_STEP, of=len(people))
    if not people:
        return NotMeasured(Why.NOBODY)
    if definition.measured is Measured.CHANGED:
        return _change(definition, people, until)
    judge = _JUDGES[definition.measured]
    return _counted([_best([judge(each, definition.steps, until) for each in own]) for own in people])


def _by_person(facts: Sequence[Taken]) -> list[list[Taken]]:
    found: dict[str, list[Taken]] = defaultdict(list)
    for each in facts:
        found[each.person].append(each)
    return list(found.values())


def _best(answers: Sequence[bool | None]) -> bool | None:
    """One placement that reached it is enough; one of which it is not known leaves it open."""
    if True in answers:
        return True
    return None if None in answers else False


def _counted(answers: Sequence[bool | None]) -> Counted:
    return Counted(answers.count(True), answers.count(False), answers.count(None))


def _trained(taken: Taken, steps: tuple[Step, ...], until: date) -> bool | None:
    """Someone who was there a day, or of whom anything else was noted; only absences: no; nothing noted: unknown."""
    days = [*(each.on for each in taken.talks), *(each.on for each in taken.ratings)]
    if taken.present or any(day <= until for day in days) or taken.result in ("followed_plan", "partly"):
        return True
    return False if taken.absent and taken.is_over(until) else None


def _followed_up(taken: Taken, steps: tuple[Step, ...], until: date) -> bool | None:
    return _reached(all(_has_taken(taken, each, until) for each in steps), taken, until)


def _has_taken(taken: Taken, step: Step, until: date) -> bool:
    """So many times as the agreement says; where each function has its own talk, so many times with each."""
    talks = taken.talks_on(step.id, until)
    if step.together or len(step.with_functions) < 2:
        return len({each.occurrence for each in talks}) >= step.at_least
    with_each = [{each.occurrence for each in talks if each.function == name} for name in step.with_functions]
    return all(len(times) >= step.at_least for times in with_each)


def _by_plan(taken: Taken, steps: tuple[Step, ...], until: date) -> bool | None:
    if not taken.is_over(until) or taken.result is None:
        return None
    return taken.result == "followed_plan"


def _reached(reached: bool, taken: Taken, until: date) -> bool | None:
    return True if reached else False if taken.is_over(until) else None


_Judge = Callable[[Taken, tuple[Step, ...], date], bool | None]
_JUDGES: dict[Measured, _Judge] = {
    Measured.TRAINED: _trained,
    Measured.FOLLOWED_UP: _followed_up,
    Measured.INTRODUCED_AND_CLOSED: _followed_up,
    Measured.BY_PLAN: _by_plan,
}


def _change(definition: Definition, people: Sequence[Sequence[Taken]], until: date) -> Value:
    """Each individual's own change, in the placement that lies latest of those with two waves."""
    ratings = [[each.ratings_by(until) for each in own] for own in people]
    started = sum(any(own) for own in ratings)
    changes = [_own_change(own) for own in ratings]
    known = [each for each in changes if each is not None]
    if not known:
        return NotMeasured(Why.NO_PAIRS, started=started, of=len(people))
    if definition.is_share:
        return _counted([None if each is None else each > 0 for each in changes])
    return Changed(len(known), started, len(people), sum(known, Fraction(0)) / len(known))


def _own_change(placements: Sequence[Sequence[Rating]]) -> Fraction | None:
    changes = (own_change(ratings) for ratings in reversed(placements))
    return next((each for each in changes if each is not None), None)
