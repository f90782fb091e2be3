"""Review

A review of terms, for example of the sum in a certain autumn.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Parterna ser över ersättningen hösten 2026."
    kind = "review"
    by = ["the-municipality", "the-association"]
    to = []
    when = { between = [2026-09-01, 2026-11-30] }
    joint = true

    [[duty.it.assumption]]
    id = "autumn"
    question = "Vilka dagar är hösten?"
    chosen = "September till november."
    alternatives = [
        { id = "year-out", says = "Till årets slut.", set = { when = { between = [2026-09-01, 2026-12-31] } } },
    ]
"""


def test_a_review_in_the_autumn_is_due_on_the_last_day_of_what_the_parties_mean_by_autumn() -> None:
    """The text says «hösten» and no days; the file writes the days and an assumption beside them."""
    (found,) = owed(GIVEN, "review")
    assert days([found]) == ["once 2026-11-30 not stated"]
    assert found.reason.assumptions == ("autumn",)
