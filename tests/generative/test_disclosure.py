"""Small numbers are attacked: by trying every world, and by a solver that is asked over each single person's cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

import highspy
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.rules.disclosure import Cell, Line, Table, Told, lay, protect
from samsyn.rules.quantities import DateRange

often = settings(deadline=None, max_examples=120)
Row = tuple[frozenset[object], int]


def worlds(atoms: Sequence[object], rows: Sequence[Row], most: int) -> Iterator[dict[object, int]]:
    """Every world that agrees with the sums, one number after another; nothing clever."""
    if any(n < 0 for _, n in rows) or any(not own and n for own, n in rows):
        return
    if not atoms:
        yield {}
        return
    first, rest = atoms[0], atoms[1:]
    limit = min([n for own, n in rows if first in own], default=most)
    for n in range(limit + 1):
        left = [(own - {first}, told - n) if first in own else (own, told) for own, told in rows]
        for world in worlds(rest, left, most):
            yield {first: n, **world}


def gives_nobody_away(value: int, true: int, smallest: int) -> bool:
    """It could be nobody, or many enough. One that is nobody must not be known to be."""
    return value != true and (value == 0 or value >= smallest or true == 0)


@st.composite
def grids(draw: st.DrawFn) -> tuple[dict[object, int], list[Cell]]:
    """Sex by site, by half-year or by party: single numbers, both margins and the total, any of which is told."""
    rows, columns = draw(st.sampled_from([(2, 2), (2, 3), (3, 2), (1, 4)]))
    truth = {(r, c): draw(st.integers(0, 5)) for r, c in product(range(rows), range(columns))}
    sums = [
        *[frozenset({each}) for each in truth],
        *[frozenset(each for each in truth if each[0] == r) for r in range(rows)],
        *[frozenset(each for each in truth if each[1] == c) for c in range(columns)],
        frozenset(truth),
    ]
    told = [each for each in dict.fromkeys(sums) if draw(st.booleans()) or len(each) == 1]
    return dict(truth), [Cell(str(n), each) for n, each in enumerate(told)]


@often
@given(grids(), st.integers(2, 4), st.data())
def test_no_world_is_needed_to_guess_a_hidden_number(
    grid: tuple[dict[object, int], list[Cell]], smallest: int, data: st.DataObject
) -> None:
    """Whoever tries every world finds for each hidden number one in which it is nobody or many, and not what it is."""
    truth, cells = grid
    mine = frozenset(each for each in truth if each[0] == 0)  # type: ignore[index]
    knowers = data.draw(st.sampled_from([{}, {"a": mine, "b": frozenset(truth) - mine}]))
    large = [each.atoms for each in cells if len(each.atoms) > 1 and sum(truth[a] for a in each.atoms) >= smallest]
    told_already = set(large[: data.draw(st.integers(0, 1), "told before")] if not knowers else [])
    hidden = protect(cells, truth=truth, before=told_already, knowers=knowers, smallest=smallest)
    shown = [(each.atoms, sum(truth[a] for a in each.atoms)) for each in cells if each.key not in hidden]
    rows = [*shown, *((each, sum(truth[a] for a in each)) for each in told_already)]
    assert all(not 0 < n < smallest for _, n in shown)
    for own in [frozenset[object](), *knowers.values()]:
        known = [(frozenset({each}), truth[each]) for each in own]
        secret = [each.atoms for each in cells if each.key in hidden and own.isdisjoint(each.atoms)]
        unproved = set(secret)
        for world in worlds(sorted(truth), [*known, *rows], 6):  # type: ignore[type-var]
            unproved -= {
                each for each in unproved
                if gives_nobody_away(sum(world[a] for a in each), sum(truth[a] for a in each), smallest)
            }  # fmt: skip
            if not unproved:
                break
        assert not unproved


@often
@given(grids(), st.integers(2, 5))
def test_nothing_is_hidden_where_nothing_is_small(grid: tuple[dict[object, int], list[Cell]], smallest: int) -> None:
    truth, cells = grid
    large = {each: n + smallest if n else 0 for each, n in truth.items()}
    assert protect(cells, truth=large, knowers={}, smallest=smallest) == frozenset()


def test_the_next_smallest_is_hidden_beside_a_small_one_and_nobody_is_told() -> None:
    truth: dict[object, int] = {"woman": 3, "man": 17, "other": 0, "not stated": 9}
    cells = [*(Cell(str(each), frozenset({each})) for each in truth), Cell("all", frozenset(truth))]
    assert protect(cells, truth=truth, knowers={}, smallest=5) == {"woman", "not stated"}


def test_a_total_that_is_promised_is_told_and_what_it_would_give_away_is_not() -> None:
    """All three are women: the agreement's figure is three, and who they are is told to nobody."""
    truth: dict[object, int] = {"woman": 3, "man": 0}
    cells = [*(Cell(str(each), frozenset({each})) for each in truth), Cell("all", frozenset(truth))]
    assert protect(cells, truth=truth, knowers={}, smallest=5, always={"all"}) == {"woman", "man"}


