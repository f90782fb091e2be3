"""The figures of several organisations as one sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from samsyn.rules.indicators import Changed, Counted, Mean, NotMeasured, Ratio, Total, Value


def added(values: Sequence[Value]) -> Value:
    """Of those that have measured it; if none has, the first one's reason. At least one.

    Different people are added as they are: whoever was with two is counted by both.
    """
    measured = [each for each in values if not isinstance(each, NotMeasured)]
    if not measured:
        first = next(each for each in values if isinstance(each, NotMeasured))
        of = [each for each in values if isinstance(each, NotMeasured)]
        return replace(first, started=sum(each.started for each in of), of=sum(each.of for each in of))
    missing = sum(each.of for each in values if isinstance(each, NotMeasured))
    return _added(measured, missing)


def _added(values: Sequence[Value], missing: int) -> Value:
    match values[0]:
        case Total():
            own = [each for each in values if isinstance(each, Total)]
            value = sum((each.value for each in own[1:]), own[0].value)
            return Total(value, sum(each.n for each in own), sum(each.missing for each in own) + missing)
        case Counted():
            counted = [each for each in values if isinstance(each, Counted)]
            return Counted(
                sum(each.reached for each in counted),
                sum(each.not_reached for each in counted),
                sum(each.missing for each in counted) + missing,
            )
        case Ratio(within=within):
            ratios = [each for each in values if isinstance(each, Ratio)]
            return Ratio(
                sum(each.part for each in ratios), sum(each.whole for each in ratios),
                sum(each.missing for each in ratios) + missing, within,
            )  # fmt: skip
        case Mean():
            means = [each for each in values if isinstance(each, Mean)]
            n = sum(each.n for each in means)
            whole = sum((each.mean * each.n for each in means), Fraction(0))
            return Mean(whole / n if n else Fraction(0), n, sum(each.missing for each in means) + missing)
        case Changed():
            changed = [each for each in values if isinstance(each, Changed)]
            pairs = sum(each.pairs for each in changed)
            whole = sum((each.mean * each.pairs for each in changed), Fraction(0))
            of = sum(each.of for each in changed) + missing
            return Changed(pairs, sum(each.started for each in changed), of, whole / pairs if pairs else Fraction(0))
        case NotMeasured():
            raise ValueError("nothing was measured")
