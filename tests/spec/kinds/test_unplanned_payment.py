"""Payment without a plan

Money that is promised while no clause says in what parts or when it is paid. It is owed all the same, so it stands
among what the payer owes, without a day, until a payment plan is written.
"""

from __future__ import annotations

from samsyn.rules.quantities import Amount
from tests.spec.small import ONE_YEAR, days, owed, who

GIVEN = """
    [funding.grant]
    clause = "6"
    says = "Nämnden bidrar med 1 000 000 kr."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_000_000 }]
"""
PLAN = """
    [payment.plan]
    clause = "6"
    says = "Föreningen fakturerar varje kvartal."
    funding = "grant"
    every = "quarter"
    when = "advance"
"""


def test_it_stands_without_a_day_and_with_what_is_written() -> None:
    found = owed(GIVEN, "unplanned_payment", **ONE_YEAR)
    assert days(found) == ["standing no day"]
    assert who(found) == ["the-municipality → the-association"]
    assert found[0].amount_note == f"{Amount.kronor(1_000_000)} för 2026-01-01–2026-12-31."
    assert found[0].reason.says == "Punkten säger inte när eller i vilka delar pengarna betalas."


def test_a_text_without_a_sum_says_so() -> None:
    (amounts,) = [line for line in GIVEN.splitlines() if "amounts" in line]
    (found,) = owed(GIVEN.replace('"fixed"', '"unstated"').replace(amounts, ""), "unplanned_payment", **ONE_YEAR)
    assert found.amount_note == "Texten anger ingen summa."


def test_a_payment_plan_takes_its_place() -> None:
    assert owed(GIVEN + PLAN, "unplanned_payment", **ONE_YEAR) == []
