"""The result of one question: how the answers fell, in all and for the groups that are large enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from samsyn.rules.surveys.answers import Question, Sheet, Value
from samsyn.rules.surveys.small import hidden, in_turn

SplitBy = Literal["sex", "age_band"]


@dataclass(frozen=True, slots=True)
class Distribution:
    """`n` sheets have an answer. `counts` may be more than n together, where several options could be chosen.

    A number has no counts, but a `total`: the mean is all that is told of it.
    """

    n: int
    counts: tuple[tuple[Value, int], ...] = ()
    total: int | None = None

    @property
    def mean(self) -> Fraction | None:
        return Fraction(self.total, self.n) if self.total is not None and self.n else None

    def share(self, value: Value) -> Fraction | None:
        return Fraction(dict(self.counts)[value], self.n) if self.n else None


@dataclass(frozen=True, slots=True)
class Split:
    """One question by what people said of themselves. A group without a distribution is not told: not even its n."""

    by: SplitBy
    groups: tuple[tuple[str, Distribution | None], ...]

    @property
    def hides(self) -> bool:
        return any(told is None for _, told in self.groups)


@dataclass(frozen=True, slots=True)
class Result:
    """Of all `sheets`, n answered the question. `told` None: fewer than the smallest group, and not none."""

    question: Question
    sheets: int
    told: Distribution | None
    splits: tuple[Split, ...] = ()


def distribution(question: Question, sheets: Sequence[Sheet]) -> Distribution:
    """How the answers fell, with nothing held back."""
    answers = [each.answers[question.key] for each in sheets if each.answered(question)]
    if question.type == "number":
        return Distribution(len(answers), total=sum(int(value) for given in answers for value in given))
    found = Counter(value for given in answers for value in set(given))
    return Distribution(len(answers), tuple((value, found[value]) for value in question.values))


def result(
    question: Question,
    sheets: Sequence[Sheet],
    splits: Mapping[SplitBy, Sequence[str]],
    smallest: int,
) -> Result:
    """What is told of one question in a round that has ended.

    `splits`: by what, and the groups in their order. Who did not say what she is, is a group too: "". Sex and age are
    split apart, never crossed.
    """
    told = distribution(question, sheets)
    if 0 < told.n < smallest:
        return Result(question, len(sheets), None)
    found = tuple(_split(question, sheets, by, groups, smallest) for by, groups in splits.items())
    return Result(question, len(sheets), told, found)


def pooled(question: Question, rounds: Sequence[Sequence[Sheet]], smallest: int) -> tuple[Distribution | None, int]:
    """One question over several rounds, in the order in which they ended, and how many rounds are in it.

    It is never split: with the splits of each round it could be reckoned backwards.
    """
    inside = in_turn([distribution(question, each).n for each in rounds], smallest)
    told = distribution(question, [sheet for place in inside for sheet in rounds[place]])
    return (told if told.n else None), len(inside)


def _split(question: Question, sheets: Sequence[Sheet], by: SplitBy, groups: Sequence[str], smallest: int) -> Split:
    said = {group: [each for each in sheets if getattr(each, by) == group] for group in (*groups, "")}
    told = {group: distribution(question, own) for group, own in said.items()}
    kept = hidden({group: each.n for group, each in told.items()}, smallest)
    return Split(by, tuple((group, None if group in kept else each) for group, each in told.items()))
