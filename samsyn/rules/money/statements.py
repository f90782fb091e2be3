"""How a statement of the use of funds stands, when it opens, and what its figures come to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samsyn.rules.quantities import Amount, DateRange

OPENS_BEFORE = timedelta(days=60)
"""So long before its last day a statement opens by itself. Ours: no agreement says it, and nothing is owed by it."""


class State(StrEnum):
    OPEN = "open"
    """Being written; nothing is handed in."""
    WAITING = "waiting"
    """Handed in, and not yet answered by all to whom it is owed."""
    SENT_BACK = "sent_back"
    """Somebody asks for a change; the next submission answers that."""
    ACCEPTED = "accepted"


def state(answers: Mapping[str, bool] | None, receivers: Collection[str]) -> State:
    """`answers` to the last submission, by receiver: accepted or sent back. None where nothing is handed in."""
    if answers is None:
        return State.OPEN
    if not all(answers.values()):
        return State.SENT_BACK
    return State.ACCEPTED if receivers and set(receivers) <= set(answers) else State.WAITING


def opens_on(due: date) -> date:
    return due - OPENS_BEFORE


@dataclass(frozen=True, slots=True)
class Balance:
    """What came in and what it cost. `left` is negative where more was spent than came in."""

    received: Amount
    spent: Amount

    @property
    def left(self) -> Amount:
        return self.received - self.spent


def balance(received: Iterable[Amount], spent: Iterable[Amount]) -> Balance:
    return Balance(_sum(received), _sum(spent))


def is_a_year(days: DateRange) -> bool:
    """Whether a budget for a year can stand beside what the days cost."""
    return (days.end.month, days.end.day) == (days.start.month, days.start.day) and days.end.year == days.start.year + 1


def _sum(amounts: Iterable[Amount]) -> Amount:
    return sum(amounts, Amount(0))
