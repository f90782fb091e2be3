"""Index uplift: the calculation, step by step

The register of published tables ships empty: each is entered with its day of publication and its source. Until the
figure that a clause needs has been published, the sum waits for it and the last known sum is shown. The figures here
are those that were read in a published table of 2017-09-28: 2,4 % for 2015, 2,7 % for 2016, 2,8 % for 2017.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from samsyn.rules.money import EMPTY, IndexFigure, IndexRegister, IndexTable, Planned, amount_of_year
from samsyn.rules.money.sums import awaited_in, waiting_note
from samsyn.rules.obligations import duties
from samsyn.rules.quantities import Amount, Percent
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import with_alternative
from tests.spec.small import Period, agreement, sums

FUNDING = """
    [funding.grant]
    clause = "6"
    says = "Nämnden bidrar med ett belopp som räknas upp varje år."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    index = "price-index"
    amounts = [{ first = 2017-01-01, last = 2017-12-31, amount = 4_500_000 }]
"""
INDEX = """
    [index.price-index]
    clause = "6"
    says = "Beloppet räknas upp den 1 januari med PKV för föregående år."
    series = "PKV"
    publisher = "SKR"
    first_uplift = 2018-01-01
"""
PERIOD = Period(first="2017-01-01", last="2019-12-31")


def table(published: date, **percents: str) -> IndexTable:
    """table(date(2017, 9, 28), y2016="2.7 outcome", y2017="2.8 forecast")"""
    figures = {}
    for year, text in percents.items():
        percent, status = text.split()
        known: Literal["forecast", "outcome"] = "outcome" if status == "outcome" else "forecast"
        figures[int(year[1:])] = IndexFigure(Percent(Decimal(percent)), known)
    return IndexTable("PKV", published, figures, "ett publicerat exempel")


READ = table(date(2017, 9, 28), y2015="2.4 outcome", y2016="2.7 outcome", y2017="2.8 forecast")


def of_year(dossier: Dossier, year: int, *tables: IndexTable) -> Planned:
    terms = dossier.agreement
    return amount_of_year(terms, terms.funding["grant"], year, IndexRegister(tables))


def test_the_year_before_is_the_year_before_the_uplift() -> None:
    """4 500 000 · 1,028 = 4 626 000 kr."""
    found = of_year(agreement(FUNDING + INDEX, **PERIOD), 2018, READ)
    assert found.amount == Amount.kronor(4_500_000 + 4_500_000 * 28 // 1000) == Amount.kronor(4_626_000)


def test_the_calculation_is_written_out() -> None:
    found = of_year(agreement(FUNDING + INDEX, **PERIOD), 2018, READ)
    assert [(name, value.replace("\u00a0", " ")) for name, value in found.reason.inputs] == [
        ("Summa före", "4 500 000 kr"),
        ("PKV 2017", "2,8 % (prognos, publicerad 2017-09-28, ett publicerat exempel)"),
        ("Uträkning", "4 500 000 kr + 2,8 % = 4 626 000 kr"),
        ("Avrundning", "hela kronor: 4 626 000 kr"),
    ]
    assert (found.reason.clause, found.reason.term) == ("6", "price-index")


def test_a_figure_that_is_not_published_is_awaited_and_the_last_known_sum_is_shown() -> None:
    found = of_year(agreement(FUNDING + INDEX, **PERIOD), 2018)
    assert (found.amount, found.awaits, str(found)) == (None, ("PKV 2017",), "awaits PKV 2017")
    assert found.last_known == Amount.kronor(4_500_000)


def test_a_year_waits_for_every_figure_on_the_way_to_it() -> None:
    found = of_year(agreement(FUNDING + INDEX, **PERIOD), 2019)
    assert found.awaits == ("PKV 2017", "PKV 2018")
    found = of_year(agreement(FUNDING + INDEX, **PERIOD), 2019, READ)
    assert found.awaits == ("PKV 2018",)
    assert found.last_known == Amount.kronor(4_626_000)


def test_the_other_reading_is_calculated_in_the_same_way() -> None:
    """«För föregående år» has also been read as the year before that. The assumption says what it would give:
    4 500 000 · 1,027 = 4 621 500 kr instead of 4 626 000 kr."""
    given = (
        INDEX
        + """
    [[index.price-index.assumption]]
    id = "which-year"
    question = "Vilket års PKV räknas beloppet upp med?"
    chosen = "Året före uppräkningen."
    alternatives = [{ id = "two-before", says = "Två år före uppräkningen.", set = { year_offset = -2 } }]
    """
    )
    terms = agreement(FUNDING + given, **PERIOD).agreement
    other = with_alternative(terms, "which-year", "two-before")
    register = IndexRegister((READ,))
    assert amount_of_year(terms, terms.funding["grant"], 2018, register).reason.assumptions == ("which-year",)
    assert amount_of_year(other, other.funding["grant"], 2018, register).amount == Amount.kronor(4_621_500)


def test_rounding_is_the_one_that_is_named() -> None:
    """900 kr · 1,027 = 924,30 kr: 924 in whole kronor, as SKR's own example has it; 924,30 in öre; 925 upwards."""
    small = FUNDING.replace("4_500_000", "900")
    by_two = INDEX + "    year_offset = -2\n"
    for rounding, kronor in [("krona", "924"), ("ore", "924.30"), ("krona_up", "925"), ("hundred", "900")]:
        dossier = agreement(small + by_two + f'    rounding = "{rounding}"\n', **PERIOD)
        assert of_year(dossier, 2018, READ).amount == Amount.kronor(kronor)


