"""The payment plan: parts of a year that sum to the year, to the öre

A period is paid its part of the sum by length: every month weighs the same, and a day is an equal part of its month.
Each part is rounded down to whole öre and the last one of the year carries what is left of the year's sum.
"""

from __future__ import annotations

import pytest

from samsyn.rules.money import amount_of_year, payment_plan
from samsyn.rules.quantities import Amount
from samsyn.rules.timeline import life
from tests.spec.small import ONE_YEAR, agreement, days, owed, sums

FUNDING = """
    [funding.grant]
    clause = "6"
    says = "Nämnden bidrar med ett belopp varje år."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_000_000 }]
"""
PAYMENT = """
    [payment.plan]
    clause = "6"
    says = "Bidraget betalas i delar."
    funding = "grant"
    every = "quarter"
    when = "advance"
    invoiced = false
"""


def paid(
    payment: str = PAYMENT, funding: str = FUNDING, first: str = "2026-01-01", last: str = "2026-12-31"
) -> list[int]:
    """The payments of the agreement in öre."""
    return sums(owed(funding + payment, "payment", first=first, last=last))


def test_four_quarters_are_four_equal_parts() -> None:
    assert paid() == [1_000_000_00 // 4] * 4 == [250_000_00] * 4


def test_a_sum_that_does_not_divide_leaves_its_rest_on_the_last() -> None:
    """1 000 000 / 12 = 83 333,333… kr. Eleven of 83 333,33 and one of 83 333,37."""
    parts = paid(PAYMENT.replace("quarter", "month"))
    assert parts == [83_333_33] * 11 + [83_333_37]
    assert sum(parts) == 1_000_000_00


@pytest.mark.parametrize(("every", "parts"), [("two_months", 6), ("four_months", 3), ("half_year", 2), ("year", 1)])
def test_other_periods_are_divided_in_the_same_way(every: str, parts: int) -> None:
    found = paid(PAYMENT.replace('"quarter"', f'"{every}"'))
    assert (len(found), sum(found)) == (parts, 1_000_000_00)


def test_an_agreement_that_begins_in_may_pays_for_eight_months_of_the_year() -> None:
    """800 000 kr for 1 May to 31 December: the second quarter holds two of its three months. 800 000 · 2 / 8 = 200 000,
    then 800 000 · 3 / 8 = 300 000 twice."""
    funding = FUNDING.replace("2026-01-01", "2026-05-01").replace("1_000_000", "800_000")
    found = paid(funding=funding, first="2026-05-01", last="2026-12-31")
    assert found == [200_000_00, 300_000_00, 300_000_00]


def test_a_sum_for_two_years_is_divided_by_months_not_by_days() -> None:
    """A leap year is paid as any other: 2 000 000 for 2027 and 2028 is 1 000 000 each."""
    funding = FUNDING.replace("2026-01-01", "2027-01-01").replace("2026-12-31", "2028-12-31")
    found = paid(PAYMENT.replace("quarter", "year"), funding.replace("1_000_000", "2_000_000"),
                 first="2027-01-01", last="2028-12-31")  # fmt: skip
    assert found == [1_000_000_00, 1_000_000_00]


def test_periods_that_the_text_lists_are_paid_as_listed() -> None:
    """A listed period that is a calendar quarter is named as one."""
    payment = PAYMENT.replace(
        'every = "quarter"',
        """every = "periods"
    periods = [
        { first = 2026-01-01, last = 2026-03-31 },
        { first = 2026-04-01, last = 2026-12-31 },
    ]""",
    )
    found = owed(FUNDING + payment, "payment", **ONE_YEAR)
    assert days(found) == ["2026-q1 2026-01-01", "2026-04-01 2026-04-01"]
    assert [each.which() for each in found] == ["kvartal 1 2026", "2026-04-01–2026-12-31"]
    assert sums(found) == [1_000_000_00 * 3 // 12, 1_000_000_00 * 9 // 12]


def test_years_of_the_agreement_sum_to_their_own_sums() -> None:
    """From May to April: four quarters of the agreement, each a fourth of the sum of the agreement year."""
    funding = FUNDING.replace("2026-01-01", "2026-05-01").replace("2026-12-31", "2027-04-30")
    payment = PAYMENT + '    aligned = "agreement"\n'
    found = owed(funding + payment, "payment", first="2026-05-01", last="2027-04-30")
    assert days(found) == [
        "2026-q1 2026-05-01",
        "2026-q2 2026-08-01",
        "2026-q3 2026-11-01",
        "2026-q4 2027-02-01",
    ]
    assert sums(found) == [250_000_00] * 4


def test_payers_with_shares_pay_each_its_own_part() -> None:
    """Two thirds and one third in per cent with decimals; the last payer carries the öre that is left.

    1 000 000 · 66,67 % = 666 700 and the rest is 333 300; a fourth of each: 166 675 and 83 325.
    """
    funding = FUNDING.replace(
        'payers = ["the-municipality"]',
        """payers = ["the-municipality", "the-other-association"]
    shares = [
        { party = "the-municipality", percent = 66.67 },
        { party = "the-other-association", percent = 33.33 },
    ]""",
    )
    found = owed(funding + PAYMENT, "payment", **ONE_YEAR)
    assert days(found[:2]) == ["2026-q1-the-municipality 2026-01-01", "2026-q1-the-other-association 2026-01-01"]
    assert sums(found) == [166_675_00, 83_325_00] * 4


def test_payers_can_pay_on_days_of_their_own() -> None:
    """One plan for each, named in `by`; together they are the whole year."""
    funding = FUNDING.replace(
        'payers = ["the-municipality"]',
        """payers = ["the-municipality", "the-other-association"]
    shares = [
        { party = "the-municipality", percent = 75 },
        { party = "the-other-association", percent = 25 },
    ]""",
    )
    yearly = PAYMENT.replace("payment.plan", "payment.yearly").replace('"quarter"', '"year"')
    both = yearly + '    by = ["the-municipality"]\n' + PAYMENT + '    by = ["the-other-association"]\n'
    found = owed(funding + both, "payment", **ONE_YEAR)
    assert days(found) == [
        "2026-q1 2026-01-01",
        "2026 2026-01-01",
        "2026-q2 2026-04-01",
        "2026-q3 2026-07-01",
        "2026-q4 2026-10-01",
    ]
    assert sums(found) == [62_500_00, 750_000_00, 62_500_00, 62_500_00, 62_500_00]


def test_payers_whose_shares_are_not_said_owe_the_sum_together() -> None:
    funding = FUNDING.replace('payers = ["the-municipality"]', 'payers = ["the-municipality", "the-other-association"]')
    (first, *_) = owed(funding + PAYMENT, "payment", **ONE_YEAR)
    assert (first.joint, first.amount) == (True, Amount.kronor(250_000))
    assert first.amount_note == "Texten säger inte hur summan delas mellan dem."


def test_where_one_of_several_payers_gets_the_only_plan_it_pays_the_whole() -> None:
    """And where each has a plan but nobody wrote the shares, no sum is guessed."""
    funding = FUNDING.replace('payers = ["the-municipality"]', 'payers = ["the-municipality", "the-other-association"]')
    one = PAYMENT + '    by = ["the-municipality"]\n'
    assert paid(one, funding) == [250_000_00] * 4
    other = one.replace("payment.plan", "payment.other").replace(
        'by = ["the-municipality"]', 'by = ["the-other-association"]'
    )
    (first, *_) = owed(funding + one + other, "payment", **ONE_YEAR)
    assert first.amount is None


def test_a_sum_per_inhabitant_is_the_rate_times_those_counted() -> None:
    """12,50 kr · 41 200 inhabitants = 515 000 kr in a year; a year that nobody has counted waits for its count."""
    funding = """
    [funding.grant]
    clause = "6"
    says = "Nämnden betalar per invånare."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "per_inhabitant"
    rate = 12.50
    inhabitants = [{ first = 2026-01-01, last = 2026-12-31, count = 41_200, source = "SCB 2025-12-31" }]
    """
    yearly = PAYMENT.replace('"quarter"', '"year"')
    first, second = owed(funding + yearly, "payment", first="2026-01-01", last="2027-12-31")
    assert first.amount == Amount(12_50 * 41_200)
    assert second.amount is None
    assert second.amount_note == f"Väntar på invånarantal 2027. Senast kända summa: {Amount(12_50 * 41_200)}."


def test_a_cost_has_no_sum_beforehand_and_what_is_written_is_shown_beside_it() -> None:
    """A ceiling is the most that is paid; for a cost that is only reckoned the sum binds nobody."""
    whole = f"{Amount.kronor(1_000_000)} för 2026-01-01–2026-12-31"
    for basis, limit in [("ceiling", "sammanlagt högst"), ("verified_cost", "beräknat till")]:
        found = owed(FUNDING.replace('"fixed"', f'"{basis}"') + PAYMENT, "payment", **ONE_YEAR)
        assert {each.amount for each in found} == {None}
        assert {each.amount_note for each in found} == {f"Efter kostnad, {limit} {whole}."}


def test_costs_that_must_be_shown_do_not_by_themselves_decide_the_sum() -> None:
    """A fixed sum stays fixed; of a ceiling, what is shown is what is paid."""
    (fixed, *_) = owed(FUNDING + PAYMENT + "    verified = true\n", "payment", **ONE_YEAR)
    assert (fixed.amount, fixed.amount_note) == (Amount.kronor(250_000), "Kostnaderna ska visas i underlaget.")
    (limit, *_) = owed(
        FUNDING.replace('"fixed"', '"ceiling"') + PAYMENT + "    verified = true\n", "payment", **ONE_YEAR
    )
    assert limit.amount_note.startswith("Efter kostnader som visas i underlaget, sammanlagt högst")


def test_parts_that_are_open_have_no_sum_beforehand() -> None:
    (found, *_) = owed(FUNDING + PAYMENT + '    parts = "open"\n', "payment", **ONE_YEAR)
    whole = f"{Amount.kronor(1_000_000)} för 2026-01-01–2026-12-31"
    assert found.amount_note == f"Delarna är inte bestämda i förväg, sammanlagt {whole}."


def test_the_plan_itself_divides_no_cost_beforehand() -> None:
    """It says what its obligations say: nothing, until the cost is shown."""
    dossier = agreement(FUNDING.replace('"fixed"', '"ceiling"') + PAYMENT, **ONE_YEAR)
    plan = payment_plan(dossier.agreement, dossier.agreement.payment["plan"], dossier.agreement.span)
    assert [(each.amount, each.last_known, each.is_open) for each in plan] == [(None, None, True)] * 4


NOTICE = """
    [notice.a-day]
    clause = "8"
    says = "Uppsägningstiden är noll månader."
    months = 0
"""
GIVEN = """
    [change]
    id = "notice"
    kind = "notice"
    clause = "8"
    says = "Föreningen sade upp."
    on = 2027-09-15
"""
TWO_YEARS = FUNDING.replace(
    "amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_000_000 }]",
    """amounts = [
        { first = 2026-01-01, last = 2026-12-31, amount = 500_000 },
        { first = 2027-01-01, last = 2027-12-31, amount = 500_000 },
    ]""",
)


def test_a_year_that_is_cut_pays_whole_quarters_in_full_and_the_cut_one_what_is_left() -> None:
    """The agreement ends on 15 September 2027. 500 000 · 8,5 / 12 = 354 166,66 kr (rounded down) for that year:
    two quarters of 500 000 / 4 = 125 000 kr, and 354 166,66 − 250 000 = 104 166,66 kr for July to 15 September."""
    found = sums(owed(TWO_YEARS + NOTICE + PAYMENT, "payment", GIVEN, last="2027-12-31"))
    assert found == [125_000_00] * 6 + [104_166_66]
    assert sum(found[4:]) == 500_000_00 * 17 // 24


def test_a_year_that_is_ended_early_is_paid_in_full_where_the_text_says_so() -> None:
    """The same notice: 125 000 + 125 000, and the last payment carries what is left of 500 000 kr."""
    whole = TWO_YEARS.replace('basis = "fixed"', 'basis = "fixed"\n    ended_early = "whole_year"')
    found = sums(owed(whole + NOTICE + PAYMENT, "payment", GIVEN, last="2027-12-31"))
    assert found == [125_000_00] * 6 + [500_000_00 - 2 * 125_000_00]
    dossier = agreement(whole + NOTICE, GIVEN, last="2027-12-31")
    funding = dossier.agreement.funding["grant"]
    assert amount_of_year(dossier.agreement, funding, 2027, life=life(dossier)).amount == Amount.kronor(500_000)


def test_shares_of_a_year_that_is_cut_are_also_whole_where_the_quarter_is() -> None:
    """Three quarters and one quarter of 125 000 kr; of the cut quarter, together what is left of the year's sum."""
    shared = TWO_YEARS.replace(
        'payers = ["the-municipality"]',
        """payers = ["the-municipality", "the-other-association"]
    shares = [
        { party = "the-municipality", percent = 75 },
        { party = "the-other-association", percent = 25 },
    ]""",
    )
    found = sums(owed(shared + NOTICE + PAYMENT, "payment", GIVEN, last="2027-12-31"))
    assert found[:-2] == [93_750_00, 31_250_00] * 6
    assert sum(found[-2:]) == 104_166_66


def test_when_the_sum_changes_within_a_year_the_last_payment_evens_the_year_out() -> None:
    """Two quarters of 250 000 had fallen due when the year's sum became 1 100 000 on 1 September, and the third.
    The last one is what is left: 1 100 000 − 3 · 250 000 = 350 000."""
    change = """
        [change]
        id = "more"
        kind = "amendment"
        clause = "9"
        says = "Mer pengar för året."
        on = 2026-09-01
        [set.funding.grant]
        amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_100_000 }]
    """
    found = owed(FUNDING + PAYMENT, "payment", change, **ONE_YEAR)
    assert sums(found) == [250_000_00, 250_000_00, 250_000_00, 1_100_000_00 - 3 * 250_000_00]


def test_a_new_rhythm_does_not_pay_for_what_the_old_plan_has_paid() -> None:
    """Quarterly in advance until 10 May, monthly after. April to June are paid; July is the first month."""
    change = """
        [change]
        id = "monthly"
        kind = "amendment"
        clause = "9"
        says = "Varje månad."
        on = 2026-05-10
        [set.payment.plan]
        every = "month"
    """
    found = owed(FUNDING + PAYMENT, "payment", change, **ONE_YEAR)
    assert [each.occurrence for each in found] == [
        "2026-q1", "2026-q2", "2026-m07", "2026-m08", "2026-m09", "2026-m10", "2026-m11", "2026-m12",
    ]  # fmt: skip
    assert sum(sums(found)) == 1_000_000_00
