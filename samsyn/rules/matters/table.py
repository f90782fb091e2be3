"""The states of a matter as a table: in each state, which steps there are and who may take them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a matter is about."""

    ECONOMIC_CHANGE = "economic_change"
    DEVIATION = "deviation"
    DISPUTE = "dispute"
    OTHER = "other"


class Form(StrEnum):
    """Which way a matter goes. A kind has one way; a deviation that no clause regulates is only told."""

    NOTICE = "notice"  # told in writing, acknowledged by every other party
    APPROVAL = "approval"  # approved by all whom the clause names, before it happens
    DISPUTE = "dispute"  # dialogue, then words that every party says, or further as the clause has it


class Step(StrEnum):
    """What a party can do in a matter."""

    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"
    APPROVED = "approved"
    REFUSED = "refused"
    DIALOGUE = "dialogue"
    SETTLED = "settled"
    PASSED_ON = "passed_on"
    WITHDRAWN = "withdrawn"


class State(StrEnum):
    """Where a matter stands."""

    DIALOGUE_FIRST = "dialogue_first"  # the clause wants a dialogue before anything else
    WAITING = "waiting"  # some have not answered
    TALKING = "talking"  # there has been a dialogue; nobody has proposed how it is settled
    PROPOSED = "proposed"  # one party has said how; not all have said the same
    KNOWN = "known"
    APPROVED = "approved"
    REFUSED = "refused"
    SETTLED = "settled"
    PASSED_ON = "passed_on"
    WITHDRAWN = "withdrawn"


class Who(StrEnum):
    """Which of the parties may take a step."""

    ANY = "any"
    ASKED = "asked"  # those whose answer is missing
    OPENER = "opener"


OVER = frozenset(
    {State.KNOWN, State.APPROVED, State.REFUSED, State.SETTLED, State.PASSED_ON, State.WITHDRAWN},
)
"""In these nothing more can be done; what comes up afterwards is a new matter."""

ANSWERS = frozenset({Step.ACKNOWLEDGED, Step.APPROVED, Step.REFUSED})
"""What a party says once in a matter."""

_ALWAYS: Mapping[Step, Who] = {Step.DIALOGUE: Who.ANY, Step.WITHDRAWN: Who.OPENER}
_TALKED: Mapping[Step, Who] = {**_ALWAYS, Step.SETTLED: Who.ANY, Step.PASSED_ON: Who.ANY}

TABLE: Mapping[tuple[Form, State], Mapping[Step, Who]] = {
    (Form.NOTICE, State.WAITING): {Step.ACKNOWLEDGED: Who.ASKED, **_ALWAYS},
    (Form.APPROVAL, State.DIALOGUE_FIRST): _ALWAYS,
    (Form.APPROVAL, State.WAITING): {Step.APPROVED: Who.ASKED, Step.REFUSED: Who.ASKED, **_ALWAYS},
    (Form.DISPUTE, State.DIALOGUE_FIRST): _ALWAYS,
    (Form.DISPUTE, State.TALKING): _TALKED,
    (Form.DISPUTE, State.PROPOSED): _TALKED,
}
"""(way, state) → step → who. A state that is not here is over."""
