"""Invoice

The receiver of money invoices for each period of the plan. Sums stand under «The payment plan».
"""

from __future__ import annotations

from tests.spec.small import ONE_YEAR, days, owed, who

FUNDING = """
    [funding.grant]
    clause = "6"
    says = "Nämnden bidrar med 1 000 000 kr per år."
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


def test_in_advance_is_the_first_day_of_each_period() -> None:
    assert days(owed(FUNDING + PLAN, "invoice", **ONE_YEAR)) == [
        "2026-q1-invoice 2026-01-01",
        "2026-q2-invoice 2026-04-01",
        "2026-q3-invoice 2026-07-01",
        "2026-q4-invoice 2026-10-01",
    ]


def test_in_arrears_is_the_day_after_each_period_and_the_last_one_comes_after_the_end() -> None:
    found = owed(FUNDING + PLAN.replace("advance", "arrears"), "invoice", **ONE_YEAR)
    assert [str(each.due) for each in found] == ["2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"]
    assert [each.after_end for each in found] == [False, False, False, True]


def test_where_the_text_does_not_say_which_the_last_day_of_the_period_is_shown_and_marked() -> None:
    (found, *_) = owed(FUNDING + PLAN.replace("advance", "unspecified"), "invoice", **ONE_YEAR)
    assert days([found]) == ["2026-q1-invoice 2026-03-31 not stated"]


def test_in_arrears_as_a_reading_is_marked_and_said_to_be_one() -> None:
    assumption = """
    [[payment.plan.assumption]]
    id = "when"
    question = "I förskott eller i efterskott?"
    chosen = "I efterskott."
    alternatives = [{ id = "advance", says = "I förskott.", set = { when = "advance" } }]
    """
    (found, *_) = owed(FUNDING + PLAN.replace("advance", "arrears") + assumption, "invoice", **ONE_YEAR)
    assert days([found]) == ["2026-q1-invoice 2026-04-01 not stated"]
    assert found.reason.says == "Punkten läses som i efterskott: dagen efter 2026-01-01–2026-03-31."


def test_it_goes_from_the_receiver_to_the_payer() -> None:
    assert who(owed(FUNDING + PLAN, "invoice", **ONE_YEAR)) == ["the-association → the-municipality"]


def test_money_that_is_paid_without_an_invoice_has_none() -> None:
    assert owed(FUNDING + PLAN + "    invoiced = false\n", "invoice", **ONE_YEAR) == []
