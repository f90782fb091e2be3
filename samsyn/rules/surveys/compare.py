"""Rounds side by side, only where the question was the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.rules.surveys.answers import Question
from samsyn.rules.surveys.results import Distribution, Result


@dataclass(frozen=True, slots=True)
class Side:
    """What one round says: `told` None where it was too few, or where it was not asked (`asked` false).

    `changed`: it was asked with other words, or other options, and cannot be compared.
    """

    told: Distribution | None
    asked: bool = True
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One question of the latest round, and the same in each round, in the order given. No side is better."""

    question: Question
    sides: tuple[Side, ...]


def same_question(one: Question, other: Question) -> bool:
    """The same key alone is not enough: the words and what could be answered must be the same too."""
    return (one.key, one.digest, one.type, one.options) == (other.key, other.digest, other.type, other.options)


def side_by_side(rounds: Sequence[Sequence[Result]]) -> tuple[Line, ...]:
    """The rounds in the order of time. The questions are those of the last, in its order."""
    if not rounds:
        return ()
    return tuple(Line(each.question, tuple(_side(each.question, own) for own in rounds)) for each in rounds[-1])


def _side(question: Question, results: Sequence[Result]) -> Side:
    found = next((each for each in results if each.question.key == question.key), None)
    if found is None:
        return Side(None, asked=False)
    if not same_question(question, found.question):
        return Side(None, changed=True)
    return Side(found.told)
