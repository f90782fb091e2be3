"""What comes once: by a day, between two days, or with no day said"""

from __future__ import annotations

from tests.spec.small import days, owed

REVIEW = """
    [duty.review]
    clause = "3"
    says = "Parterna ser över ersättningen."
    kind = "review"
    by = ["the-municipality", "the-association"]
    joint = true
"""


def test_by_a_day_is_due_that_day() -> None:
    given = REVIEW + "when = { by = 2027-03-31 }"
    assert days(owed(given, "review")) == ["once 2027-03-31"]


def test_between_two_days_is_due_on_the_last_of_them() -> None:
    """«Under hösten» is written as two days, and as an assumption: the text says no days."""
    given = REVIEW + "when = { between = [2026-09-01, 2026-11-30] }"
    (found,) = owed(given, "review")
    assert days([found]) == ["once 2026-11-30"]
    assert str(found.window) == "2026-09-01–2026-11-30"


def test_days_that_are_a_reading_are_marked_and_said_to_be_one() -> None:
    """The clause says the autumn; it does not say the thirtieth of November."""
    given = (
        REVIEW
        + """
    when = { between = [2026-09-01, 2026-11-30] }
    [[duty.review.assumption]]
    id = "autumn"
    question = "Vilka dagar är hösten?"
    chosen = "September till november."
    alternatives = [{ id = "year-end", says = "Till årets slut.", set = { when = { by = 2026-12-31 } } }]
    """
    )
    (found,) = owed(given, "review")
    assert days([found]) == ["once 2026-11-30 not stated"]
    assert found.reason.says == "Punkten läses som 2026-09-01–2026-11-30."


def test_once_with_no_day_stands_open_for_as_long_as_the_agreement_lives() -> None:
    given = REVIEW + 'when = { once = "unspecified" }'
    (found,) = owed(given, "review")
    assert days([found]) == ["once no day"]
    assert str(found.window) == "2026-01-01–2028-12-31"


def test_what_is_between_two_days_after_notice_has_ended_the_agreement_is_not_owed() -> None:
    notice = """
        [change]
        id = "notice"
        kind = "notice"
        clause = "8"
        says = "Föreningen sade upp."
        on = 2026-01-31
    """
    clause = """
        [notice.six-months]
        clause = "8"
        says = "Sex månaders uppsägningstid."
        months = 6
    """
    given = REVIEW + "when = { between = [2026-09-01, 2026-11-30] }"
    assert owed(given + clause, "review", notice) == []
