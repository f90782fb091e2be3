"""What a figure can be: a sum, a count with what is missing, a ratio, a mean, a change with its pairs, or not measured.

`plain` and `from_plain` write and read them as JSON without losing anything; `counts` gives the whole numbers that a
small group could be told apart by, of which the others are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any


class Why(StrEnum):
    """Why nothing was measured."""

    NOBODY = "nobody"
    """No participant in the period."""
    NO_STEP = "no_step"
    """The agreement has no step that it could be counted from."""
    NO_PAIRS = "no_pairs"
    """Nobody has rated themselves twice."""
    NO_FACTS = "no_facts"
    """Nothing that is written down in Samsyn measures it."""
    NOT_COUNTED = "not_counted"
    """It could have been counted, and was not: no open day with a count, no round that has ended."""
    NOT_ASKED = "not_asked"
    """Nobody was asked for the sex that it is about."""
    TOO_FEW = "too_few"
    """Fewer have answered than may be told to anyone."""
    NO_WHOLE = "no_whole"
    """What it would be a part of is nought."""
    NOT_STARTED = "not_started"
    """The period lies ahead."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, in the figure's unit. `n`: how many were counted; of hours and of words about people, how many rows.

    `missing`: open days without a count, held occasions that were not counted, nights that nobody noted.
    Hours are a fraction, also when they are whole; all else is a whole number.
    """

    value: int | Fraction
    n: int
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """Individuals. `missing`: not known, or not known yet; neither reached nor not."""

    reached: int
    not_reached: int
    missing: int

    @property
    def of(self) -> int:
        return self.reached + self.not_reached + self.missing

    @property
    def known(self) -> int:
        return self.reached + self.not_reached

    @property
    def n(self) -> int:
        return self.known


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part` of `whole`; shown as a share or a quotient, and never kept as a rounded number.

    `within`: what is counted in the part is counted in the whole too, so that the rest is a number of its own.
    """

    part: int
    whole: int
    missing: int = 0
    within: bool = True

    @property
    def n(self) -> int:
        return self.whole

    @property
    def share(self) -> Fraction:
        """ZeroDivisionError never: a ratio of nothing is NotMeasured."""
        return Fraction(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean over `n`, exact."""

    mean: Fraction
    n: int
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """The mean of each individual's own change, over the `pairs` who have rated themselves both first and last.

    Never the mean of all who started against the mean of all who finished: they are not the same people.
    """

    pairs: int
    started: int
    """Have rated themselves at least once; the pairs too."""
    of: int
    mean: Fraction
    """Steps on the scale. Positive: higher at the end."""

    @property
    def missing(self) -> int:
        return self.of - self.pairs

    @property
    def n(self) -> int:
        return self.pairs


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """Nothing to say, and why. `started`, `of`: how many there could have been."""

    why: Why
    started: int = 0
    of: int = 0

    @property
    def n(self) -> int:
        return 0

    @property
    def missing(self) -> int:
        return self.of


Value = Total | Counted | Ratio | Mean | Changed | NotMeasured

_KINDS: dict[str, type[Value]] = {
    "total": Total,
    "counted": Counted,
    "ratio": Ratio,
    "mean": Mean,
    "changed": Changed,
    "not_measured": NotMeasured,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class Numbers:
    """Individuals and placements are two things: one who comes back is one individual with two placements."""

    individuals: int
    placements: int


def plain(value: Value) -> dict[str, Any]:
    """As JSON: {"kind": "total", "value": 12, …}; fractions as text, «4/3»."""
    told = {name: str(each) if isinstance(each, Fraction | Why) else each for name, each in asdict(value).items()}
    return {"kind": _NAMES[type(value)], **told}


def from_plain(told: Mapping[str, Any]) -> Value:
    """The other way. KeyError or TypeError for what `plain` has not written."""
    fields = {name: each for name, each in told.items() if name != "kind"}
    for name in ("mean", "value"):
        if isinstance(fields.get(name), str):
            fields[name] = Fraction(fields[name])
    if "why" in fields:
        fields["why"] = Why(fields["why"])
    return _KINDS[told["kind"]](**fields)


def counts(value: Value, like: Value | None = None) -> dict[str, int]:
    """Whole numbers, none of which is part of another: what must be 0 or many enough to be told to anyone else.

    `like`: another value of the same figure, such as its total; where nothing was measured the counts are then named
    as that one's, all 0 but for who is missing.
    """
    match value:
        case Total(value=Fraction()):
            return {"n": value.n}
        case Total():
            return {"value": int(value.value)}
        case Counted():
            return {"reached": value.reached, "not_reached": value.not_reached, "missing": value.missing}
        case Ratio(within=True):
            return {"part": value.part, "rest": value.whole - value.part}
        case Ratio():
            return {"part": value.part, "whole": value.whole}
        case Mean():
            return {"n": value.n, "missing": value.missing}
        case Changed():
            return _of_changed(value.pairs, value.started, value.of)
        case NotMeasured():
            return _of_nothing(value, like)


def _of_changed(pairs: int, started: int, of: int) -> dict[str, int]:
    return {"pairs": pairs, "once": started - pairs, "never": of - started}


def _of_nothing(value: NotMeasured, like: Value | None) -> dict[str, int]:
    if isinstance(like, Changed) or (like is None and value.why is Why.NO_PAIRS):
        return _of_changed(0, value.started, value.of)
    if like is None or isinstance(like, NotMeasured):
        return {"missing": value.of} if value.of else {}
    names = dict.fromkeys(counts(like), 0)
    return names | ({"missing": value.of} if "missing" in names else {})
