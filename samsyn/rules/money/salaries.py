"""Salaries as another party may see them: sums per cost line and month, never one person's.

1. A line is of several people when somebody has said so of each month that it has salaries in. 2. A line that is not
is joined to the nearest line that is, in the agreement's order. 3. A month's sum is shown when a line of several people
is in it with salaries of that month; else it is not shown at all. Two lines of one person each are not two people: pay
and the fees on it stand on two lines and are of one. 4. Every line is in one group only, so no two sums that are shown
differ by one line: nothing is found by subtraction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.quantities import Amount


@dataclass(frozen=True, slots=True)
class Salary:
    """What one row of the books says. `month` is its first day; `several`: said to be more than one person's."""

    cost_line: str
    month: date
    amount: Amount
    several: bool


@dataclass(frozen=True, slots=True)
class SalarySum:
    """`cost_lines` in the agreement's order."""

    month: date
    cost_lines: tuple[str, ...]
    amount: Amount


def sums_of(
    order: Sequence[str], salaries: Iterable[Salary], before: Iterable[Sequence[str]] = ()
) -> tuple[SalarySum, ...]:
    """Those that may be shown, by month and in the order. A line that the order lacks comes last.

    `before`: lines whose salaries have been shown in one sum. They stay together: apart, the difference would tell.
    """
    rows = list(salaries)
    groups, months = groups_of(order, rows, before), sorted({row.month for row in rows})
    found = (_sum(group, month, rows) for month in months for group in groups)
    return tuple(each for each in found if each is not None)


def groups_of(
    order: Sequence[str], salaries: Sequence[Salary], before: Iterable[Sequence[str]] = ()
) -> list[tuple[str, ...]]:
    """Lines that are shown as one, each line in one group. Also those of which nothing may be shown."""
    lines = _in_order(order, {row.cost_line for row in salaries})
    joined = {line: {line} for line in lines}
    for together in before:
        present = [line for line in together if line in joined]
        for other in present[1:]:
            _join(joined, present[0], other)
    several = [line for line in lines if _is_of_several(line, salaries)]
    for line in lines:
        if several and not joined[line].intersection(several):
            _join(joined, line, _nearest(line, several, lines))
    unlike = {id(group): group for group in joined.values()}
    return [tuple(line for line in lines if line in group) for group in unlike.values()]


def _in_order(order: Sequence[str], lines: set[str]) -> list[str]:
    place = {line: at for at, line in enumerate(order)}
    return sorted(lines, key=lambda line: (place.get(line, len(place)), line))


def _join(joined: dict[str, set[str]], one: str, other: str) -> None:
    together = joined[one] | joined[other]
    for line in together:
        joined[line] = together


def _nearest(line: str, hosts: Sequence[str], lines: Sequence[str]) -> str:
    """As near before as after: the one before."""
    at = lines.index(line)
    return min(hosts, key=lambda host: (abs(lines.index(host) - at), lines.index(host)))


def _is_of_several(line: str, salaries: Iterable[Salary]) -> bool:
    """In every month that it has salaries."""
    months: dict[date, bool] = defaultdict(bool)
    for row in salaries:
        if row.cost_line == line:
            months[row.month] |= row.several
    return all(months.values())


def _sum(group: Sequence[str], month: date, salaries: Iterable[Salary]) -> SalarySum | None:
    rows = [row for row in salaries if row.month == month and row.cost_line in group]
    if not any(row.several for row in rows):
        return None
    return SalarySum(month, tuple(group), Amount(sum(row.amount.ore for row in rows)))
