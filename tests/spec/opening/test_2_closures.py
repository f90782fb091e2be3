"""Closed weeks and other closures with a date

The text says how many weeks, never which. Which is decided by those who run the house, and entered as closures.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.opening import Closed, day_state, planned_days, weeks_to_set
from samsyn.rules.quantities import DateRange
from tests.spec.small import agreement

HOUSE = """
    [site.the-house]
    clause = "4"
    says = "Huset."
    name = "Huset"

    [opening.daytime]
    clause = "5"
    says = "Öppet på vardagar, stängt tre veckor på sommaren."
    site = "the-house"
    days = ["mon", "tue", "wed", "thu", "fri"]
    closed = ["public_holidays"]
    closed_weeks = 3
    closed_season = "summer"
"""
SUMMER = Closed(DateRange.through(date(2026, 7, 6), date(2026, 7, 26)), "sommarstängt")
PLANNING = Closed(DateRange.through(date(2026, 8, 17), date(2026, 8, 17)), "planeringsdag")


def test_three_summer_weeks_are_fifteen_days_fewer() -> None:
    """July 2026 has 23 weekdays, and no public holiday among them."""
    terms = agreement(HOUSE).agreement
    july = date(2026, 7, 1), date(2026, 7, 31)
    assert len(planned_days(terms, "the-house", *july)) == 23
    assert len(planned_days(terms, "the-house", *july, [SUMMER])) == 23 - 3 * 5


def test_the_answer_says_why_in_the_words_of_those_who_closed() -> None:
    state = day_state(agreement(HOUSE).agreement, "the-house", date(2026, 7, 6), [SUMMER])
    assert (state.planned, state.why, state.clause) == (False, "Stängt: sommarstängt.", "5")


def test_a_saturday_in_a_closed_week_is_closed_because_it_is_a_saturday() -> None:
    assert day_state(agreement(HOUSE).agreement, "the-house", date(2026, 7, 11), [SUMMER]).why == "Lördag: stängt."


def test_two_closures_of_the_same_day_close_it_once() -> None:
    terms = agreement(HOUSE).agreement
    july = date(2026, 7, 1), date(2026, 7, 31)
    assert len(planned_days(terms, "the-house", *july, [SUMMER, SUMMER])) == 23 - 15


def test_the_weeks_that_the_text_promises_are_awaited_until_they_have_dates() -> None:
    """A day of planning is no week. From Monday to Friday is: no day of the pattern is left."""
    terms = agreement(HOUSE).agreement
    two_weeks = Closed(DateRange.through(date(2026, 7, 6), date(2026, 7, 17)), "sommarstängt")
    assert weeks_to_set(terms, "the-house", 2026) == 3
    assert weeks_to_set(terms, "the-house", 2026, [PLANNING]) == 3
    assert weeks_to_set(terms, "the-house", 2026, [two_weeks]) == 1
    assert weeks_to_set(terms, "the-house", 2026, [SUMMER, PLANNING]) == 0
    assert weeks_to_set(terms, "the-house", 2027, [SUMMER]) == 3


def test_more_weeks_than_the_text_promises_are_no_debt() -> None:
    long = Closed(DateRange.through(date(2026, 7, 6), date(2026, 8, 9)), "sommarstängt")
    assert weeks_to_set(agreement(HOUSE).agreement, "the-house", 2026, [long]) == 0


def test_where_the_text_promises_no_weeks_none_are_awaited() -> None:
    assert weeks_to_set(agreement(HOUSE.replace("closed_weeks = 3", "")).agreement, "the-house", 2026) == 0
    assert weeks_to_set(agreement(HOUSE).agreement, None, 2026) == 0
