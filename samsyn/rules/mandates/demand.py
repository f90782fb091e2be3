"""What is asked for, what has been done, and what one party must do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.because import Reason

APPROVAL, SIGNATURE = "approval", "signature"
BOARD_DECISION, LEGAL_FORCE = "board_decision", "legal_force"
NOTIFIED, DEMAND, DIALOGUE, CORRECTED = "notified", "demand", "dialogue", "corrected"
REFUSAL, RECEIVED = "refusal", "received"


class NotPossible(Exception):
    """The agreement opens no way for this. `reason` says why, with the clause."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.says)


@dataclass(frozen=True, slots=True)
class Asked:
    """A change as far as its form depends on it.

    `kind` as in a file of the agreement; `by` the party that asks; `families` of the terms that an amendment touches;
    `of` the notice, condition, assumption, term or clause it is about; `to` those to whom a waived duty is owed.
    """

    kind: str
    by: str = ""
    families: frozenset[str] = frozenset()
    of: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that a party has taken, on a civil date."""

    party: str
    kind: str
    on: date
    within_limits: bool = False


@dataclass(frozen=True, slots=True)
class Demand:
    """What one party must do: all of `steps`, in that order, or all of `instead`.

    `function` is who in the party may do it, where the text says. With `limits` the one who takes the step says that it
    lies within them; what `instead` names needs no such word. `by` is the last day on which it counts.
    """

    party: str
    steps: tuple[str, ...]
    reason: Reason
    instead: tuple[str, ...] = ()
    function: str = ""
    limits: tuple[str, ...] = ()
    by: date | None = None

    @property
    def clause(self) -> str:
        return self.reason.clause


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which the change can be made: everything in `demands`. `reason` says which clause opens it."""

    demands: tuple[Demand, ...]
    reason: Reason

    @property
    def clause(self) -> str:
        return self.reason.clause
