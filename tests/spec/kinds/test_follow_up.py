"""Follow-up

The parties follow up what each has put in. What has been followed up moves the next day.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Parterna följer upp sina insatser två gånger per år."
    kind = "follow_up"
    by = ["the-municipality", "the-association"]
    to = []
    when = { every = "year", times = 2 }
    joint = true
"""


def test_two_a_year_are_spread_over_the_year() -> None:
    assert days(owed(GIVEN, "follow_up", last="2026-12-31")) == [
        "2026 2026-06-30 not stated",
        "2026-2 2026-12-31 not stated",
    ]


def test_a_follow_up_that_was_held_is_met() -> None:
    found = owed(GIVEN, "follow_up", happened={"it": [date(2026, 4, 8)]}, last="2026-12-31")
    assert [each.met_on for each in found] == [date(2026, 4, 8), None]


def test_it_is_shown_by_minutes() -> None:
    (found, *_) = owed(GIVEN, "follow_up")
    assert found.evidence is Evidence.MINUTES