def test_a_difference_that_is_known_counts_as_told() -> None:
    """That two figures are over the same people gives the third number of one of them away."""
    truth: dict[object, int] = {"a": 10, "b": 6, "c": 12, "d": 4}
    cells = [Cell(str(each), frozenset({each})) for each in truth]
    apart = protect(cells, truth=truth, knowers={}, smallest=5)
    tied = protect(
        cells, truth=truth, knowers={}, smallest=5, ties=[Told(frozenset({"a", "b"}), frozenset({"c", "d"}))]
    )
    assert apart == {"d"}
    assert len(tied) == 2


HALVES = (
    DateRange.through(date(2030, 1, 1), date(2030, 6, 30)),
    DateRange.through(date(2030, 7, 1), date(2030, 12, 31)),
)
YEAR = DateRange.through(date(2030, 1, 1), date(2030, 12, 31))
SEXES, SITES, PARTIES = ("woman", "man"), ("a", "b"), ("north", "south")
SMALLEST = 5
Single = tuple[str, int, str, str]
"""Party, half-year, sex, site: what everything is made of, and what the attack is about."""
numbers = st.one_of(st.just(0), st.integers(0, 6), st.integers(0, 40))


@st.composite
def stories(draw: st.DrawFn) -> tuple[dict[Single, int], list[tuple[str, DateRange]]]:
    facts = {each: draw(numbers) for each in product(PARTIES, (0, 1), SEXES, SITES)}
    order = draw(st.permutations([*product([*PARTIES, "both"], [*HALVES, YEAR])]))
    parts = [each for each in order if each[0] != "both"][: draw(st.integers(2, 6))]
    sums = [each for each in order if each[0] == "both" and {(who, each[1]) for who in PARTIES} <= set(parts)]
    return facts, [*parts, *sums]


def lines_of(facts: Mapping[Single, int], who: str, days: DateRange) -> dict[Line, frozenset[Single]]:
    """The lines of a table, each as the singles that it is the sum of."""
    found: dict[Line, set[Single]] = {}
    for single in facts:
        party, half, sex, site = single
        if who in (party, "both") and days.covers(HALVES[half]):
            for by, keys in ((), ()), (("sex",), (sex,)), (("sex", "site"), (sex, site)):
                found.setdefault(Line(by, keys, "value"), set()).add(single)
    return {line: frozenset(singles) for line, singles in found.items()}


def let_go(facts: Mapping[Single, int], order: Sequence[tuple[str, DateRange]], promised: bool) -> list[Table]:
    """One after another, as they would be: each is protected against all before it, and then told."""
    tables: list[Table] = []
    for n, (who, days) in enumerate(order):
        lines = {line: sum(facts[e] for e in each) for line, each in lines_of(facts, who, days).items()}
        of = () if who in PARTIES else tuple(e.id for e in tables if e.days == days and e.organisation in PARTIES)
        totals = frozenset(each for each in lines if promised and not each.by)
        table = Table(str(n), "visits", who, days, lines, of=of, promised=totals)
        world = lay([*tables, table], SMALLEST, new=[table.id])
        cells = {str(line): Cell(str(line), world.sums[table.id, line]) for line in lines}
        hidden = protect(
            list(cells.values()), truth=world.truth, before=world.told, ties=world.ties, secrets=world.secrets,
            knowers=world.knowers, smallest=SMALLEST, always=[str(each) for each in totals],
        )  # fmt: skip
        told = frozenset(line for line in lines if str(line) not in hidden)
        tables.append(Table(table.id, "visits", who, days, lines, told, promised=totals, of=of))
    return tables


def can_be(
    wanted: frozenset[object], low: float, high: float, facts: Mapping[Single, int], rows: Sequence[Row]
) -> bool:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    places = {each: n for n, each in enumerate(facts)}
    solver.addVars(len(places), [0.0] * len(places), [1000.0] * len(places))
    for place in places.values():
        solver.changeColIntegrality(place, highspy.HighsVarType.kInteger)
    for own, least, most in [*((own, n, n) for own, n in rows), (wanted, low, high)]:
        solver.addRow(float(least), float(most), len(own), [places[e] for e in own], [1.0] * len(own))  # type: ignore[index]
    solver.run()
    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


@settings(deadline=None, max_examples=40)
@given(stories(), st.booleans())
def test_all_that_is_let_go_and_any_partys_own_figures_give_no_small_number_away(
    story: tuple[dict[Single, int], list[tuple[str, DateRange]]], promised: bool
) -> None:
    """Half-years, the year and the sums of both parties, in any order, attacked over the singles and nothing else.

    The numbers attacked are those that were not told, and all that lie between them: the other half of a year, the
    other party's. Where totals are promised exactly, they are told whatever they are, and are no secrets.
    """
    facts, order = story
    tables = let_go(facts, order, promised)
    for singles in sorted(attacked(facts, tables, promised), key=sorted):
        for party in ["", *PARTIES]:
            mine: list[Row] = [(frozenset({each}), n) for each, n in facts.items() if each[0] == party]
            if any(each[0] == party for each in singles) or could_be_other(
                singles, facts, [*rows_of(facts, tables), *mine]
            ):
                continue
            assert promised
            assert given_away_by_a_promise(singles, facts, tables, mine)


