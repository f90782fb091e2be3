"""Money that is claimed back: where a claim stands, what must be considered first, and how it is paid in parts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.rules.quantities import Amount, add_months
from samsyn.rules.terms.resources import Repayment


class State(StrEnum):
    DRAFT = "draft"
    RAISED = "raised"
    """The other party has not answered."""
    ANSWERED = "answered"
    """Answered, and nothing is put forward for decision."""
    DECIDING = "deciding"
    """A decision is drafted, or put forward and not yet taken by all that the clause demands."""
    OWED = "owed"
    """Decided: it is to be paid back."""
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides where a claim stands. `owed`: what has been decided, None while nothing is."""

    raised: bool = False
    answered: bool = False
    deciding: bool = False
    owed: Amount | None = None
    settled: bool = False
    withdrawn: bool = False


def state(facts: Facts) -> State:
    """The last thing that is true, from the end backwards."""
    ladder = (
        (facts.withdrawn, State.WITHDRAWN),
        (facts.settled, State.SETTLED),
        (facts.owed is not None, State.OWED),
        (facts.deciding, State.DECIDING),
        (facts.answered, State.ANSWERED),
        (facts.raised, State.RAISED),
    )
    return next((each for holds, each in ladder if holds), State.DRAFT)


OUT_OF_PROPORTION = "Kravet vore oproportionerligt"


def to_consider(term: Repayment) -> tuple[str, ...]:
    """The clause's exceptions. One that only speaks of proportion has that; one that says nothing has none."""
    return term.exceptions or ((OUT_OF_PROPORTION,) if term.proportional else ())


def unconsidered(term: Repayment, considered: Collection[str]) -> tuple[str, ...]:
    """Of those, what nobody has considered in text."""
    return tuple(each for each in to_consider(term) if each not in considered)


def may_be_claimed(term: Repayment, amount: Amount, affected: Amount) -> bool:
    """Never more than the sum that the claim is about, whatever the extent: the clause gives back, it does not fine."""
    return Amount(0) < amount and amount <= affected if term.extent != "whole" else amount == affected


def instalments(owed: Amount, number: int, first: date, months: int = 1) -> tuple[tuple[date, Amount], ...]:
    """Equal parts on the same day of the month, every `months`. The last carries what is left: the sum is exact.

    Raises ValueError for a part of nothing.
    """
    parts = owed.split(number)
    if parts[0] <= Amount(0):
        raise ValueError(f"{owed} cannot be paid in {number} parts")
    return tuple((add_months(first, months * n), part) for n, part in enumerate(parts))


def left(owed: Amount, paid: Iterable[Amount]) -> Amount:
    return owed - sum(paid, Amount(0))


def due_next(plan: Sequence[tuple[date, Amount]], paid: Amount) -> tuple[date, Amount] | None:
    """The first instalment that what was paid does not cover, and how much of it is left; None when all is paid."""
    covered = paid
    for day, amount in plan:
        if covered < amount:
            return day, amount - covered
        covered -= amount
    return None
