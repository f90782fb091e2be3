"""What a figure can be: a count with its n, a change with its pairs, or not measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Why(StrEnum):
    """Why nothing was measured."""

    NOBODY = "nobody"
    """No participant in the period."""
    NO_STEP = "no_step"
    """The agreement has no step that it could be counted from."""
    NO_PAIRS = "no_pairs"
    """Nobody has rated themselves twice."""


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


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """Nothing to say, and why. `started`, `of`: how many there could have been."""

    why: Why
    started: int = 0
    of: int = 0


Value = Counted | Changed | NotMeasured


@dataclass(frozen=True, slots=True)
class Numbers:
    """Individuals and placements are two things: one who comes back is one individual with two placements."""

    individuals: int
    placements: int
