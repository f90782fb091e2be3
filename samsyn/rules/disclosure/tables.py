"""One table of numbers as one party counted it, and the atoms that its lines are sums of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from samsyn.rules.disclosure.witness import Atom, Told
from samsyn.rules.quantities import DateRange

Sum = frozenset[Atom]
NOBODY: Sum = frozenset()


class Line(NamedTuple):
    """One number: `by` ("sex", "site"), `keys` ("woman", "a"), `name` "reached". The total has neither by nor keys."""

    by: tuple[str, ...]
    keys: tuple[str, ...]
    name: str

    def is_of(self, other: Line) -> bool:
        """Whether this is one of the lines that the other is divided into, if it is."""
        own = dict(zip(self.by, self.keys, strict=True))
        return self.name == other.name and all(own.get(by) == key for by, key in zip(other.by, other.keys, strict=True))


@dataclass(frozen=True, slots=True)
class Table:
    """The exact numbers of a figure. `told`: those lines that everyone concerned sees; none of what is not let go yet.

    `adds_up`: the numbers of two periods are those of both together, as of nights; not of different people.
    `promised`: lines that are told exactly whatever they are. `of`: the tables that this one only adds together, which
    are given before it; the others are one organisation's own. `means`: what lines together are the number of, where
    another figure can have the same number by another name. `wholes_are_known`: all names of a line together are no
    secret, as how many beds there are.
    """

    id: str
    indicator: str
    organisation: str
    days: DateRange
    numbers: Mapping[Line, int]
    told: frozenset[Line] = frozenset()
    adds_up: bool = True
    promised: frozenset[Line] = frozenset()
    of: tuple[str, ...] = ()
    means: Mapping[tuple[Line, ...], Hashable] = field(default_factory=dict)
    wholes_are_known: bool = False

    @property
    def splits(self) -> set[tuple[str, ...]]:
        return {each.by for each in self.numbers}

    def finest(self) -> list[tuple[str, ...]]:
        """Those splits that are not divided further by another: what the others are sums of."""
        return sorted(by for by in self.splits if not any(set(by) < set(other) for other in self.splits))


@dataclass
class Laid:
    """The atoms of one table: which of them each line is the sum of."""

    table: Table
    truth: dict[Atom, int] = field(default_factory=dict)
    sums: dict[Line, Sum] = field(default_factory=dict)
    ties: list[Told] = field(default_factory=list)

    def sum_of(self, line: Line) -> Sum | None:
        """None: the table is not split so. A line that is not there is nobody."""
        return self.sums.get(line, NOBODY) if line.by in self.table.splits else None


def atoms_of(table: Table) -> Laid:
    """1. Every line of a finest split is an atom. 2. The others are sums of them, in every split that adds up to them.
    3. One that is not (different people at several sites) is an atom too: at least each of its parts, and at most all.
    """
    laid = Laid(table)
    finest = table.finest()
    for line, n in table.numbers.items():
        if line.by in finest:
            laid.sums[line] = _new(laid, line, n)
    for line, n in table.numbers.items():
        if line.by not in finest:
            _divide(laid, line, n, [each for each in finest if set(line.by) < set(each)])
    return laid


def _new(laid: Laid, line: Line, n: int) -> Sum:
    atom = (laid.table.id, *line)
    laid.truth[atom] = n
    return frozenset({atom})


def _divide(laid: Laid, line: Line, n: int, splits: Iterable[tuple[str, ...]]) -> None:
    lines = [each for each in laid.table.numbers if each.is_of(line)]
    parts = [union(laid.sums[each] for each in lines if each.by == by) for by in splits]
    whole = [each for each in parts if sum(laid.truth[atom] for atom in each) == n]
    laid.sums[line] = own = whole[0] if whole else _new(laid, line, n)
    laid.ties += [Told(own, each) for each in whole[1:]]
    for each in parts:
        if each not in whole:
            laid.ties += those_that_hold(laid.truth, bounds(own, [frozenset({atom}) for atom in each]))


def bounds(whole: Sum, parts: Iterable[Sum], *, all_of_it: bool = True) -> Iterator[Told]:
    """What holds of different people: no fewer than in any part, and, if the parts are all, no more than together."""
    parts = list(parts)
    for each in parts:
        yield Told(whole - each, each - whole, high=None)
    together = union(parts)
    if all_of_it:
        yield Told(together - whole, whole - together, high=None)


def those_that_hold(truth: Mapping[Atom, int], ties: Iterable[Told]) -> list[Told]:
    """What does not hold nobody can know."""
    return [each for each in ties if each.holds(truth)]


def union(sums: Iterable[Sum]) -> Sum:
    return NOBODY.union(*sums)
