"""A participant's path: dated steps with who acts, where each stands, and what was noted about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from samsyn.rules.places import DueStep, StepState, answers_in_turn, next_wave, standing
from samsyn.web.placements.models import Placement, SelfAssessment, StepDone
from samsyn.web.placements.presenters.words import STATE_KINDS, listed, state_words, step_title
from samsyn.web.placements.queries.ground import Ground

OPEN = (StepState.DUE, StepState.LATE)


@dataclass(frozen=True, slots=True)
class Note:
    """That it was done: by which organisation, on which day; `mine` can be taken back."""

    id: UUID | None
    done_on: date
    who: str
    mine: bool
    function: str = ""


@dataclass(frozen=True, slots=True)
class PathStep:
    """One row of the path. `act`: where it is noted; empty where nothing can be noted now. `lacks`: functions left.

    `by`: the parties that see to it, by their ids; `who` is the same in words.
    """

    title: str
    kind: str
    occurrence: int
    says: str
    due: date
    state: StepState
    state_words: str
    state_kind: str
    who: str
    by: tuple[str, ...]
    clause: str
    assumed: bool
    notes: tuple[Note, ...]
    act: str
    lacks: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_done(self) -> bool:
        return self.state in (StepState.DONE, StepState.DONE_LATE)


def path_of(
    placement: Placement,
    ground: Ground,
    done: Iterable[StepDone],
    assessments: Iterable[SelfAssessment],
    *,
    mine: UUID,
    name: Callable[[UUID], str],
    at: str,
    today: date,
) -> list[PathStep]:
    """`ground` is that of the first day; the steps go by the planned last one, also after an early end.

    `at`: the placement's address; empty for one who notes nothing.
    """
    steps = ground.steps(placement.first_day, placement.planned_last)
    notes = _by_step(done, mine, name)
    answers = list(assessments)
    own = _in_turn(answers, mine, name)
    rows = [_row(each, _notes_on(each, notes, own), ground, placement, today) for each in steps]
    wave = next_wave_of(answers, SelfAssessment.Rater.PARTICIPANT)
    return [replace(row, act=_act(step, row, placement, at, wave)) for step, row in zip(steps, rows, strict=True)]


def next_wave_of(assessments: Iterable[SelfAssessment], rater: str) -> int:
    """Which time it is when the rater answers next: the other rater's times are not theirs."""
    return next_wave(each.wave for each in assessments if each.rater == rater)


def _by_step(done: Iterable[StepDone], mine: UUID, name: Callable[[UUID], str]) -> dict[tuple[str, int], list[Note]]:
    found: dict[tuple[str, int], list[Note]] = {}
    for each in done:
        note = Note(each.pk, each.done_on, name(each.organisation_id), each.organisation_id == mine, each.function)
        found.setdefault((each.step, each.occurrence), []).append(note)
    return found


def _in_turn(assessments: Iterable[SelfAssessment], mine: UUID, name: Callable[[UUID], str]) -> dict[int, list[Note]]:
    """The participant's own answers, by the occurrence that they meet."""
    own = [each for each in assessments if each.rater == SelfAssessment.Rater.PARTICIPANT]
    met_by = answers_in_turn(each.wave for each in own)
    return {
        occurrence: [
            Note(None, each.done_on, name(each.organisation_id), each.organisation_id == mine)
            for each in own
            if each.wave == wave
        ]
        for occurrence, wave in met_by.items()
    }


def _notes_on(step: DueStep, notes: dict[tuple[str, int], list[Note]], own: dict[int, list[Note]]) -> tuple[Note, ...]:
    if step.kind == "self_assessment":
        return tuple(own.get(step.occurrence, ()))
    return tuple(notes.get((step.step_id, step.occurrence), ()))


def _row(step: DueStep, notes: Sequence[Note], ground: Ground, placement: Placement, today: date) -> PathStep:
    lacks = _lacking(step, notes)
    days = [] if lacks else [max(each.done_on for each in notes)] if _apart(step) else [each.done_on for each in notes]
    state = standing(step, days, today)
    fell = not days and placement.ended_on is not None and step.due > placement.ended_on
    if fell:
        state = StepState.COMING
    return PathStep(
        title=step_title(step),
        kind=step.kind,
        occurrence=step.occurrence,
        says=step.reason.says,
        due=step.due,
        state=state,
        state_words=gettext("placeringen slutade före") if fell else state_words(state),
        state_kind="plain" if fell else STATE_KINDS[state],
        who=listed(ground.terms.party_name(each) for each in step.by),
        by=step.by,
        clause=step.reason.clause,
        assumed=step.reason.assumed,
        notes=tuple(notes),
        act="",
        lacks=lacks if notes else (),
    )


def _apart(step: DueStep) -> bool:
    return not step.together and len(step.functions) > 1


def _lacking(step: DueStep, notes: Sequence[Note]) -> tuple[str, ...]:
    """Functions that have a talk of their own and have not had it."""
    if not _apart(step):
        return ()
    had = {each.function for each in notes}
    return tuple(each for each in step.functions if each not in had)


def _act(step: DueStep, row: PathStep, placement: Placement, at: str, wave: int) -> str:
    if not at or placement.fell_through_on or row.is_done:
        return ""
    if step.kind == "self_assessment":
        return f"{at}assess/participant/{wave}/"
    return f"{at}steps/{step.step_id}/{step.occurrence}/"
