"""A participant's path: the steps of a placement with their days, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samsyn.rules.because import Reason
from samsyn.rules.places.readings import Reading, assumed
from samsyn.rules.places.words import spoken
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Step

SOON = timedelta(days=14)
"""A step is due, and no longer only coming, so long before its last day."""
_PARTS = ("start", "during", "end")


class StepState(StrEnum):
    DONE = "done"
    DONE_LATE = "done_late"
    DUE = "due"
    LATE = "late"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class DueStep:
    """One occurrence of a step, 1 to `of`, at the latest on `due`. `by`: ids of the parties that see to it.

    `together` false: each of `functions` may have its own talk. `at`: start, during or end.
    """

    step_id: str
    kind: str
    occurrence: int
    of: int
    at: str
    due: date
    by: tuple[str, ...]
    functions: tuple[str, ...]
    together: bool
    reason: Reason


def steps_due(agreement: Agreement, pool_id: str, first: date, last: date) -> list[DueStep]:
    """The steps of a placement from first to last day, by day. Anew when it is extended: occurrences keep numbers.

    At the start: `first` + days; at the end: `last` − days; in between: evenly spread. Never outside the placement.
    A step that names several parts of the time comes at least once in each.
    """
    span, found = DateRange.through(first, last), list[DueStep]()
    for step in agreement.step.values():
        if step.applies and step.pool == pool_id:
            found += _occurrences(agreement, step, span)
    return sorted(found, key=lambda each: each.due)


def standing(due: DueStep, done_days: Sequence[date], today: date) -> StepState:
    """Where one occurrence stands. `done_days`: the days on which this very one was done; the first counts."""
    if done_days:
        return StepState.DONE if min(done_days) <= due.due else StepState.DONE_LATE
    if today > due.due:
        return StepState.LATE
    return StepState.DUE if due.due - today <= SOON else StepState.COMING


def answers_in_turn(waves: Iterable[int]) -> dict[int, int]:
    """Occurrence of a self-assessment → the wave that meets it, by one who answers.

    The first time one answers is the first occurrence, whatever number the wave was given: nobody answers the first
    time twice, nor is it still to be done when a later one is.
    """
    return dict(enumerate(sorted(set(waves)), 1))


def next_wave(waves: Iterable[int]) -> int:
    """The number of the time that comes next for one who has answered those before. Each counts their own."""
    return max(waves, default=0) + 1


def _occurrences(agreement: Agreement, step: Step, span: DateRange) -> Iterator[DueStep]:
    places = _places(step)
    during, nth = places.count("during"), 0
    for number, at in enumerate(places, 1):
        nth += at == "during"
        due = _day(step, at, span, nth, during)
        if (step.first or due) <= due <= (step.last or due):
            by = step.by or agreement.pool[step.pool].by
            yield DueStep(
                step.id, step.kind, number, len(places), at, due, by, step.with_functions, step.together,
                _reason(step, at, span, due),
            )  # fmt: skip


def _places(step: Step) -> list[str]:
    """Where in the time each occurrence lies: one in each part that is named, the rest in between if there is one.

    Named start and end with three times: start, between, end. Named start alone with three times: all at the start.
    """
    named = [part for part in _PARTS if part in step.at] or ["during"]
    rest = max(0, step.at_least - len(named))
    where = named[0] if len(named) == 1 else "during"
    return sorted([*named, *[where] * rest], key=_PARTS.index)


def _day(step: Step, at: str, span: DateRange, nth: int, of: int) -> date:
    days = timedelta(days=step.days or 0)
    if at == "start":
        return min(span.start + days, span.last)
    if at == "end":
        return max(span.last - days, span.start)
    return span.start + timedelta(days=min(span.days * nth // (of + 1), span.days - 1))


def _reason(step: Step, at: str, span: DateRange, due: date) -> Reason:
    unsaid = at != "during" and step.days is None
    rests_on = (
        *assumed(step, "at_least", "at", "days", "by", "together"),
        *([Reading.DAY_NOT_STATED] if unsaid else []),
    )
    days = () if step.days is None else (("days", str(step.days)),)
    inputs = (("first", span.start.isoformat()), ("last", span.last.isoformat()), ("at", at), *days)
    return Reason(step.clause, step.id, f"Senast {spoken(due, span.start)}. {step.says}", inputs, rests_on)
