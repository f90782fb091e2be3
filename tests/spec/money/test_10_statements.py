"""The statement of how money was used

Its figures are added up and said; nothing is owed by them. It opens by itself sixty days before its last day. Where it
stands follows from the last thing that was handed in and what was answered to it.
"""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.money.statements import State, balance, is_a_year, opens_on, state
from samsyn.rules.quantities import Amount, DateRange


def test_what_came_in_and_what_it_cost_are_added_up_to_the_ore() -> None:
    found = balance([Amount.kronor(475_000)] * 2, [Amount.kronor("900000.50"), Amount.kronor(49_000)])
    assert (found.received, found.spent, found.left) == (
        Amount.kronor(950_000), Amount.kronor("949000.50"), Amount.kronor("999.50"),
    )  # fmt: skip


def test_more_may_be_spent_than_came_in() -> None:
    assert balance([Amount.kronor(100)], [Amount.kronor(150)]).left == Amount.kronor(-50)


def test_nothing_at_all_is_nothing() -> None:
    assert balance([], []).left == Amount(0)


def test_it_opens_sixty_days_before_its_last_day() -> None:
    assert opens_on(date(2026, 4, 30)) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        (None, State.OPEN),
        ({}, State.WAITING),
        ({"a": True}, State.WAITING),
        ({"a": True, "b": True}, State.ACCEPTED),
        ({"a": True, "b": False}, State.SENT_BACK),
        ({"a": False}, State.SENT_BACK),
    ],
)
def test_two_receivers_must_both_accept_and_one_is_enough_to_send_it_back(
    answers: dict[str, bool] | None, found: State
) -> None:
    assert state(answers, {"a", "b"}) == found


def test_a_statement_owed_to_nobody_is_never_accepted_by_silence() -> None:
    assert state({}, set()) == State.WAITING


def test_a_budget_for_a_year_stands_only_beside_a_year() -> None:
    assert is_a_year(DateRange.year(2025))
    assert is_a_year(DateRange(date(2019, 5, 1), date(2020, 5, 1)))
    assert not is_a_year(DateRange(date(2025, 1, 1), date(2025, 12, 31)))
    assert not is_a_year(DateRange(date(2025, 1, 1), date(2027, 1, 1)))
