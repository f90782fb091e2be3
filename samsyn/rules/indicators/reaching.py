"""Whether an individual has reached what an indicator asks for: yes, no, or not known (yet)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from samsyn.rules.indicators.facts import Taken
from samsyn.rules.surveys import own_change
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator, Reached
from samsyn.rules.terms.places import Step

Verdict = bool | None


def steps_of(indicator: Indicator, terms: Agreement) -> tuple[Step, ...] | None:
    """The steps that must be taken; None where the agreement lacks one of them."""
    named = indicator.reached.steps if indicator.reached else ()
    found = tuple(terms.step[each] for each in named if each in terms.step and terms.step[each].applies)
    return found if len(found) == len(named) else None


def verdict(reached: Reached, steps: Sequence[Step], taken: Taken, until: date) -> Verdict:
    """Of one placement. What happened after `until` has not happened.

    What is not reached while the placement goes on can still come, and is not known. All that is asked must hold. Where
    someone must rate herself higher, that says all about having rated.
    """
    asked: list[Verdict] = []
    steps = [each for each in steps if not (reached.rated_higher and each.kind == "self_assessment")]
    if reached.began:
        asked.append(began(taken, until))
    if steps:
        asked.append(_by_now(all(has_taken(taken, each, until) for each in steps), taken, until))
    if reached.result:
        asked.append(_result(reached, taken, until))
    return worst(asked)


def of_person(reached: Reached, steps: Sequence[Step], placements: Sequence[Taken], until: date) -> Verdict:
    """One placement that reached it is enough. Placements in the order of their first days."""
    found = best(verdict(reached, steps, each, until) for each in placements)
    if not reached.rated_higher:
        return found
    change = latest_change(placements, until)
    return worst([found, None if change is None else change > 0])


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """All must hold: one no is a no."""
    found = list(verdicts)
    return False if False in found else None if None in found else True


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """One that reached it is enough; one of which it is not known leaves it open."""
    found = list(verdicts)
    return True if True in found else None if None in found else False


def began(taken: Taken, until: date) -> Verdict:
    """Someone who was there a day, or of whom anything else was noted; only absences: no; nothing noted: unknown."""
    days = [*(each.on for each in taken.talks), *(each.on for each in taken.ratings)]
    if taken.present or any(day <= until for day in days) or taken.result in ("followed_plan", "partly"):
        return True
    return False if taken.absent and taken.is_over(until) else None


def has_taken(taken: Taken, step: Step, until: date) -> bool:
    """So many times as the agreement says; where each function has its own talk, so many times with each.

    A self-assessment is taken by rating oneself, once in each wave.
    """
    if step.kind == "self_assessment":
        return len({each.wave for each in taken.ratings_by(until)}) >= step.at_least
    talks = taken.talks_on(step.id, until)
    if step.together or len(step.with_functions) < 2:
        return len({each.occurrence for each in talks}) >= step.at_least
    with_each = [{each.occurrence for each in talks if each.function == name} for name in step.with_functions]
    return all(len(times) >= step.at_least for times in with_each)


def latest_change(placements: Sequence[Taken], until: date) -> Fraction | None:
    """In the placement that lies latest of those with two waves. Placements in the order of their first days."""
    changes = (own_change(each.ratings_by(until)) for each in reversed(placements))
    return next((each for each in changes if each is not None), None)


def _result(reached: Reached, taken: Taken, until: date) -> Verdict:
    if not taken.is_over(until) or taken.result is None:
        return None
    return taken.result in reached.result


def _by_now(reached: bool, taken: Taken, until: date) -> Verdict:
    return True if reached else False if taken.is_over(until) else None
