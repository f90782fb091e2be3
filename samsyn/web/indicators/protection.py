"""What is not told of answers to anybody, the organisation that asked included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from samsyn.rules.indicators import Counted, Figure, NotMeasured, Part, Total, Value, Why
from samsyn.rules.indicators.facts import Fact
from samsyn.rules.surveys import hidden
from samsyn.rules.terms.indicators import Indicator

SMALLEST = 5


def of_answers(figure: Figure, indicator: Indicator, facts: Iterable[Fact], smallest: int = SMALLEST) -> Figure:
    """Fewer than `smallest` answers are told by nobody. One round is split as its own results are; several are not.

    With the splits of each round, those of several could be reckoned backwards; sex is never crossed with anything.
    """
    if _answered(figure.value) == 0 or isinstance(figure.value, NotMeasured):
        return replace(figure, parts=())
    if _answered(figure.value) < smallest:
        return replace(figure, value=NotMeasured(Why.TOO_FEW), parts=())
    asked = indicator.where
    own = [
        each for each in facts if each.kind == "answers" and asked and each.question == asked.question and each.answer
    ]
    alone = len({each.day for each in own if asked and each.survey == asked.survey}) == 1
    return replace(figure, parts=tuple(_parts(figure.parts, smallest)) if alone else ())


def _parts(parts: Sequence[Part], smallest: int) -> Iterable[Part]:
    for by in dict.fromkeys(each.by for each in parts if len(each.by) == 1):
        lines = [each for each in parts if each.by == by]
        sizes: Mapping[tuple[str, ...], int] = {each.keys: _answered(each.value) for each in lines}
        kept = hidden(sizes, smallest)
        for each in lines:
            yield replace(each, value=NotMeasured(Why.TOO_FEW)) if each.keys in kept else each


def _answered(value: Value) -> int:
    return value.n if isinstance(value, Counted | Total) else 0
