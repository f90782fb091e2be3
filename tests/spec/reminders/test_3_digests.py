"""When letters are gathered into one

Who has chosen so gets one letter a day, or one on Mondays, and none when there is nothing.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.reminders import digest_is_due

MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)


def test_daily_whenever_something_waits() -> None:
    assert digest_is_due("daily", oldest=MONDAY, today=MONDAY)
    assert digest_is_due("daily", oldest=MONDAY, today=TUESDAY)


def test_weekly_on_mondays() -> None:
    assert digest_is_due("weekly", oldest=MONDAY, today=MONDAY)
    assert not digest_is_due("weekly", oldest=MONDAY, today=SUNDAY)
    assert digest_is_due("weekly", oldest=TUESDAY, today=date(2026, 11, 30))


def test_a_monday_that_was_missed_is_made_up_for() -> None:
    """Written on the Sunday, and nobody was at work on the Monday: it goes on the Tuesday, not a week later."""
    assert digest_is_due("weekly", oldest=date(2026, 11, 22), today=TUESDAY)


def test_over_the_turn_of_the_year_a_week_is_a_week() -> None:
    """2027-01-01 is a Friday; the Monday of its week is in the old year."""
    assert not digest_is_due("weekly", oldest=date(2026, 12, 28), today=date(2027, 1, 1))
    assert digest_is_due("weekly", oldest=date(2026, 12, 31), today=date(2027, 1, 4))
