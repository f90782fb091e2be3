"""A month of days: what is said of each."""

from __future__ import annotations

from datetime import date

from samsyn.web.tallies.presenters.month import day_rows

DAY = date(2026, 3, 2)
COUNTED = {DAY: {"visit": 3}}


def test_a_day_outside_the_opening_hours_is_told() -> None:
    (row,) = day_rows([], COUNTED, [], {}, ["visit"])
    assert row.note == "hållen utan att vara planerad"


def test_where_the_agreement_says_no_hours_no_day_is_outside_them() -> None:
    (row,) = day_rows([], COUNTED, [], {}, ["visit"], has_hours=False)
    assert row.note == ""
    assert row.figures == (3,)
