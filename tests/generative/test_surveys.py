"""Small groups cannot be reckoned out, and change is each one's own."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.rules.surveys import Question, Rating, Sheet, both_raters, hidden, in_turn, own_change, paired, result

often = settings(deadline=None, max_examples=200)
GROUPS = ("woman", "man", "other", "")
groups = st.dictionaries(st.sampled_from([*GROUPS, "13-15", "16-18"]), st.integers(0, 14), min_size=1)
smallest = st.integers(0, 8)
SAFE = Question("safe", "a1", "yesno")
Rows = list[list[Fraction]]


def rank(vectors: Rows) -> int:
    """By elimination, exact."""
    left, found = [list(each) for each in vectors], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for row in left[found + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
        found += 1
    return found


def can_be_reckoned(wanted: set[str], told: list[set[str]], all_groups: list[str]) -> bool:
    """Whether sums and differences of what is told, however weighed, give the answers of just these groups."""
    vectors = [[Fraction(group in each) for group in all_groups] for each in told]
    return rank(vectors) == rank([*vectors, [Fraction(group in wanted) for group in all_groups]])


@often
@given(groups, smallest)
def test_nothing_small_can_be_reckoned_from_what_is_told(sizes: dict[str, int], least: int) -> None:
    """Nor any few groups together. Those of nobody are told to be empty, and left out of the reckoning."""
    there = [group for group, n in sizes.items() if n]
    if not sum(sizes.values()) >= least:
        return  # the whole is not told either
    told = [set(there), *({group} for group in there if group not in hidden(sizes, least))]
    for many in range(1, len(there) + 1):
        for few in combinations(there, many):
            if sum(sizes[group] for group in few) < least:
                assert not can_be_reckoned(set(few), told, there)


@often
@given(groups, smallest)
def test_no_more_is_held_back_than_is_needed(sizes: dict[str, int], least: int) -> None:
    """If everyone is in a large group, or in none, all is told; and who is told is no smaller than who is not."""
    kept = hidden(sizes, least)
    assert bool(kept) is any(0 < n < least for n in sizes.values())
    large = [sizes[group] for group in kept if sizes[group] >= least]
    assert all(n >= max(large, default=0) for group, n in sizes.items() if n and group not in kept)
    assert not any(sizes[group] == 0 for group in kept)


@often
@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 8))
def test_a_sum_over_rounds_never_grows_by_a_few(sizes: list[int], least: int) -> None:
    """Whoever has looked after each round has seen it grow by none, or by at least the smallest group."""
    seen = [set(in_turn(sizes[:n], least)) for n in range(len(sizes) + 1)]
    assert all(before <= after for before, after in pairwise(seen))
    totals = [sum(sizes[place] for place in inside) for inside in seen]
    assert all(grown == 0 or grown >= least for grown in (b - a for a, b in pairwise(totals)))
    large = {place for place, n in enumerate(sizes) if n >= least}
    assert large <= seen[-1]
    of_small = sum(sizes[place] for place in seen[-1] - large)
    assert of_small == 0 or of_small >= least


sheets = st.lists(
    st.builds(
        Sheet,
        st.sampled_from([{"safe": ("yes",)}, {"safe": ("no",)}, {}]),
        st.sampled_from(GROUPS),
        st.sampled_from(["", "13-15", "16-18"]),
    ),
    max_size=30,
)


@often
@given(sheets, st.integers(1, 8))
def test_nothing_of_fewer_than_the_smallest_group_is_in_a_result(round_: list[Sheet], least: int) -> None:
    told = result(SAFE, round_, {"sex": GROUPS[:-1], "age_band": ("13-15", "16-18")}, least)
    parts = [each for split in told.splits for _, each in split.groups]
    assert all(part.n == 0 or part.n >= least for part in [told.told, *parts] if part)
    for split in told.splits:
        if told.told and not split.hides:
            assert sum(each.n for _, each in split.groups if each) == told.told.n


@often
@given(sheets, st.integers(1, 8))
def test_the_order_of_the_sheets_says_nothing(round_: list[Sheet], least: int) -> None:
    splits = {"sex": GROUPS[:-1]}
    assert result(SAFE, round_, splits, least) == result(SAFE, round_[::-1], splits, least)  # type: ignore[arg-type]


values = st.tuples(*[st.none() | st.integers(1, 5)] * 3)
days = st.integers(1, 40)


@st.composite
def own_ratings(draw: st.DrawFn) -> list[Rating]:
    on = accumulate(draw(st.lists(days, max_size=4)))
    return [Rating(n, date(2026, 1, 1) + timedelta(days=day), draw(values)) for n, day in enumerate(on, 1)]


@often
@given(st.lists(own_ratings(), max_size=8))
def test_who_answered_once_changes_no_mean(people: list[list[Rating]]) -> None:
    """However many began and left: the change is that of those who answered twice."""
    whole, twice = paired(people), paired([each for each in people if own_change(each) is not None])
    assert (whole.mean, whole.pairs) == (twice.mean, twice.pairs)
    assert whole.pairs <= whole.started <= whole.of
    assert whole.mean is None or -4 <= whole.mean <= 4


@often
@given(st.lists(own_ratings(), max_size=8))
def test_a_rating_turned_upside_down_is_the_change_turned(people: list[list[Rating]]) -> None:
    turned = [
        [Rating(e.wave, e.on, tuple(None if v is None else 6 - v for v in e.values)) for e in own] for own in people
    ]
    there, back = paired(people), paired(turned)
    assert back.mean == (None if there.mean is None else -there.mean)


@often
@given(st.lists(st.tuples(own_ratings(), own_ratings()), max_size=6))
def test_two_raters_are_compared_over_as_many(people: list[tuple[list[Rating], list[Rating]]]) -> None:
    both = both_raters(people)
    assert both.pairs == both.one.pairs == both.other.pairs <= both.of
    same = both_raters([(one, one) for one, _ in people])
    assert same.one == same.other
