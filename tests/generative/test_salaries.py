"""Salaries shown to another party: whatever the books hold, no sum and no difference between sums is one person's."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from samsyn.rules.money.salaries import Salary, SalarySum, groups_of, sums_of
from samsyn.rules.quantities import Amount

LINES = ["a", "b", "c", "d", "e"]
SALARIES = st.lists(
    st.builds(
        Salary,
        cost_line=st.sampled_from(LINES),
        month=st.integers(1, 4).map(lambda month: date(2026, month, 1)),
        amount=st.integers(1, 10**7).map(Amount),
        several=st.booleans(),
    ),
    max_size=20,
)
ORDER = st.permutations(LINES)


def _cells(salaries: list[Salary]) -> dict[tuple[str, date], list[Salary]]:
    cells: dict[tuple[str, date], list[Salary]] = defaultdict(list)
    for row in salaries:
        cells[row.cost_line, row.month].append(row)
    return cells


def _behind(shown: SalarySum, cells: dict[tuple[str, date], list[Salary]]) -> set[tuple[str, date]]:
    return {(line, shown.month) for line in shown.cost_lines if cells.get((line, shown.month))}


@given(ORDER, SALARIES)
def test_no_sum_is_of_one_person(order: list[str], salaries: list[Salary]) -> None:
    cells = _cells(salaries)
    for shown in sums_of(order, salaries):
        assert any(row.several for cell in _behind(shown, cells) for row in cells[cell])


@given(ORDER, SALARIES)
def test_no_difference_between_sums_is_of_one_person(order: list[str], salaries: list[Salary]) -> None:
    """They share nothing, so nothing is left when one is taken from another, or from any total of them."""
    cells = _cells(salaries)
    for one, other in combinations(sums_of(order, salaries), 2):
        assert not _behind(one, cells) & _behind(other, cells)


@given(ORDER, SALARIES)
def test_what_is_shown_is_the_whole_of_its_lines_for_its_month(order: list[str], salaries: list[Salary]) -> None:
    for shown in sums_of(order, salaries):
        rows = [row for row in salaries if row.month == shown.month and row.cost_line in shown.cost_lines]
        assert shown.amount == Amount(sum(row.amount.ore for row in rows))


@given(ORDER, SALARIES)
def test_every_line_is_in_one_group(order: list[str], salaries: list[Salary]) -> None:
    found = [line for group in groups_of(order, salaries) for line in group]
    assert sorted(found) == sorted({row.cost_line for row in salaries})


@given(ORDER, SALARIES, SALARIES)
def test_what_has_been_shown_together_is_never_shown_apart(
    order: list[str], first: list[Salary], more: list[Salary]
) -> None:
    before = [shown.cost_lines for shown in sums_of(order, first)]
    for shown in sums_of(order, first + more, before):
        for together in before:
            assert set(together) <= set(shown.cost_lines) or not set(together) & set(shown.cost_lines)


@given(ORDER, SALARIES)
def test_salaries_said_to_be_of_several_are_shown_line_by_line(order: list[str], salaries: list[Salary]) -> None:
    several = [Salary(row.cost_line, row.month, row.amount, True) for row in salaries]
    assert all(len(shown.cost_lines) == 1 for shown in sums_of(order, several))
    assert sum(shown.amount.ore for shown in sums_of(order, several)) == sum(row.amount.ore for row in salaries)
