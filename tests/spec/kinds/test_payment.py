"""Payment

The payer pays, against an invoice or without. The parts of a year sum to the sum of the year.
"""

from __future__ import annotations

from tests.spec.small import ONE_YEAR, days, owed, sums

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


def test_a_fixed_day_is_the_same_every_year() -> None:
    plan = PLAN.replace('"quarter"', '"year"').replace('when = "advance"', 'when = "fixed_day"\n    due = "01-31"')
    found = owed(FUNDING + plan + "    invoiced = false\n", "payment", **ONE_YEAR)
    assert days(found) == ["2026 2026-01-31"]
    assert sums(found) == [1_000_000_00]


def test_a_fixed_day_is_for_the_payment_also_against_an_invoice_and_the_invoice_comes_before_it() -> None:
    plan = PLAN.replace('"quarter"', '"year"').replace('when = "advance"', 'when = "fixed_day"\n    due = "01-31"')
    assert days(owed(FUNDING + plan, "payment", **ONE_YEAR)) == ["2026 2026-01-31"]
    assert days(owed(FUNDING + plan, "invoice", **ONE_YEAR)) == ["2026-invoice 2026-01-31 not stated"]
    with_days = plan + "    days_to_pay = 30\n"
    assert days(owed(FUNDING + with_days, "invoice", **ONE_YEAR)) == ["2026-invoice 2026-01-31"]
    assert days(owed(FUNDING + with_days, "payment", **ONE_YEAR)) == ["2026 2026-03-02"]


def test_days_to_pay_are_counted_from_the_invoice() -> None:
    """Invoiced on 1 January, 30 days: 31 January."""
    (found, *_) = owed(FUNDING + PLAN + "    days_to_pay = 30\n", "payment", **ONE_YEAR)
    assert days([found]) == ["2026-q1 2026-01-31"]


def test_without_days_to_pay_the_last_day_of_the_period_is_shown_and_marked() -> None:
    (found, *_) = owed(FUNDING + PLAN, "payment", **ONE_YEAR)
    assert days([found]) == ["2026-q1 2026-03-31 not stated"]
    assert found.reason.says == "Mot faktura. Punkten säger ingen dag för betalningen. Periodens sista dag visas."


def test_an_invoice_in_arrears_is_not_paid_before_it_is_sent() -> None:
    (found, *_) = owed(FUNDING + PLAN.replace("advance", "arrears"), "payment", **ONE_YEAR)
    assert str(found.due) == "2026-04-01"
    assert found.reason.says == "Mot faktura. Punkten säger ingen dag för betalningen. Fakturans dag visas."


def test_a_text_without_a_sum_has_payments_without_one() -> None:
    funding = FUNDING.replace('"fixed"', '"unstated"').replace(
        "    amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_000_000 }]\n", ""
    )
    (found, *_) = owed(funding + PLAN, "payment", **ONE_YEAR)
    assert (found.amount, found.amount_note) == (None, "Texten anger ingen summa för den här delen.")


def test_the_invoice_is_said_in_the_words_of_the_term_and_the_payment_by_who_pays_whom() -> None:
    (paid, *_) = owed(FUNDING + PLAN, "payment", **ONE_YEAR)
    (invoiced, *_) = owed(FUNDING + PLAN, "invoice", **ONE_YEAR)
    assert invoiced.says == "Föreningen fakturerar varje kvartal (kvartal 1 2026)."
    assert paid.says == "Nämnden betalar Föreningen (kvartal 1 2026)."
