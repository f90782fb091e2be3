"""Which cells are not told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samsyn.rules.disclosure.witness import Atom, Knower, Numbers, Told, parts_of

Sum = frozenset[Atom]
NOBODY: Sum = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """A number about to be told: the sum of its atoms."""

    key: str
    atoms: Sum


def protect(
    cells: Sequence[Cell],
    *,
    truth: Numbers,
    before: Collection[Sum] = (),
    ties: Sequence[Told] = (),
    secrets: Collection[Sum] = (),
    knowers: Mapping[str, frozenset[Atom]],
    smallest: int,
    always: Collection[str] = (),
) -> frozenset[str]:
    """The keys of the cells that are not told.

    1. `truth` says what every atom is. `before` are the sums told already, `ties` what anyone knows to hold.
    2. A cell of 1 to `smallest` - 1 is not told, but for those of `always`, which an agreement has promised exactly.
    3. Each cell that is not told, and each of `secrets`, must be able to be another for each of the `knowers`, who know
       their own atoms. Who has none of the sum's own knows most; one who has some of them is asked about the rest by
       a secret of its own.
    4. As long as one is not, the cell nearest to it that is told is not told either: fewest atoms first, then the
       smallest. Nobody at all is told as long as it can be.
    5. Then each of these is told again, the largest first, if all is safe even so.

    It ends, at worst with nothing told but `always`. What `always` and `before` give away by themselves cannot be
    helped here.
    """
    _refuse_nonsense(cells, truth, ties)
    hidden: set[str] = set()
    for part in _apart(cells, before, ties, secrets):
        search = _Search(part, truth, knowers, smallest, frozenset(always))
        hidden |= search.hidden_in_the_end()
    return frozenset(hidden)


@dataclass(frozen=True, slots=True)
class _Part:
    """What hangs together, and with nothing else."""

    cells: list[Cell]
    before: list[Sum]
    ties: list[Told]
    secrets: list[Sum]


def _apart(
    cells: Sequence[Cell], before: Collection[Sum], ties: Sequence[Told], secrets: Collection[Sum]
) -> Iterator[_Part]:
    """Each part that has a cell in it. Two figures that share nothing are weighed one by one, which is much quicker."""
    sums = [*(each.atoms for each in cells), *before, *(each.atoms for each in ties), *secrets]
    stands = parts_of(sums)

    def part_of(atoms: Sum) -> Atom:
        return next((stands[each] for each in atoms), "")

    parts: dict[Atom, _Part] = {}
    for cell in cells:
        parts.setdefault(part_of(cell.atoms), _Part([], [], [], [])).cells.append(cell)
    for told in before:
        if part_of(told) in parts:
            parts[part_of(told)].before.append(told)
    for tie in ties:
        if part_of(tie.atoms) in parts:
            parts[part_of(tie.atoms)].ties.append(tie)
    for secret in dict.fromkeys(secrets):
        if part_of(secret) in parts:
            parts[part_of(secret)].secrets.append(secret)
    yield from parts.values()


class _Search:
    def __init__(
        self, part: _Part, truth: Numbers, knowers: Mapping[str, frozenset[Atom]], smallest: int, always: frozenset[str]
    ) -> None:
        self._truth, self._smallest, self._always = truth, smallest, always
        self._atoms = {each.key: each.atoms for each in part.cells}
        self.value = {each.key: _sum(truth, each.atoms) for each in part.cells}
        self._row = {each.key: _told(truth, each.atoms) for each in part.cells}
        self._always_told = dict.fromkeys([*part.ties, *(_told(truth, each) for each in part.before)])
        self._secrets = part.secrets
        self.hidden: set[str] = set()
        self.given_up: set[Sum] = set()
        here = NOBODY.union(*(row.atoms for row in self._told()), *part.secrets)
        self._own = {"": NOBODY, **{name: own & here for name, own in knowers.items()}}
        rows = self._told()
        self._knowers = {name: Knower(truth, rows, own, smallest) for name, own in self._own.items() if own or not name}

    def hidden_in_the_end(self) -> set[str]:
        small = {key for key, n in self.value.items() if 0 < n < self._smallest} - self._always
        self.hide(small)
        while (open_ := self.first_open()) is not None:
            nearest = self.nearest(open_)
            if nearest is None:
                self.given_up.add(open_)
            else:
                self.hide({nearest})
        for key in sorted(self.hidden - small, key=lambda each: (-self.value[each], each)):
            self.try_to_tell(key)
        return self.hidden

    def _told(self) -> list[Told]:
        shown = (row for key, row in self._row.items() if key not in self.hidden)
        return list(dict.fromkeys([*self._always_told, *shown]))

    def hide(self, keys: set[str]) -> None:
        self.hidden |= keys
        told = set(self._told())  # two cells may be the same sum
        for row in {self._row[key] for key in keys} - told:
            for each in self._knowers.values():
                each.forget(row)

    def first_open(self) -> Sum | None:
        """The first that is known, or known to be few, to someone."""
        hidden = [self._atoms[key] for key in sorted(self.hidden)]
        for atoms in dict.fromkeys([*hidden, *self._secrets]):
            if atoms not in self.given_up and not all(who.could_be_other(atoms) for who in self._asked(atoms)):
                return atoms
        return None

    def _asked(self, atoms: Sum) -> list[Knower]:
        """Those who have none of them: who has one knows no less than anyone, and of its own it has no secret."""
        strangers = [name for name, own in self._own.items() if own and own.isdisjoint(atoms)]
        return [self._knowers[name] for name in strangers or [""]]

    def nearest(self, atoms: Sum) -> str | None:
        """The cell to hide next for the sake of this sum, among those that hang together with it most directly."""
        left = [
            key for key in self._atoms
            if key not in self.hidden and key not in self._always and self._row[key] not in self._always_told
        ]  # fmt: skip
        rows, reached = self._told(), set(atoms)
        while left:
            grown = reached.union(*(row.atoms for row in rows if not reached.isdisjoint(row.atoms)))
            near = [key for key in left if not grown.isdisjoint(self._atoms[key])]
            if near:
                return min(near, key=self._least_missed)
            if grown == reached:
                return None
            reached = grown
        return None

    def _least_missed(self, key: str) -> tuple[bool, int, int, str]:
        return (self.value[key] == 0, len(self._atoms[key]), self.value[key], key)

    def try_to_tell(self, key: str) -> None:
        """Where a few are known whatever we do, nothing more is said but what is known anyway."""
        if self._atoms[key] not in self.given_up and any(self._is_small(each) for each in self.given_up):
            return
        self.hidden.discard(key)
        for each in self._knowers.values():
            each.learn(self._row[key])
        if self.first_open() is not None:
            self.hide({key})

    def _is_small(self, atoms: Sum) -> bool:
        return 0 < _sum(self._truth, atoms) < self._smallest


def _told(truth: Numbers, atoms: Sum) -> Told:
    return Told(atoms, low=_sum(truth, atoms), high=_sum(truth, atoms))


def _sum(truth: Numbers, atoms: Sum) -> int:
    return sum(truth[each] for each in atoms)


def _refuse_nonsense(cells: Sequence[Cell], truth: Numbers, ties: Sequence[Told]) -> None:
    """ValueError: a key twice, a number below nought, or a tie that does not hold of the truth."""
    if len({each.key for each in cells}) != len(cells):
        raise ValueError("two cells have the same key")
    if any(each < 0 for each in truth.values()):
        raise ValueError("a number is below nought")
    if not all(each.holds(truth) for each in ties):
        raise ValueError("a tie does not hold")
