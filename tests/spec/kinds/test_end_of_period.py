"""Last day

The last day of the agreement. Its key is the same when an extension or notice moves the day.
"""

from __future__ import annotations

from tests.spec.small import days, owed


def test_it_is_the_last_day_of_the_period() -> None:
    assert days(owed("", "end_of_period")) == ["end 2028-12-31"]


def test_notice_moves_it() -> None:
    """Six months from 31 March 2027."""
    clause = """
    [notice.six-months]
    clause = "8"
    says = "Sex månaders uppsägningstid."
    months = 6
    """
    notice = """
        [change]
        id = "notice"
        kind = "notice"
        clause = "8"
        says = "Föreningen sade upp."
        on = 2027-03-31
    """
    (found,) = owed(clause, "end_of_period", notice)
    assert days([found]) == ["end 2027-09-30"]
    assert "Texten säger 2028-12-31; det har ändrats." in found.reason.says
