"""Change in those who answered twice: each against herself, never all at the start against all at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

_Pair = tuple["Rating", "Rating"]


@dataclass(frozen=True, slots=True)
class Rating:
    """One wave's answers by one rater; None: a statement that was skipped.

    `version` is that of the statements: answers to other words are not compared.
    """

    wave: int
    on: date
    values: tuple[int | None, ...]
    version: int = 1

    @property
    def at(self) -> tuple[int, int]:
        """The wave, and what was asked in it."""
        return self.wave, self.version

    @property
    def answered(self) -> bool:
        return any(each is not None for each in self.values)


@dataclass(frozen=True, slots=True)
class Statement:
    """The change in one statement, over the `pairs` that answered it both first and last."""

    pairs: int
    mean: Fraction | None


@dataclass(frozen=True, slots=True)
class Paired:
    """Of all `of`, `started` have rated at least once and `pairs` both first and last.

    `mean`: of each one's own change, in steps on the scale. Positive: higher at the end. None: no pair.
    """

    pairs: int
    started: int
    of: int
    mean: Fraction | None
    statements: tuple[Statement, ...]
    changes: tuple[Fraction | None, ...]
    """Each one's own, in the order given. They are for counting on, and are never shown."""

    @property
    def missing(self) -> int:
        return self.of - self.pairs


@dataclass(frozen=True, slots=True)
class BothRaters:
    """Two who have rated the same people. `one` and `other` are over the same `pairs`, and can be laid side by side."""

    pairs: int
    of: int
    one: Paired
    other: Paired


def paired(people: Sequence[Sequence[Rating]]) -> Paired:
    """`people`: the ratings of each by one rater, none for who has not rated."""
    ends = [_ends(own) for own in people]
    changes = tuple(_change(each) for each in ends)
    known = [each for each in changes if each is not None]
    started = sum(any(each.answered for each in own) for own in people)
    return Paired(len(known), started, len(people), _mean(known), _statements(ends), changes)


def both_raters(people: Sequence[tuple[Sequence[Rating], Sequence[Rating]]]) -> BothRaters:
    """Over those whom both have rated in the same first and the same last wave: else time would pass for opinion."""
    both = [shared for one, other in people if (shared := _shared(one, other))]
    one, other = paired([each[0] for each in both]), paired([each[1] for each in both])
    return BothRaters(len(both), len(people), one, other)


def own_change(ratings: Sequence[Rating]) -> Fraction | None:
    """From her first wave to her last, as the mean over the statements answered in both. None: there are not two."""
    return _change(_ends(ratings))


def _ends(ratings: Sequence[Rating]) -> _Pair | None:
    """Her first wave and her last, of those in which the same statements as in the last were answered."""
    answered = sorted((each for each in ratings if each.answered), key=lambda each: (each.wave, each.on))
    same = [each for each in answered if each.version == answered[-1].version]
    return (same[0], same[-1]) if same and same[0].wave < same[-1].wave else None


def _shared(one: Sequence[Rating], other: Sequence[Rating]) -> tuple[_Pair, _Pair] | None:
    waves = {each.at for each in one if each.answered} & {each.at for each in other if each.answered}
    mine, theirs = (_ends([each for each in own if each.at in waves]) for own in (one, other))
    if mine is None or theirs is None or _change(mine) is None or _change(theirs) is None:
        return None
    return mine, theirs


def _change(ends: _Pair | None) -> Fraction | None:
    return _mean([b - a for a, b in _steps(ends)]) if ends else None


def _steps(ends: _Pair) -> list[tuple[int, int]]:
    first, last = ends
    return [(a, b) for a, b in zip(first.values, last.values, strict=True) if a is not None and b is not None]


def _statements(ends: Sequence[_Pair | None]) -> tuple[Statement, ...]:
    """Of the version that was asked last."""
    newest = max((last.version for _, last in filter(None, ends)), default=0)
    pairs = [each for each in ends if each and each[1].version == newest]
    places = range(len(pairs[0][0].values)) if pairs else ()
    return tuple(_statement([(first.values[n], last.values[n]) for first, last in pairs]) for n in places)


def _statement(values: Sequence[tuple[int | None, int | None]]) -> Statement:
    known = [b - a for a, b in values if a is not None and b is not None]
    return Statement(len(known), _mean(known))


def _mean(values: Sequence[int | Fraction]) -> Fraction | None:
    return sum(map(Fraction, values), Fraction(0)) / len(values) if values else None
