"""Talks on the sum

Talks on a later sum, with what holds if the parties do not agree.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [funding.grant]
    clause = "4"
    says = "Nämnden bidrar med 950 000 kr per år."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    amounts = [
        { first = 2026-01-01, last = 2026-12-31, amount = 950_000 },
        { first = 2027-01-01, last = 2027-12-31, amount = 950_000 },
        { first = 2028-01-01, last = 2028-12-31, amount = 950_000 },
    ]

    [fallback.same]
    clause = "3"
    says = "Enas parterna inte om 2027 är bidraget oförändrat."
    funding = "grant"
    amounts = [{ first = 2027-01-01, last = 2027-12-31, amount = 950_000 }]
    agreed_by = 2026-11-30
"""


def test_the_talks_are_due_on_their_last_day_and_owed_by_payer_and_receiver_together() -> None:
    (found,) = owed(GIVEN, "fallback_talks")
    assert days([found]) == ["once 2026-11-30"]
    assert (found.by, found.joint) == (("the-municipality", "the-association"), True)


def test_talks_without_a_last_day_stand_open() -> None:
    assert days(owed(GIVEN.replace("    agreed_by = 2026-11-30\n", ""), "fallback_talks")) == ["once no day"]
