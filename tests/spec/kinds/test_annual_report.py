"""Annual report

The annual report of an organisation is about a year and comes the year after.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Föreningen lämnar sin årsredovisning senast 30 juni året efter."
    kind = "annual_report"
    by = ["the-association"]
    to = ["the-municipality"]
    when = { every = "year", due = "06-30", due_year = "following" }
"""


def test_the_report_on_the_last_year_comes_after_the_agreement_has_ended_and_says_so() -> None:
    found = owed(GIVEN, "annual_report", first="2026-01-01", last="2027-12-31")
    assert days(found) == ["2026 2027-06-30", "2027 2028-06-30"]
    assert [each.after_end for each in found] == [False, True]


def test_without_a_day_it_is_shown_on_the_last_day_of_the_year() -> None:
    given = GIVEN.replace(', due = "06-30", due_year = "following"', "")
    assert days(owed(given, "annual_report", last="2026-12-31")) == ["2026 2026-12-31 not stated"]