def attacked(facts: Mapping[Single, int], tables: Sequence[Table], promised: bool) -> set[frozenset[Single]]:
    wanted: set[frozenset[Single]] = set()
    open_: set[frozenset[Single]] = set()
    for table in tables:
        for line, singles in lines_of(facts, table.organisation, table.days).items():
            if line not in table.told:
                wanted.add(singles)
            elif line in table.promised:
                open_.add(singles)
    for party in PARTIES:
        days = {each.days for each in tables if each.organisation == party}
        for half, line in product((0, 1), lines_of(facts, party, YEAR)):
            if YEAR in days and HALVES[1 - half] in days and not (promised and not line.by):
                between = lines_of(facts, party, HALVES[half])[line]
                wanted |= {between} if 0 < sum(facts[each] for each in between) < SMALLEST else set()
    return wanted - open_


def rows_of(facts: Mapping[Single, int], tables: Iterable[Table], *, promises: bool = False) -> list[Row]:
    return [
        (singles, table.numbers[line])
        for table in tables
        for line, singles in lines_of(facts, table.organisation, table.days).items()
        if line in (table.promised if promises else table.told)
    ]


def could_be_other(singles: frozenset[Single], facts: Mapping[Single, int], rows: Sequence[Row]) -> bool:
    true = sum(facts[each] for each in singles)
    tries = [(1, 9999)] if true == 0 else [(max(SMALLEST, true + 1), 9999), (0, 0), (SMALLEST, true - 1)]
    return any(low <= high and can_be(singles, low, high, facts, rows) for low, high in tries)


def given_away_by_a_promise(
    singles: frozenset[Single], facts: Mapping[Single, int], tables: Sequence[Table], mine: Sequence[Row]
) -> bool:
    """That the year's were all men was told; then that the half-year's are four, as was promised: four men."""
    for n, table in enumerate(tables):
        before = [*mine, *rows_of(facts, tables[:n])]
        if not could_be_other(singles, facts, [*before, *rows_of(facts, [table], promises=True)]):
            return True
        if not could_be_other(singles, facts, [*before, *rows_of(facts, [table])]):
            return False
    return False


@settings(deadline=None, max_examples=60)
@given(st.lists(numbers, min_size=4, max_size=4), st.lists(st.integers(-6, 6), min_size=4, max_size=4))
def test_a_correction_does_not_tell_who_came_late(counted: list[int], late: list[int]) -> None:
    """The table and its correction side by side: no line of both is told that differs by a few."""
    keys = [*product(SEXES, SITES)]
    first = dict(zip(keys, counted, strict=True))
    second = {each: max(0, n + more) for (each, n), more in zip(first.items(), late, strict=True)}
    tables: list[Table] = []
    for n, facts in enumerate((first, second)):
        lines = {Line(("sex", "site"), each, "value"): own for each, own in facts.items()}
        for sex in SEXES:
            lines[Line(("sex",), (sex,), "value")] = sum(own for each, own in facts.items() if each[0] == sex)
        lines[Line((), (), "value")] = sum(facts.values())
        table = Table(str(n), "visits", "north", YEAR, lines)
        world = lay([*tables, table], SMALLEST, new=[table.id])
        cells = [Cell(str(line), world.sums[table.id, line]) for line in lines]
        hidden = protect(
            cells, truth=world.truth, before=world.told, ties=world.ties, secrets=world.secrets,
            knowers=world.knowers, smallest=SMALLEST,
        )  # fmt: skip
        tables.append(
            Table(str(n), "visits", "north", YEAR, lines, frozenset(each for each in lines if str(each) not in hidden))
        )
    one, two = tables
    for line in one.told & two.told:
        signs = {second[e] > first[e] for e in keys if line.is_of(Line((), (), "value")) and second[e] != first[e]}
        if len(signs) < 2 or len(line.by) == 2:
            assert not 0 < abs(one.numbers[line] - two.numbers[line]) < SMALLEST


@often
@given(st.lists(st.integers(0, 9), min_size=2, max_size=6))
def test_different_people_need_not_add_up(per_site: list[int]) -> None:
    """Someone seen at two sites is one person: a total of its own, at least each site's and at most all of them."""
    total = max(per_site)
    numbers_ = {Line(("site",), (str(n),), "value"): each for n, each in enumerate(per_site)}
    table = Table("t", "guests", "north", YEAR, {Line((), (), "value"): total, **numbers_}, adds_up=False)
    world = lay([table], SMALLEST, new=["t"])
    assert all(each.holds(world.truth) for each in world.ties)
    assert world.value(world.sums["t", Line((), (), "value")]) == total
