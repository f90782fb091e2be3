"""Held, cancelled, or planned and nothing more

A figure per open day is divided by the days that were held, not by those that were planned.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samsyn.rules.opening import Outcome, open_days, outcome, per_open_day

MONDAY, TUESDAY, WEDNESDAY, SATURDAY = (date(2026, 11, day) for day in (23, 24, 25, 28))


def test_a_planned_day_on_which_something_was_counted_is_held() -> None:
    assert outcome(planned=True, counted=True) == Outcome.HELD
    assert outcome(planned=True, counted=False) == Outcome.PLANNED
    assert outcome(planned=False, counted=False) == Outcome.CLOSED


def test_what_a_person_has_said_of_the_day_goes_first() -> None:
    """A day without visitors was held, if those who stood there say so."""
    assert outcome(planned=True, counted=False, mark="held") == Outcome.HELD
    assert outcome(planned=True, counted=False, mark="cancelled") == Outcome.CANCELLED


def test_a_day_that_was_held_without_being_planned_counts_as_an_open_day() -> None:
    found = open_days([MONDAY, TUESDAY], counted=[MONDAY, SATURDAY])
    assert found.held == (MONDAY, SATURDAY)
    assert found.extra == (SATURDAY,)
    assert found.silent == (TUESDAY,)


def test_a_day_that_was_cancelled_and_yet_counted_on_is_shown_to_be_settled() -> None:
    """It is not divided by: somebody has said that it was cancelled. That it does not fit together is told."""
    found = open_days([MONDAY, TUESDAY], counted=[MONDAY, TUESDAY], marks={TUESDAY: "cancelled"})
    assert (found.held, found.cancelled, found.doubtful) == ((MONDAY,), (TUESDAY,), (TUESDAY,))


def test_a_cancelled_day_is_not_silent() -> None:
    found = open_days([MONDAY, TUESDAY, WEDNESDAY], counted=[MONDAY], marks={TUESDAY: "cancelled"})
    assert (found.planned, found.silent) == ((MONDAY, TUESDAY, WEDNESDAY), (WEDNESDAY,))


def test_a_figure_per_open_day_has_one_decimal() -> None:
    """613 visits on 21 days are 29.19…, which is 29.2. Half is away from zero: 5 on 100 days is 0.05, so 0.1."""
    assert per_open_day(613, 21) == Decimal("29.2")
    assert per_open_day(5, 100) == Decimal("0.1")
    assert per_open_day(0, 21) == Decimal("0.0")


def test_without_an_open_day_there_is_no_figure() -> None:
    assert per_open_day(0, 0) is None
    assert per_open_day(12, 0) is None
