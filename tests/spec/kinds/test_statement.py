"""Statement of how money was used

Before a new agreement year begins, each organisation shows how the year's money was used.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Varje förening redovisar innan ett nytt avtalsår börjar."
    kind = "statement"
    by = ["the-association", "the-other-association"]
    to = ["the-municipality"]
    when = { every = "agreement_year", due = "before_next_period" }
"""


def test_it_is_due_the_day_before_the_next_agreement_year() -> None:
    """The agreement year begins on 1 May, so 30 April; also in the last year, after which none begins."""
    found = owed(GIVEN, "statement", first="2026-05-01", last="2028-04-30")
    assert days(found) == [
        "2026-the-association 2027-04-30",
        "2026-the-other-association 2027-04-30",
        "2027-the-association 2028-04-30",
        "2027-the-other-association 2028-04-30",
    ]


def test_the_reason_says_that_a_new_period_begins() -> None:
    (found, *_) = owed(GIVEN, "statement", first="2026-05-01", last="2028-04-30")
    assert found.reason.says == "Ska ske en gång 2026-05-01–2027-04-30 och vara klart innan nästa period börjar."
