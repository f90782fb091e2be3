"""All that has been counted and let go of, laid beside each other: what is whose, and what follows from what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from samsyn.rules.disclosure.tables import NOBODY, Laid, Line, Sum, Table, atoms_of, bounds, those_that_hold, union
from samsyn.rules.disclosure.witness import Atom, Told


@dataclass
class World:
    """What `protect` asks for. `sums`: table and line → the atoms that it is the sum of."""

    smallest: int
    truth: dict[Atom, int] = field(default_factory=dict)
    sums: dict[tuple[str, Line], Sum] = field(default_factory=dict)
    told: set[Sum] = field(default_factory=set)
    ties: list[Told] = field(default_factory=list)
    secrets: list[Sum] = field(default_factory=list)
    knowers: dict[str, frozenset[Atom]] = field(default_factory=dict)

    def value(self, atoms: Sum) -> int:
        return sum(self.truth[each] for each in atoms)

    def is_small(self, atoms: Sum) -> bool:
        return 0 < self.value(atoms) < self.smallest


def lay(tables: Sequence[Table], smallest: int, new: Iterable[str] = ()) -> World:
    """The tables in the order in which they were let go; `new` are those that are about to be.

    1. Every line is a sum of atoms, each of one organisation (`atoms_of`).
    2. A table hangs together with the one that it corrects, and with those of the periods within it and around it. The
       difference is a number too: what lies between, what came late, what was taken back. If few, it is a secret.
    3. Two figures over the same people (as many in every line) have as many, whatever they are divided into; and a line
       of one that means the same as a line of another is as many.
    4. What was not told before must stay so. What is promised exactly is nobody's secret.
    """
    world = World(smallest)
    laid: dict[str, Laid] = {}
    new = frozenset(new)
    same: dict[Hashable, Sum] = {}
    own: dict[str, set[Atom]] = defaultdict(set)
    for table in tables:
        each = _summed(table, laid) if table.of else atoms_of(table)
        world.truth |= each.truth
        world.ties += each.ties
        world.sums |= {(table.id, line): sum_ for line, sum_ in each.sums.items()}
        before = [one for one in laid.values() if not one.table.of and one.table.organisation == table.organisation]
        if not table.of:
            links = [*_in_time(each, before), *_of_the_same(each, before)]
            own[table.organisation] |= each.truth.keys() | _tie(world, links)
            _meaning_the_same(world, each, same)
        laid[table.id] = each
        _tell(world, each, is_new=table.id in new)
    world.knowers = {"": NOBODY, **{name: frozenset(atoms) for name, atoms in own.items()}}
    return world


def _summed(table: Table, laid: Mapping[str, Laid]) -> Laid:
    return Laid(
        table, sums={line: union(laid[each].sum_of(line) or NOBODY for each in table.of) for line in table.numbers}
    )


def _meaning_the_same(world: World, laid: Laid, same: dict[Hashable, Sum]) -> None:
    for lines, meant in laid.table.means.items():
        key = (laid.table.organisation, laid.table.days, meant)
        own = union(laid.sums[each] for each in lines)
        other = same.get(key, own)
        if other != own:
            world.ties += those_that_hold(world.truth, [Told(own - other, other - own)])
        same[key] = own


def _tell(world: World, laid: Laid, *, is_new: bool) -> None:
    if laid.table.wholes_are_known:
        for by, keys in {(line.by, line.keys) for line in laid.sums}:
            world.told.add(union(atoms for line, atoms in laid.sums.items() if (line.by, line.keys) == (by, keys)))
    for line, atoms in laid.sums.items():
        if line in laid.table.told:
            world.told.add(atoms)
        elif not is_new and atoms:
            world.secrets.append(atoms)


@dataclass(frozen=True, slots=True)
class _Link:
    """`whole` is `parts` and something more, or less. `exactly`: nothing more was thought to be there."""

    whole: Laid
    parts: tuple[Laid, ...]
    exactly: bool
    counts_the_same: bool = False
    """Two figures over the same people: only how many they are in all is as many."""


def _in_time(new: Laid, before: Sequence[Laid]) -> list[_Link]:
    latest: dict[object, Laid] = {}
    for each in before:
        if each.table.indicator == new.table.indicator:
            latest[each.table.days] = each
    links = []
    corrected = latest.pop(new.table.days, None)
    if corrected:
        links.append(_Link(new, (corrected,), exactly=True))
    around = [each for each in latest.values() if each.table.days.covers(new.table.days)]
    latest[new.table.days] = new
    for whole in [new, *sorted(around, key=lambda each: each.table.days.days)[:1]]:
        parts = _next_within(whole, latest.values())
        if parts and (whole is new or new in parts):
            covered = sum(each.table.days.days for each in parts)
            links.append(_Link(whole, parts, exactly=covered == whole.table.days.days))
    return links


def _next_within(whole: Laid, all_: Iterable[Laid]) -> tuple[Laid, ...]:
    inside = [each for each in all_ if each is not whole and whole.table.days.covers(each.table.days)]
    return tuple(
        each for each in inside
        if not any(other is not each and other.table.days.covers(each.table.days) for other in inside)
    )  # fmt: skip


def _of_the_same(new: Laid, before: Sequence[Laid]) -> list[_Link]:
    """Figures of the same days in which as many are counted in every line of every split that they share."""
    latest = {each.table.indicator: each for each in before if each.table.days == new.table.days}
    latest.pop(new.table.indicator, None)
    return [_Link(new, (each,), exactly=True, counts_the_same=True) for each in latest.values() if _alike(new, each)]


def _alike(one: Laid, other: Laid) -> bool:
    shared = one.table.splits & other.table.splits
    if not any(shared) or one.table.adds_up != other.table.adds_up:
        return False
    return _heads(one, shared) == _heads(other, shared) != {}


def _heads(laid: Laid, splits: set[tuple[str, ...]]) -> dict[tuple[tuple[str, ...], tuple[str, ...]], int]:
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = defaultdict(int)
    for line, n in laid.table.numbers.items():
        if line.by in splits and n:
            found[line.by, line.keys] += n
    return dict(found)


def _tie(world: World, links: Iterable[_Link]) -> set[Atom]:
    """What the links say, and the atoms of what lies between."""
    made: set[Atom] = set()
    for link in links:
        if link.counts_the_same:
            world.ties += _as_many(link)
        elif link.whole.table.adds_up or link.whole.table.days == link.parts[0].table.days:
            made |= _between(world, link)
        else:
            for line in _shared(link):
                parts = [each.sum_of(line) or NOBODY for each in link.parts]
                told = bounds(link.whole.sum_of(line) or NOBODY, parts, all_of_it=link.exactly)
                world.ties += those_that_hold(world.truth, told)
    return made


def _as_many(link: _Link) -> list[Told]:
    ties = []
    other = link.parts[0]
    shared = link.whole.table.splits & other.table.splits
    for by, keys in _heads(link.whole, shared):
        one, two = (
            union(atoms for line, atoms in each.sums.items() if (line.by, line.keys) == (by, keys))
            for each in (link.whole, other)
        )
        ties.append(Told(one - two, two - one))
    return ties


def _shared(link: _Link) -> list[Line]:
    """The lines of the splits that all of them have, also those that are only in some."""
    splits = link.whole.table.splits.intersection(*(each.table.splits for each in link.parts))
    lines = dict.fromkeys(line for each in (link.whole, *link.parts) for line in each.table.numbers)
    return [line for line in lines if line.by in splits]


def _between(world: World, link: _Link) -> set[Atom]:
    """whole = parts + more - fewer, line by line; of a line only one of the two is anything, and anyone sees which."""
    lines = _shared(link)
    finest = [by for by in {line.by for line in lines} if not any(set(by) < set(line.by) for line in lines)]
    made: dict[Line, tuple[Atom, bool]] = {}
    for line in (each for each in lines if each.by in finest):
        whole = link.whole.sum_of(line) or NOBODY
        parts = union(each.sum_of(line) or NOBODY for each in link.parts)
        left = world.value(whole) - world.value(parts)
        if left or not link.exactly:
            atom = (link.whole.table.id, tuple(each.table.id for each in link.parts), line)
            world.truth[atom] = abs(left)
            made[line] = (atom, left >= 0)
        more = {made[line][0]} if line in made and left >= 0 else set()
        fewer = {made[line][0]} if line in made and left < 0 else set()
        world.ties.append(Told(whole | fewer, parts | more))
    for line in lines:
        if not all(line in each.table.promised for each in (link.whole, *link.parts)):
            _keep(world, [each for other, each in made.items() if other.is_of(line)])
    return {atom for atom, _more in made.values()}


def _keep(world: World, between: Sequence[tuple[Atom, bool]]) -> None:
    for wanted in (True, False):
        atoms = frozenset(atom for atom, more in between if more is wanted)
        if world.is_small(atoms):
            world.secrets.append(atoms)
