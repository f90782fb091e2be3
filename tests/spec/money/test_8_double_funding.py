"""Is a cost paid more than once?

Every funder of a cost line is declared with its days and its share, the agreement's own payer too. What comes to
more than the verified cost is shown, and so are two funders of the same voucher. Whether it is forbidden, the agreement
says.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samsyn.rules.money.double_funding import WHOLE, Cost, Declared, clashes
from samsyn.rules.quantities import Amount, DateRange, Percent

YEAR = DateRange.year(2026)
WAGES = [
    Cost("a1", "wages", date(2026, 1, 25), Amount.kronor(100_000)),
    Cost("a2", "wages", date(2026, 2, 25), Amount.kronor(100_000)),
]


def percent(funder: str, value: int, line: str = "wages", days: DateRange = YEAR) -> Declared:
    return Declared(funder, line, days, percent=Percent(Decimal(value)))


def amount(funder: str, kronor: int, line: str = "wages", days: DateRange = YEAR) -> Declared:
    return Declared(funder, line, days, amount=Amount.kronor(kronor))


def test_two_that_share_a_cost_and_do_not_exceed_it_are_in_order() -> None:
    assert clashes(WAGES, [percent("the board", 60), percent("the fund", 40)], [], YEAR) == ()


def test_more_than_the_cost_is_shown_with_how_much_and_by_whom() -> None:
    found = clashes(WAGES, [percent("the board", 100), amount("the fund", 30_000)], [], YEAR)
    assert [(each.kind, str(each.cost), str(each.over)) for each in found] == [
        ("over", str(Amount.kronor(200_000)), str(Amount.kronor(30_000)))
    ]
    assert found[0].parts == (("the board", Amount.kronor(200_000)), ("the fund", Amount.kronor(30_000)))


def test_one_funder_that_gives_more_than_the_cost_is_no_double_funding() -> None:
    """Money that is left over is another matter."""
    assert clashes(WAGES, [amount("the board", 500_000)], [], YEAR) == ()


def test_an_amount_for_a_longer_time_counts_by_its_days() -> None:
    two_years = DateRange.through(date(2025, 1, 1), date(2026, 12, 31))
    found = clashes(WAGES, [percent("the board", 100), amount("the fund", 730, days=two_years)], [], YEAR)
    assert found[0].over == Amount.kronor(365)


def test_per_cents_above_a_hundred_are_seen_also_where_the_year_is_in_order() -> None:
    """In January both pay all of it; in February nobody does. The year's sum would hide it."""
    january = DateRange.through(date(2026, 1, 1), date(2026, 1, 31))
    found = clashes(WAGES, [percent("the board", 100, days=january), percent("the fund", 100, days=january)], [], YEAR)
    assert [(each.kind, each.days) for each in found] == [("shares", january)]


def test_one_that_funds_the_whole_activity_is_part_of_every_line() -> None:
    found = clashes(WAGES, [percent("the board", 100), percent("the fund", 10, line=WHOLE)], [], YEAR)
    assert {(each.kind, each.line) for each in found} == {("over", "wages"), ("over", WHOLE), ("shares", "wages")}


def test_two_funders_of_the_same_voucher_are_shown() -> None:
    behind = [("a1", "the board"), ("a1", "the fund"), ("a2", "the board"), ("a2", "the board")]
    assert [(each.kind, each.keys) for each in clashes(WAGES, [], behind, YEAR)] == [("voucher", ("a1",))]


def test_what_lies_outside_the_days_that_are_looked_at_is_left_out() -> None:
    before = DateRange.year(2025)
    assert (
        clashes(WAGES, [percent("the board", 100), percent("the fund", 100)], [("a1", "x"), ("a1", "y")], before) == ()
    )
