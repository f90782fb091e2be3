"""Whose salaries are seen?

Another party sees salaries as sums per cost line and month, never one person's. A line whose salaries are one person's
is added to the nearest line of several people. If there is none, nothing of it is shown.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.money.salaries import Salary, sums_of
from samsyn.rules.quantities import Amount

ORDER = ["tutors", "counsellor", "administrator"]
JANUARY, FEBRUARY = date(2026, 1, 1), date(2026, 2, 1)


def pay(line: str, kronor: int, month: date = JANUARY, *, several: bool = False) -> Salary:
    return Salary(line, month, Amount.kronor(kronor), several)


def shown(*salaries: Salary, before: list[tuple[str, ...]] | None = None) -> list[tuple[int, str, int]]:
    """Month, lines and kronor."""
    found = sums_of(ORDER, salaries, before or ())
    return [(each.month.month, " + ".join(each.cost_lines), each.amount.ore // 100) for each in found]


def test_salaries_of_several_are_shown_as_the_sum_of_their_line() -> None:
    assert shown(pay("tutors", 90_000, several=True)) == [(1, "tutors", 90_000)]


def test_one_persons_alone_is_not_shown_at_all() -> None:
    assert shown(pay("counsellor", 4_000)) == []


def test_one_persons_is_added_to_the_nearest_line() -> None:
    assert shown(pay("tutors", 90_000, several=True), pay("counsellor", 4_000)) == [
        (1, "tutors + counsellor", 90_000 + 4_000)
    ]


def test_one_persons_is_added_to_the_nearest_line_of_several_even_past_another() -> None:
    paid = (pay("tutors", 90_000, several=True), pay("counsellor", 4_000), pay("administrator", 5_000))
    assert shown(*paid) == [(1, "tutors + counsellor + administrator", 99_000)]


def test_two_lines_of_one_person_each_may_be_the_same_person() -> None:
    """Pay on one line, the fees on it on the other."""
    assert shown(pay("counsellor", 30_000), pay("administrator", 9_426)) == []


def test_a_month_in_which_the_several_have_no_salary_is_not_shown() -> None:
    paid = (pay("tutors", 90_000, several=True), pay("counsellor", 4_000), pay("counsellor", 4_000, FEBRUARY))
    assert shown(*paid) == [(1, "tutors + counsellor", 94_000)]


def test_lines_that_have_been_shown_as_one_stay_so_for_apart_the_difference_would_tell() -> None:
    paid = (pay("tutors", 90_000, several=True), pay("counsellor", 8_000, several=True))
    assert shown(*paid) == [(1, "tutors", 90_000), (1, "counsellor", 8_000)]
    assert shown(*paid, before=[("tutors", "counsellor")]) == [(1, "tutors + counsellor", 98_000)]
