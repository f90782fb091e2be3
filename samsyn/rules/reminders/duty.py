"""What reminding needs to know of an obligation, and whether one is reminded of it at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samsyn.rules.obligations import Evidence


@dataclass(frozen=True, slots=True)
class Duty:
    """`by` and `to` are names; `to` is empty where it is owed to nobody named, `calls` where nobody calls to it.

    `period_end` is the last day that it concerns. `disputed_on` is the day of an objection that nobody has settled.
    """

    kind: str
    says: str
    clause: str
    due: date | None
    period_end: date
    due_stated: bool = True
    by: str = ""
    to: str = ""
    calls: str = ""
    evidence: str = Evidence.NOTE
    met_on: date | None = None
    waived_on: date | None = None
    disputed_on: date | None = None
    fell_away_on: date | None = None


def is_reminded_of(duty: Duty) -> bool:
    """Not of what is done, waived, gone from the terms, or has no day.

    Nor of what is disputed: whether it is owed is what the parties talk about, and a letter that takes it for granted
    takes sides. Nor of a day that is advice: one that spreads meetings evenly is no deadline; nobody is late for it.
    """
    over = (duty.met_on, duty.waived_on, duty.disputed_on, duty.fell_away_on)
    return duty.due is not None and not any(over) and not day_is_advice(duty)


def day_is_advice(duty: Duty) -> bool:
    """No clause says the day, and the period goes on after it: Samsyn has spread what is left over the period."""
    return duty.due is not None and not duty.due_stated and duty.due < duty.period_end


def may_have_passed(duty: Duty) -> bool:
    """Whether it can be said that the day has passed and nothing shows that it was done.

    A day that no clause says is never passed, and where there is nothing to show nothing is missing.
    """
    return duty.due_stated and duty.evidence != Evidence.NONE
