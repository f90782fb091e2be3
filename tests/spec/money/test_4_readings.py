"""What the other readings would give, in kronor

Where a clause can be read in several ways the page shows the reading that is used, and beside it what each of the
others would make of the sum of the year. The published figures are the real ones of 2017-09-28.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.money import IndexRegister, MoneyReading, amount_of_year, money_readings
from samsyn.rules.money.published import shipped
from samsyn.rules.quantities import Amount
from tests.spec.small import agreement

REAL = IndexRegister(tuple(each.table for each in shipped()))
TERMS = """
    [funding.fee]
    clause = "6"
    says = "Nämnden betalar en avgift som räknas upp varje år."
    kind = "compensation"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    index = "price-index"
    amounts = [{ first = 2017-01-01, last = 2017-12-31, amount = 900 }]
    [[funding.fee.assumption]]
    id = "what-it-is-called"
    question = "Vad kallas den?"
    chosen = "Ersättning."
    alternatives = [{ id = "other-word", says = "Avgift." }]
    [index.price-index]
    clause = "7"
    says = "Avgiften räknas upp den 1 januari med PKV."
    series = "PKV"
    publisher = "SKR"
    first_uplift = 2018-01-01
    year_offset = -2
    [[index.price-index.assumption]]
    id = "which-year"
    question = "Vilket års PKV?"
    chosen = "Två år före."
    alternatives = [
        { id = "one-before", says = "Året före.", set = { year_offset = -1 } },
        { id = "same-year", says = "Samma år.", set = { year_offset = 0 } },
    ]
    [[index.price-index.assumption]]
    id = "rounding"
    question = "Hur avrundas det?"
    chosen = "Till hela kronor."
    alternatives = [{ id = "ore", says = "Till ören.", set = { rounding = "ore" } }]
    [payment.plan]
    clause = "8"
    says = "Avgiften betalas i två delar."
    funding = "fee"
    every = "half_year"
    when = "advance"
    [[payment.plan.assumption]]
    id = "how-often"
    question = "I hur många delar?"
    chosen = "Två."
    alternatives = [{ id = "four", says = "Fyra.", set = { every = "quarter" } }]
"""


def readings() -> dict[str, MoneyReading]:
    terms = agreement(TERMS, first="2017-01-01", last="2019-12-31").agreement
    found = money_readings(terms, terms.funding["fee"], 2018, REAL)
    return {each.alternative.id: each for each in found}


def test_the_published_example_comes_out() -> None:
    """900 kr · 1,027 = 924,30 kr, rounded to 924 kr: the publisher's own example, by the published figure for 2016."""
    terms = agreement(TERMS, first="2017-01-01", last="2019-12-31").agreement
    assert amount_of_year(terms, terms.funding["fee"], 2018, REAL).amount == Amount.kronor(900 + 24)


def test_every_other_reading_says_what_it_would_give() -> None:
    """By 2017 (2,8 %): 925,20, rounded to 925, one krona more. In öre: 924,30."""
    found = readings()
    assert list(found) == ["one-before", "same-year", "ore", "four"]
    assert (found["one-before"].planned.amount, found["one-before"].difference) == (
        Amount.kronor(925),
        Amount.kronor(1),
    )
    assert (found["ore"].planned.amount, found["ore"].difference) == (Amount(924_30), Amount(30))


def test_a_reading_whose_figure_is_not_published_says_what_it_waits_for() -> None:
    """The same year is 2018, which no table that ships has."""
    found = readings()["same-year"]
    assert (found.planned.amount, found.planned.awaits, found.difference) == (None, ("PKV 2018",), None)


def test_a_reading_of_how_it_is_paid_gives_the_same_sum_in_other_parts() -> None:
    found = readings()["four"]
    assert found.same_sum
    assert not found.same_parts
    assert found.parts == (Amount.kronor(231),) * 4
    assert found.clause == "8"


def test_a_reading_that_changes_only_words_is_left_out() -> None:
    assert "other-word" not in readings()


def test_the_tables_that_ship_are_those_that_were_read() -> None:
    """2015 2,4 %, 2016 2,7 %, 2017 2,8 %. The 3 % for 2018 stands only in a question, and is left out."""
    (table,) = REAL.tables
    assert (table.series, table.published) == ("PKV", date(2017, 9, 28))
    assert {year: str(figure.percent) for year, figure in table.figures.items()} == {
        2015: "2,4\u00a0%", 2016: "2,7\u00a0%", 2017: "2,8\u00a0%",
    }  # fmt: skip
    assert table.source.startswith("https://")
