"""What someone knows, and whether a number that was not told could be another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from samsyn.rules.disclosure.solver import whole_numbers

Atom = Hashable
"""The smallest number that anything is a sum of: those of one party, in one period, of one line of a split."""
Numbers = Mapping[Atom, int]


@dataclass(frozen=True, slots=True)
class Told:
    """`low` ≤ the sum of `plus` less that of `minus` ≤ `high`; `high` None: no limit. A told sum has both alike."""

    plus: frozenset[Atom]
    minus: frozenset[Atom] = frozenset()
    low: int = 0
    high: int | None = 0
    atoms: frozenset[Atom] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "atoms", self.plus | self.minus)

    def holds(self, numbers: Numbers) -> bool:
        found = sum(numbers[each] for each in self.plus) - sum(numbers[each] for each in self.minus)
        return self.low <= found and (self.high is None or found <= self.high)


def is_safe(value: int, true: int, smallest: int) -> bool:
    """Whether a hidden number that could be `value` instead of what it is gives nobody away.

    It could be nobody, or many. Of one that is nobody in truth it is enough that it could be somebody.
    """
    return value != true and (value == 0 or true == 0 or value >= smallest)


class Knower:
    """One who has been told `rows` and has counted `own` itself."""

    def __init__(self, truth: Numbers, rows: Iterable[Told], own: Collection[Atom], smallest: int) -> None:
        self._truth, self._own, self._smallest = truth, frozenset(own), smallest
        self._rows = dict.fromkeys(rows)
        self._worlds: list[dict[Atom, int]] = []
        self._proofs: dict[frozenset[Atom], dict[Atom, int]] = {}
        self._follows: _Follows | None = None

    def forget(self, row: Told) -> None:
        """It was not told after all. The worlds that fitted fit even so."""
        del self._rows[row]
        self._follows = None

    def learn(self, row: Told) -> None:
        self._rows[row] = None
        self._follows = None
        self._worlds = [each for each in self._worlds if row.holds(_Over(each, self._truth))]
        left = {id(each) for each in self._worlds}
        self._proofs = {atoms: world for atoms, world in self._proofs.items() if id(world) in left}

    def could_be_other(self, atoms: frozenset[Atom]) -> bool:
        """Whether there is a world, agreeing with all that is known, in which their sum gives nobody away."""
        if atoms in self._proofs:
            return True
        true = sum(self._truth[each] for each in atoms)
        for world in self._worlds:
            if is_safe(sum(world.get(each, self._truth[each]) for each in atoms), true, self._smallest):
                self._proofs[atoms] = world
                return True
        if self._follows is None:
            self._follows = _Follows(self._truth, list(self._rows), self._own)
        if atoms <= self._follows.given:
            return False
        return any(self._find(self._follows, atoms, low, high) for low, high in self._wanted(true))

    def _wanted(self, true: int) -> list[tuple[int, int | None]]:
        if true == 0:
            return [(1, None)]
        below = [(self._smallest, true - 1)] if true > self._smallest else []
        return [(max(self._smallest, true + 1), None), (0, 0), *below]

    def _find(self, follows: _Follows, atoms: frozenset[Atom], low: int, high: int | None) -> bool:
        """Asks the solver about those numbers that hang together with these, and checks what it answers."""
        rows = follows.rows_with(atoms)
        free = atoms.union(*(row.atoms for row in rows)) - follows.given
        places = {each: n for n, each in enumerate(sorted(free, key=repr))}
        most = sum(self._truth[each] for each in free) + self._smallest + 1
        wanted = Told(atoms, low=low, high=high)
        found = whole_numbers([most] * len(places), [self._asked(row, places) for row in [*rows, wanted]])
        if found is None:
            return False
        world = {each: found[place] for each, place in places.items()}
        if not self._fits(world, [*rows, wanted]):
            return False
        self._worlds.append(world)
        self._proofs[atoms] = world
        return True

    def _asked(self, row: Told, places: Mapping[Atom, int]) -> tuple[dict[int, int], int, int | None]:
        known = sum(self._truth[each] for each in row.plus if each not in places)
        known -= sum(self._truth[each] for each in row.minus if each not in places)
        factors = {places[each]: 1 for each in row.plus if each in places}
        factors |= {places[each]: -1 for each in row.minus if each in places}
        return factors, row.low - known, None if row.high is None else row.high - known

    def _fits(self, world: Mapping[Atom, int], rows: Iterable[Told]) -> bool:
        """Exactly: nothing below nought, nothing of its own changed, and every row kept that it says anything of."""
        numbers = _Over(world, self._truth)
        return all(n >= 0 and each not in self._own for each, n in world.items()) and all(
            row.holds(numbers) for row in rows
        )


class _Follows:
    """What follows at once from rows, and which unknown numbers hang together by them."""

    def __init__(self, truth: Numbers, rows: Sequence[Told], own: frozenset[Atom]) -> None:
        self.given = _given(truth, rows, own)
        self._part = _parts(rows, self.given)
        self._rows: dict[Atom, list[Told]] = defaultdict(list)
        for row in rows:
            free = next((each for each in row.atoms if each not in self.given), None)
            if free is not None:
                self._rows[self._part[free]].append(row)

    def rows_with(self, atoms: frozenset[Atom]) -> list[Told]:
        """All that can matter to these."""
        return [row for part in {self._part[e] for e in atoms if e in self._part} for row in self._rows[part]]


class _Over(dict[Atom, int]):
    """The truth, where this world does not say otherwise."""

    def __init__(self, world: Mapping[Atom, int], truth: Numbers) -> None:
        super().__init__(world)
        self._truth = truth

    def __missing__(self, atom: Atom) -> int:
        return self._truth[atom]


def _given(truth: Numbers, rows: Sequence[Told], own: frozenset[Atom]) -> set[Atom]:
    """What follows at once: the last unknown of a told sum, and each of those that are nobody together."""
    given = set(own)
    waiting = [row for row in rows if row.low == row.high]
    while True:
        before = len(given)
        left = []
        for row in waiting:
            free = [each for each in row.atoms if each not in given]
            if len(free) <= 1 or (not row.minus and not any(truth[each] for each in free)):
                given.update(free)
            else:
                left.append(row)
        if len(given) == before:
            return given
        waiting = left


def _parts(rows: Iterable[Told], given: Collection[Atom]) -> dict[Atom, Atom]:
    """Which unknown numbers hang together: each with one that stands for all of its part."""
    return parts_of([each for each in row.atoms if each not in given] for row in rows)


def parts_of(sums: Iterable[Iterable[Atom]]) -> dict[Atom, Atom]:
    """What stands in one sum hangs together, and what that hangs together with."""
    stands: dict[Atom, Atom] = {}

    def find(atom: Atom) -> Atom:
        while stands.setdefault(atom, atom) != atom:
            stands[atom] = stands[stands[atom]]
            atom = stands[atom]
        return atom

    for each in sums:
        first: Atom = None
        for n, atom in enumerate(each):
            first = first if n else find(atom)
            stands[find(atom)] = first
    return {each: find(each) for each in list(stands)}
