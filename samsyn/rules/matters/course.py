"""How a matter has gone: from what each party has said to where it stands, who is missing and what each may do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.rules.matters.footing import Footing
from samsyn.rules.matters.table import ANSWERS, OVER, TABLE, Form, State, Step, Who


@dataclass(frozen=True, slots=True)
class Said:
    """One step by one party (its id) on a civil date. `words`: how it is to be settled, for Step.SETTLED."""

    step: Step
    by: str
    on: date
    words: str = ""


class Timing(StrEnum):
    """When the last approval came, against the day on which it happens."""

    BEFORE = "before"
    SAME_DAY = "same_day"
    AFTER = "after"


class Hindrance(StrEnum):
    """Why a step cannot be taken."""

    OVER = "over"
    OTHER_WAY = "other_way"  # matters of this kind have no such step
    DIALOGUE_FIRST = "dialogue_first"
    ANSWERED = "answered"
    NOT_ASKED = "not_asked"
    ONLY_OPENER = "only_opener"


@dataclass(frozen=True, slots=True)
class Course:
    """`missing` are the parties whose answer is awaited, `given` those who have answered; both in the given order.

    `words` is what the latest proposal says about how a dispute is settled. `on` is the day of the latest step.
    """

    form: Form
    state: State
    opener: str
    missing: tuple[str, ...]
    given: tuple[str, ...]
    on: date
    words: str = ""
    timing: Timing | None = None

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    def steps(self, party: str) -> tuple[Step, ...]:
        """What this party may do now, in the order of the table."""
        return tuple(step for step in TABLE.get((self.form, self.state), {}) if hindrance(self, party, step) is None)


def course(footing: Footing, parties: Sequence[str], said: Sequence[Said], happens_on: date | None = None) -> Course:
    """`parties` are all parties of the partnership; `said` begins with Step.OPENED and is in order.

    What one party takes back, passes on or refuses ends it; otherwise it stands as the answers of all make it.
    """
    ended = next((_ENDS[each.step] for each in said if each.step in _ENDS), None)
    state, asked, given = _STANDS[footing.form](footing, parties, said)
    missing = () if ended else tuple(each for each in asked if each not in given)
    state = ended or state
    return Course(
        form=footing.form,
        state=state,
        opener=said[0].by,
        missing=missing,
        given=tuple(each for each in asked if each in given),
        on=max(each.on for each in said),
        words=_last_words(said),
        timing=_timing(said, happens_on) if state is State.APPROVED and happens_on else None,
    )


def hindrance(course: Course, party: str, step: Step) -> Hindrance | None:
    """What keeps this party from this step now, or nothing."""
    ways = {known for (form, _), steps in TABLE.items() if form is course.form for known in steps}
    if step not in ways:
        return Hindrance.OTHER_WAY
    if course.is_over:
        return Hindrance.OVER
    who = TABLE[course.form, course.state].get(step)
    if who is None:
        return Hindrance.DIALOGUE_FIRST
    if who is Who.OPENER and party != course.opener:
        return Hindrance.ONLY_OPENER
    if who is Who.ASKED and party not in course.missing:
        return Hindrance.ANSWERED if party in course.given else Hindrance.NOT_ASKED
    return None


_ENDS = {Step.WITHDRAWN: State.WITHDRAWN, Step.PASSED_ON: State.PASSED_ON, Step.REFUSED: State.REFUSED}
_Stands = tuple[State, Sequence[str], set[str]]


def _notice(footing: Footing, parties: Sequence[str], said: Sequence[Said]) -> _Stands:
    asked = [each for each in parties if each != said[0].by]
    given = _who(said, Step.ACKNOWLEDGED)
    return (State.KNOWN if given.issuperset(asked) else State.WAITING), asked, given


def _approval(footing: Footing, parties: Sequence[str], said: Sequence[Said]) -> _Stands:
    given = _who(said, Step.APPROVED)
    if footing.dialogue_first and not _who(said, Step.DIALOGUE):
        return State.DIALOGUE_FIRST, footing.approvers, given
    return (State.APPROVED if given.issuperset(footing.approvers) else State.WAITING), footing.approvers, given


def _dispute(footing: Footing, parties: Sequence[str], said: Sequence[Said]) -> _Stands:
    """Settled when what each party said last is the same, whoever proposed it and whatever was proposed before."""
    if not (words := _last_words(said)):
        talked = _who(said, Step.DIALOGUE) or not footing.dialogue_first
        return (State.TALKING if talked else State.DIALOGUE_FIRST), (), set()
    latest = {each.by: each.words for each in said if each.step is Step.SETTLED}
    given = {party for party, wording in latest.items() if wording == words}
    return (State.SETTLED if given.issuperset(parties) else State.PROPOSED), parties, given


_STANDS: dict[Form, Callable[[Footing, Sequence[str], Sequence[Said]], _Stands]] = {
    Form.NOTICE: _notice,
    Form.APPROVAL: _approval,
    Form.DISPUTE: _dispute,
}


def _who(said: Iterable[Said], step: Step) -> set[str]:
    return {each.by for each in said if each.step is step}


def _last_words(said: Sequence[Said]) -> str:
    return next((each.words for each in reversed(said) if each.step is Step.SETTLED), "")


def _timing(said: Iterable[Said], happens_on: date) -> Timing:
    last = max(each.on for each in said if each.step in ANSWERS)
    if last == happens_on:
        return Timing.SAME_DAY
    return Timing.BEFORE if last < happens_on else Timing.AFTER
