"""Double funding under any costs and any declarations."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from samsyn.rules.money.double_funding import WHOLE, Cost, Declared, clashes
from samsyn.rules.quantities import Amount, DateRange, Percent

YEAR = DateRange.year(2026)
LINES = st.sampled_from(["wages", "rent"])
DAYS = st.integers(0, 364).map(lambda number: YEAR.start + timedelta(days=number))


@st.composite
def spans(draw: st.DrawFn) -> DateRange:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return DateRange.through(first, last)


COSTS = st.lists(st.builds(Cost, st.uuids().map(str), LINES, DAYS, st.integers(1, 10**9).map(Amount)), max_size=8)
SHARES = st.builds(
    lambda funder, line, days, percent: Declared(funder, line, days, percent=Percent(Decimal(percent))),
    st.sampled_from(["the board", "the fund", "the gift"]),
    st.one_of(LINES, st.just(WHOLE)),
    spans(),
    st.integers(1, 100),
)


@given(COSTS, st.lists(SHARES, max_size=6))
def test_nobody_clashes_where_every_day_has_at_most_a_hundred_per_cent(
    costs: list[Cost], shares: list[Declared]
) -> None:
    for line in ("wages", "rent"):
        for number in range(365):
            day = YEAR.start + timedelta(days=number)
            on = [each for each in shares if day in each.days and each.line in (line, WHOLE)]
            if sum(each.percent.value for each in on if each.percent) > 100:
                return
    assert clashes(costs, shares, [], YEAR) == ()


@given(COSTS, st.lists(SHARES, max_size=6))
def test_a_day_with_more_than_a_hundred_per_cent_of_something_is_always_shown(
    costs: list[Cost], shares: list[Declared]
) -> None:
    found = clashes(costs, shares, [], YEAR)
    for cost in costs:
        on = [each for each in shares if cost.day in each.days and each.line in (cost.line, WHOLE)]
        if sum(each.percent.value for each in on if each.percent) > 100:
            assert any(each.kind == "shares" and cost.day in each.days for each in found)


@given(COSTS, st.lists(SHARES, max_size=6))
def test_what_is_over_is_what_the_parts_come_to_beyond_the_cost(costs: list[Cost], shares: list[Declared]) -> None:
    for each in clashes(costs, shares, [], YEAR):
        parts = sum(amount.ore for _, amount in each.parts)
        assert each.over.ore == max(0, parts - each.cost.ore)
        assert each.kind != "over" or each.over


def test_a_cost_of_a_day_that_nobody_asks_about_is_not_seen() -> None:
    cost = Cost("a", "wages", date(2025, 12, 31), Amount(100))
    assert clashes([cost], [], [("a", "x"), ("a", "y")], YEAR) == ()
