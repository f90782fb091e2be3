"""A sum that changes when some of it is invoiced

What is invoiced is not touched. The difference goes to what is not: to the next invoice, or divided over those that are
left of the year, as the agreement says in `changed`. The year's sum comes out to the öre.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samsyn.rules.money import IndexFigure, IndexRegister, IndexTable, ReplannedYear, payment_plan, replan
from samsyn.rules.money.replan import How
from samsyn.rules.quantities import Amount, Percent
from samsyn.rules.timeline import life
from tests.spec.small import agreement

FUNDING = """
    [funding.grant]
    clause = "6"
    says = "Nämnden bidrar med ett belopp varje år."
    kind = "contribution"
    payers = ["the-municipality"]
    payees = ["the-association"]
    basis = "fixed"
    amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = SUM }]
    [payment.plan]
    clause = "6"
    says = "Bidraget faktureras kvartalsvis."
    funding = "grant"
    every = "quarter"
    when = "advance"
"""
INDEX = """
    [index.price-index]
    clause = "6"
    says = "Beloppet räknas upp den 1 januari."
    series = "PKV"
    publisher = "SKR"
    first_uplift = 2027-01-01
"""


def year(amount: str, invoiced: dict[str, int], how: How = "next", first: int = 2026) -> ReplannedYear:
    """The year after the sum has become `amount`; `invoiced` in kronor by quarter."""
    dossier = agreement(FUNDING.replace("SUM", amount), first="2026-01-01", last="2026-12-31")
    terms = dossier.agreement
    plan = payment_plan(terms, terms.payment["plan"], life(dossier))
    (found,) = replan(plan, {label: Amount.kronor(kronor) for label, kronor in invoiced.items()}, how)
    return found


def kronor(found: ReplannedYear) -> list[float]:
    return [part.amount.ore / 100 if part.amount else 0 for part in found.parts]


def test_the_difference_goes_on_the_next_invoice() -> None:
    """1 000 000 became 1 100 000 when a quarter of the first was invoiced: 250 000, then 275 000 + 25 000."""
    found = year("1_100_000", {"2026-q1": 250_000})
    assert kronor(found) == [250_000, 300_000, 275_000, 275_000]
    assert [part.invoiced for part in found.parts] == [True, False, False, False]
    assert (found.total, found.regulating) == (Amount.kronor(1_100_000), Amount(0))
    assert [part.change.ore for part in found.parts] == [-25_000_00, 25_000_00, 0, 0]


def test_or_it_is_divided_over_what_is_left_of_the_year() -> None:
    """25 000 over three: 8 333,33 and what is left of it, 8 333,34."""
    found = year("1_100_000", {"2026-q1": 250_000}, "spread")
    assert kronor(found) == [250_000, 283_333.33, 283_333.33, 283_333.34]


def test_a_lowered_sum_takes_back_what_was_invoiced_too_much() -> None:
    """1 000 000 became 600 000 when half was invoiced: 100 000 is left, and no invoice is below zero."""
    found = year("600_000", {"2026-q1": 250_000, "2026-q2": 250_000})
    assert kronor(found) == [250_000, 250_000, 0, 100_000]
    assert kronor(year("600_000", {"2026-q1": 250_000, "2026-q2": 250_000}, "spread")) == [
        250_000,
        250_000,
        50_000,
        50_000,
    ]


def test_what_nothing_is_left_to_carry_is_a_regulating_sum() -> None:
    """All four are invoiced at 250 000 and the sum became 1 100 000: 100 000 on an invoice of its own. At 900 000 the
    same 100 000 is credited."""
    all_four = {f"2026-q{number}": 250_000 for number in range(1, 5)}
    assert year("1_100_000", all_four).regulating == Amount.kronor(100_000)
    assert year("900_000", all_four).regulating == -Amount.kronor(100_000)


def test_a_lowering_below_what_is_invoiced_leaves_nothing_and_a_credit() -> None:
    found = year("400_000", {"2026-q1": 250_000, "2026-q2": 250_000})
    assert kronor(found) == [250_000, 250_000, 0, 0]
    assert found.regulating == -Amount.kronor(100_000)


def test_an_unchanged_sum_changes_nothing() -> None:
    for how in ("next", "spread"):
        found = year("1_000_000", {"2026-q1": 250_000}, how)
        assert kronor(found) == [250_000] * 4
        assert not any(part.change for part in found.parts)


def test_what_was_invoiced_for_a_period_that_the_plan_no_longer_has_counts_in_its_year() -> None:
    """January was invoiced by the month, 90 000; then the plan became quarterly: 1 000 000 − 90 000 is left."""
    found = year("1_000_000", {"2026-m01": 90_000})
    assert found.elsewhere == Amount.kronor(90_000)
    assert kronor(found) == [160_000, 250_000, 250_000, 250_000]


def test_a_year_that_is_no_longer_paid_for_is_credited() -> None:
    """The agreement ended with the year, and the first quarter of the next had been invoiced in advance."""
    dossier = agreement(FUNDING.replace("SUM", "1_000_000"), first="2026-01-01", last="2026-12-31")
    terms = dossier.agreement
    plan = payment_plan(terms, terms.payment["plan"], life(dossier))
    this, after = replan(plan, {"2027-q1": Amount.kronor(250_000)}, "next")
    assert kronor(this) == [250_000] * 4
    assert (after.parts, after.regulating) == ((), -Amount.kronor(250_000))


def test_while_a_figure_is_awaited_the_last_known_sum_is_invoiced_and_the_difference_follows() -> None:
    """1 000 000 in 2026. Without a figure 250 000 is invoiced for the first quarter of 2027; at 3 % the year is
    1 030 000, so the next invoice is 257 500 + 7 500."""
    text = FUNDING.replace("SUM", "1_000_000").replace('basis = "fixed"', 'basis = "fixed"\n    index = "price-index"')
    dossier = agreement(text + INDEX, first="2026-01-01", last="2027-12-31")
    terms = dossier.agreement
    plan = payment_plan(terms, terms.payment["plan"], life(dossier))
    _, waiting = replan(plan, {}, "next")
    assert waiting.preliminary
    assert kronor(waiting) == [250_000] * 4
    figure = {2026: IndexFigure(Percent(Decimal(3)), "forecast")}
    register = IndexRegister((IndexTable("PKV", date(2026, 12, 1), figure, "påhittad"),))
    plan = payment_plan(terms, terms.payment["plan"], life(dossier), register)
    _, known = replan(plan, {"2027-q1": Amount.kronor(250_000)}, "next")
    assert not known.preliminary
    assert kronor(known) == [250_000, 265_000, 257_500, 257_500]


def test_where_no_sum_is_settled_nothing_is_planned_anew() -> None:
    text = FUNDING.replace("SUM", "1_000_000").replace('basis = "fixed"', 'basis = "ceiling"')
    dossier = agreement(text, first="2026-01-01", last="2026-12-31")
    terms = dossier.agreement
    plan = payment_plan(terms, terms.payment["plan"], life(dossier))
    (found,) = replan(plan, {"2026-q1": Amount.kronor(100_000)}, "next")
    assert (found.total, [part.amount for part in found.parts]) == (None, [Amount.kronor(100_000), None, None, None])
