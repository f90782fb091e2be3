"""The states of a meeting as a table: what can happen in each, and where it leads. Checks and texts follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """Value → what it means."""

    CALLED = "called"
    HELD = "held"  # the minutes are being written, or were sent back
    MINUTED = "minuted"  # the minutes lie with the parties
    APPROVED = "approved"
    CANCELLED = "cancelled"


class Act(StrEnum):
    """What can be done with a meeting, by its name in addresses and in the history."""

    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    AGENDA = "agenda"
    ATTENDANCE = "attendance"
    HOLD = "hold"
    WRITE = "write"
    PUT_FORWARD = "put_forward"
    SEND_BACK = "send_back"
    APPROVE = "approve"


@dataclass(frozen=True, slots=True)
class Step:
    """In state `before` the act may be done. `after` is where it leads; approving leads on when all have approved."""

    act: Act
    before: State
    after: State


STEPS: tuple[Step, ...] = (
    Step(Act.RESCHEDULE, State.CALLED, State.CALLED),
    Step(Act.CANCEL, State.CALLED, State.CANCELLED),
    Step(Act.AGENDA, State.CALLED, State.CALLED),
    Step(Act.AGENDA, State.HELD, State.HELD),
    Step(Act.ATTENDANCE, State.CALLED, State.CALLED),
    Step(Act.ATTENDANCE, State.HELD, State.HELD),
    Step(Act.HOLD, State.CALLED, State.HELD),
    Step(Act.WRITE, State.HELD, State.HELD),
    Step(Act.PUT_FORWARD, State.HELD, State.MINUTED),
    Step(Act.SEND_BACK, State.MINUTED, State.HELD),
    Step(Act.APPROVE, State.MINUTED, State.APPROVED),
)


@dataclass(frozen=True, slots=True)
class Facing:
    """What decides the state. `put_forward`: the latest revision lies with the parties and nobody has sent it back."""

    held_on: date | None = None
    approved_on: date | None = None
    cancelled: bool = False
    put_forward: bool = False


def state_of(facts: Facing) -> State:
    if facts.cancelled:
        return State.CANCELLED
    if facts.approved_on is not None:
        return State.APPROVED
    if facts.held_on is None:
        return State.CALLED
    return State.MINUTED if facts.put_forward else State.HELD


def may_happen(act: Act, state: State) -> bool:
    return any(step.act == act and step.before == state for step in STEPS)


def acts_in(state: State) -> tuple[Act, ...]:
    """In the order of the table."""
    return tuple(step.act for step in STEPS if step.before == state)
