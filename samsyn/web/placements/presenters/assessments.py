"""Self-assessments as numbers: by wave and rater, and the paired change between first and last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.web.placements.models import SelfAssessment
from samsyn.web.placements.scale import STATEMENTS, VERSION


@dataclass(frozen=True, slots=True)
class Rated:
    """One time that someone answered."""

    wave: int
    rater: str
    rater_words: str
    done_on: date
    values: tuple[int | None, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One statement by one rater, first and last. `change` None: one of the two is skipped."""

    statement: str
    first: int | None
    last: int | None

    @property
    def change(self) -> int | None:
        return None if self.first is None or self.last is None else self.last - self.first

    @property
    def change_words(self) -> str:
        if self.change is None:
            return "–"
        return f"+{self.change}" if self.change > 0 else str(self.change).replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class Pairs:
    """`n`: statements answered both times, of all five."""

    rater_words: str
    first_on: date
    last_on: date
    rows: tuple[Pair, ...]

    @property
    def n(self) -> int:
        return sum(each.change is not None for each in self.rows)

    @property
    def of(self) -> int:
        return len(self.rows)


def rated(assessments: Iterable[SelfAssessment]) -> list[Rated]:
    """By wave, the participant first. Where both parties have written the same in, the later one stands."""
    latest: dict[tuple[int, str], SelfAssessment] = {}
    for each in sorted(assessments, key=lambda one: one.noted_at):
        latest[each.wave, each.rater] = each
    return [
        Rated(each.wave, each.rater, str(each.get_rater_display()), each.done_on, each.values, each.version)
        for _key, each in sorted(latest.items())
    ]


def pairs_of(assessments: Iterable[SelfAssessment]) -> list[Pairs]:
    """For each rater with at least two waves in today's words."""
    every = [each for each in rated(assessments) if each.version == VERSION]
    raters = dict.fromkeys(each.rater for each in every)
    by_rater = {rater: [each for each in every if each.rater == rater] for rater in raters}
    return [_pairs(times) for times in by_rater.values() if len(times) > 1]


def _pairs(times: Sequence[Rated]) -> Pairs:
    first, last = times[0], times[-1]
    rows = zip(STATEMENTS, first.values, last.values, strict=True)
    return Pairs(first.rater_words, first.done_on, last.done_on, tuple(Pair(str(said), a, b) for said, a, b in rows))
