"""Index uplift

One obligation for each day on which a sum changes: both sides see the calculation. The calculation itself stands under
«Index uplift: the calculation, step by step».
"""

from __future__ import annotations

from samsyn.rules.quantities import Amount
from tests.spec.small import days, owed

GIVEN = """
    [funding.grant]
    clause = "6"
    says = "Nämnden bidrar med 1 000 000 kr 2026, sedan med uppräkning."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    index = "price-index"
    amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_000_000 }]

    [index.price-index]
    clause = "6"
    says = "Beloppet räknas upp den 1 januari med PKV för föregående år."
    series = "PKV"
    publisher = "SKR"
    first_uplift = 2027-01-01
"""


def test_the_first_uplift_is_the_one_that_the_clause_names_and_then_every_year() -> None:
    assert days(owed(GIVEN, "uplift")) == ["2027 2027-01-01", "2028 2028-01-01"]


def test_payer_and_receiver_owe_it_together() -> None:
    (found, *_) = owed(GIVEN, "uplift")
    assert (found.by, found.joint) == (("the-municipality", "the-association"), True)


def test_it_waits_for_the_figure_and_shows_the_last_known_sum() -> None:
    (found, *_) = owed(GIVEN, "uplift")
    assert found.amount is None
    assert found.amount_note == f"Väntar på PKV 2026. Senast kända summa: {Amount.kronor(1_000_000)}."


def test_a_second_sum_that_follows_the_same_index_has_its_own() -> None:
    second = GIVEN[: GIVEN.index("[index")].replace("funding.grant", "funding.rent")
    assert [each.occurrence for each in owed(GIVEN + second, "uplift", last="2027-12-31")] == ["2027", "2027-rent"]