def test_which_published_table_is_used_follows_the_clause() -> None:
    """latest_before: the last one before the uplift. october_before: the one of the October before it, or none."""
    december = table(date(2017, 12, 20), y2017="3.0 forecast")
    october = table(date(2017, 10, 18), y2017="2.9 forecast")
    late = table(date(2018, 2, 15), y2017="3.1 outcome")
    dossier = agreement(FUNDING + INDEX, **PERIOD)
    assert of_year(dossier, 2018, READ, october, december, late).amount == Amount.kronor(4_500_000 * 103 // 100)
    dossier = agreement(FUNDING + INDEX + '    publication = "october_before"\n', **PERIOD)
    assert of_year(dossier, 2018, READ, october, december, late).amount == Amount.kronor(4_630_500)
    assert of_year(dossier, 2018, READ, december).awaits == ("PKV 2017",)


def test_a_forecast_is_corrected_by_the_outcome_only_where_the_clause_says_so() -> None:
    late = table(date(2018, 2, 15), y2017="3.1 outcome")
    dossier = agreement(FUNDING + INDEX, **PERIOD)
    assert of_year(dossier, 2018, READ, late).amount == Amount.kronor(4_626_000)
    dossier = agreement(FUNDING + INDEX + "    true_up = true\n", **PERIOD)
    assert of_year(dossier, 2018, READ, late).amount == Amount.kronor(4_500_000 + 139_500)


def test_compounding_is_on_last_year_s_sum_and_else_on_the_base() -> None:
    """10 % twice on 100 000 kr: 121 000 kr on last year's sum, 120 000 kr where per cents are added on the base."""
    ten = table(date(2017, 6, 1), y2017="10 forecast", y2018="10 forecast")
    small = FUNDING.replace("4_500_000", "100_000")
    assert of_year(agreement(small + INDEX, **PERIOD), 2019, ten).amount == Amount.kronor(121_000)
    dossier = agreement(small + INDEX + "    compounding = false\n", **PERIOD)
    assert of_year(dossier, 2019, ten).amount == Amount.kronor(120_000)


def test_a_share_of_an_index_can_be_followed() -> None:
    """80 % of 2,5 % is 2 %."""
    half = table(date(2017, 6, 1), y2017="2.5 forecast")
    dossier = agreement(FUNDING + INDEX + "    share = 80\n", **PERIOD)
    assert of_year(dossier, 2018, half).amount == Amount.kronor(4_500_000 * 102 // 100)


def test_a_falling_index_lowers_the_sum_only_where_it_may() -> None:
    falling = table(date(2017, 6, 1), y2017="-1.0 forecast")
    assert of_year(agreement(FUNDING + INDEX, **PERIOD), 2018, falling).amount == Amount.kronor(4_455_000)
    dossier = agreement(FUNDING + INDEX + "    may_fall = false\n", **PERIOD)
    assert of_year(dossier, 2018, falling).amount == Amount.kronor(4_500_000)


def test_what_was_known_on_a_day_leaves_out_what_was_published_later() -> None:
    register = IndexRegister((READ,))
    assert register.known_on(date(2017, 9, 27)) == EMPTY
    assert register.known_on(date(2017, 9, 28)) == register


def test_an_uplift_within_the_calendar_year_divides_it() -> None:
    """From 1 July the sum is 2,8 % higher: half of 4 500 000 and half of 4 626 000 is 4 563 000 kr for the year."""
    given = INDEX.replace("first_uplift = 2018-01-01", 'first_uplift = 2018-07-01\n    uplift_on = "07-01"')
    found = of_year(agreement(FUNDING + given, **PERIOD), 2018, READ)
    assert found.amount == Amount((4_500_000_00 + 4_626_000_00) // 2)


def test_a_table_that_the_parties_choose_is_awaited_only_while_the_tables_differ() -> None:
    """«any»: 2,8 % in September, 2,9 % in October, and no word on which. Between two that agree there is no choice."""
    october = table(date(2017, 10, 18), y2017="2.9 forecast")
    same = table(date(2017, 10, 18), y2017="2.8 forecast")
    dossier = agreement(FUNDING + INDEX + '    publication = "any"\n', **PERIOD)
    assert of_year(dossier, 2018, READ, same).amount == Amount.kronor(4_626_000)
    found = of_year(dossier, 2018, READ, october)
    assert (found.amount, found.awaits) == (None, ("val av tabell för PKV 2017",))


def test_a_written_sum_that_reaches_past_the_first_uplift_is_the_sum_before_it() -> None:
    """1 000 000 kr a year is written for both years, uplifted on 1 January 2018: 1 000 000 · 1,028 = 1 028 000."""
    both = FUNDING.replace(
        "{ first = 2017-01-01, last = 2017-12-31, amount = 4_500_000 }",
        "{ first = 2017-01-01, last = 2018-12-31, amount = 2_000_000 }",
    )
    dossier = agreement(both + INDEX, **PERIOD)
    assert of_year(dossier, 2017, READ).amount == Amount.kronor(1_000_000)
    assert of_year(dossier, 2018, READ).amount == Amount.kronor(1_028_000)


def test_a_sum_that_is_uplifted_from_its_first_day_waits_for_the_figure_of_the_year_before() -> None:
    """The first uplift on the first day: 4 500 000 · 1,027 = 4 621 500 kr already for 2017."""
    given = INDEX.replace("2018-01-01", "2017-01-01")
    before = table(date(2016, 12, 20), y2016="2.7 forecast")
    assert of_year(agreement(FUNDING + given, **PERIOD), 2017).awaits == ("PKV 2016",)
    assert of_year(agreement(FUNDING + given, **PERIOD), 2017, before).amount == Amount.kronor(4_621_500)


def test_an_uplifted_year_that_is_cut_pays_whole_quarters_in_full() -> None:
    """4 626 000 kr a year from 2018, ended on 15 September: 1 156 500 kr a quarter, and then what is left,
    4 626 000 · 8,5 / 12 − 2 · 1 156 500 = 963 750 kr."""
    plan = """
    [payment.plan]
    clause = "6"
    says = "Betalas kvartalsvis."
    funding = "grant"
    every = "quarter"
    when = "advance"
    [notice.none]
    clause = "8"
    says = "Ingen uppsägningstid."
    months = 0
    """
    notice = """
    [change]
    id = "notice"
    kind = "notice"
    clause = "8"
    says = "Föreningen sade upp."
    on = 2018-09-15
    """
    found = duties(agreement(FUNDING + INDEX + plan, notice, **PERIOD), index=IndexRegister((READ,)))
    assert sums([each for each in found if each.kind == "payment" and each.window.start.year == 2018]) == [
        1_156_500_00, 1_156_500_00, 4_626_000_00 * 17 // 24 - 2 * 1_156_500_00,
    ]  # fmt: skip


def test_the_words_about_what_is_awaited_can_be_read_back() -> None:
    """So that a list over many agreements can say which figures to look for."""
    for awaits in ((), ("PKV 2026",), ("val av tabell för PKV 2026", "PKV 2027")):
        assert awaited_in(waiting_note(awaits, Amount.kronor(1))) == awaits
    assert awaited_in("Efter kostnad.") == ()
