"""How many answered, beside how many visits there were. Visits are not persons."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Rate:
    """`share` None: no visits were counted, or fewer than answered, so there is nothing to compare with."""

    answers: int
    visits: int
    share: Fraction | None


def rate(answers: int, visits: int) -> Rate:
    """The visits are those of the round's days at the pads that the survey names.

    Who comes twice is two visits and answers once: the share is lower than that of the persons, and says so.
    """
    return Rate(answers, visits, Fraction(answers, visits) if visits >= answers and visits else None)
