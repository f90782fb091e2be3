"""Amounts to the öre, days of the month, half-open ranges, named roundings."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.rules.quantities import Amount, DateRange, MonthDay, Percent, add_months, round_amount
from samsyn.rules.quantities.amount import total

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(st.integers(-(10**12), 10**12), st.integers(1, 60))
def test_a_split_amount_sums_to_itself_and_its_parts_differ_by_less_than_an_ore_each(ore: int, parts: int) -> None:
    split = Amount(ore).split(parts)
    assert total(split) == Amount(ore)
    assert len(set(split[:-1])) <= 1
    assert 0 <= split[-1].ore - split[0].ore < parts


def test_an_amount_is_written_as_in_swedish() -> None:
    assert str(Amount.kronor(1_926_637)) == "1\u00a0926\u00a0637\u00a0kr"
    assert str(Amount.kronor("481659.25")) == "481\u00a0659,25\u00a0kr"
    assert str(Amount(-5)) == "−0,05\u00a0kr"


def test_parts_of_an_ore_are_refused() -> None:
    with pytest.raises(ValueError, match="parts of an öre"):
        Amount.kronor("0.005")


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_months_are_added_within_the_month(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("2026-01-01", "2026-06-30", ("2026-01-01", "2026-06-30")),
        ("2025-12-31", "2026-03-01", ("2026-01-01", "2026-02-28")),
        ("2026-02-02", "2026-03-30", None),
        ("2026-02-28", "2026-02-28", None),
    ],
)
def test_whole_months_are_those_of_which_no_day_is_missing(
    first: str, last: str, whole: tuple[str, str] | None
) -> None:
    asked, *found = (DateRange.through(*map(date.fromisoformat, each)) for each in [(first, last), whole] if each)
    assert asked.whole_months() == (found[0] if found else None)


@given(days, days)
def test_steps_join_and_cover_the_range(one: date, other: date) -> None:
    if one == other:
        return
    span = DateRange(min(one, other), max(one, other))
    steps = list(span.steps(3))
    assert (steps[0].start, steps[-1].end) == (span.start, span.end)
    assert all(first.end == second.start for first, second in itertools.pairwise(steps))


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        DateRange.through(date(2026, 1, 2), date(2026, 1, 1))


def test_the_leap_day_is_the_28th_in_a_common_year() -> None:
    assert MonthDay.read("02-29").in_year(2026) == date(2026, 2, 28)
    assert MonthDay.read("02-29").in_year(2028) == date(2028, 2, 29)


def test_a_uplift_of_900_kronor_by_2_7_per_cent_is_924_kronor() -> None:
    """SKR's own example: 900 kr x 2,7 % = 924,30, rounded to whole kronor (facts, PKV)."""
    uplifted = Decimal(900_00) + Percent(Decimal("2.7")).of(Amount.kronor(900))
    assert round_amount(uplifted, "krona") == Amount.kronor(924)


@pytest.mark.parametrize(
    ("rounding", "kronor"),
    [("krona", 13), ("krona_even", 12), ("krona_up", 13), ("krona_down", 12), ("ore", "12.50"), ("hundred", 0)],
)
def test_every_rounding_has_a_name(rounding: str, kronor: int | str) -> None:
    assert round_amount(Decimal(12_50), rounding) == Amount.kronor(kronor)  # type: ignore[arg-type]
