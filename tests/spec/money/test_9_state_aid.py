"""Support of minor importance, where the activity is economic

All support from public givers over any three years is summed in euro before more is granted. The ceilings are data with
their source (`samsyn/rules/money/state_aid.toml`).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from samsyn.rules.money.state_aid import Support, ceiling_for, highest, standing_on
from samsyn.rules.quantities import Amount
from samsyn.rules.terms.resources import StateAid

DAY = date(2026, 6, 30)


def declared(*, economic: bool = True, general_interest: bool = False) -> StateAid:
    return StateAid(
        id="it", clause="4", says="Verksamheten är ekonomisk.", economic=economic, general_interest=general_interest
    )


def support(day: date, kronor: int, rate: str = "10") -> Support:
    return Support(day, Amount.kronor(kronor), Decimal(rate))


def test_nothing_is_summed_where_the_parties_say_that_the_activity_is_not_economic() -> None:
    assert ceiling_for(declared(economic=False), DAY) is None


@pytest.mark.parametrize(("general_interest", "euro"), [(False, 300_000), (True, 750_000)])
def test_a_service_of_general_interest_has_a_ceiling_of_its_own(general_interest: bool, euro: int) -> None:
    ceiling = ceiling_for(declared(general_interest=general_interest), DAY)
    assert ceiling is not None
    assert ceiling.euro == euro


def test_a_ceiling_whose_days_are_over_is_not_used() -> None:
    assert ceiling_for(declared(), date(2031, 1, 1)) is None


def test_kronor_become_euro_at_the_rate_that_was_read_half_a_cent_up() -> None:
    assert support(DAY, 100, "11.05").euro == Decimal("9.05")
    assert Support(DAY, Amount(1_005), Decimal("10")).euro == Decimal("1.01")


def test_three_years_end_with_the_day_and_leave_out_the_same_day_three_years_before() -> None:
    ceiling = ceiling_for(declared(), DAY)
    assert ceiling is not None
    supports = [support(date(2023, 6, 30), 1_000_000), support(date(2023, 7, 1), 500_000), support(DAY, 1_500_000)]
    found = standing_on(DAY, supports, ceiling)
    assert (found.total, found.left) == (Decimal("200000.00"), Decimal("100000.00"))


def test_a_leap_day_has_three_years_too() -> None:
    ceiling = ceiling_for(declared(), DAY)
    assert ceiling is not None
    day = date(2028, 2, 29)
    assert standing_on(day, [support(date(2025, 2, 28), 10)], ceiling).total == 0
    assert standing_on(day, [support(date(2025, 3, 1), 10)], ceiling).total == 1


def test_the_three_years_that_come_highest_are_found_wherever_they_lie() -> None:
    ceiling = ceiling_for(declared(), DAY)
    assert ceiling is not None
    supports = [support(date(2020, 1, 1), 2_000_000), support(date(2021, 1, 1), 2_000_000), support(DAY, 100)]
    found = highest(supports, ceiling)
    assert found is not None
    assert (found.window.last, found.left) == (date(2021, 1, 1), Decimal("-100000.00"))
