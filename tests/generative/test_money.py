"""Sums: to the öre, however a year is cut and whoever pays."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.rules.money import IndexFigure, IndexRegister, IndexTable, amount_between, payment_plan, replan
from samsyn.rules.money.uplift import levels
from samsyn.rules.obligations import Obligation, duties, duties_of, plans_of
from samsyn.rules.periods import MONTH, length
from samsyn.rules.quantities import Amount, DateRange, Percent
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import Index
from samsyn.rules.timeline import terms_on
from tests.generative.agreements import agreements, change, days_in, dossier

often = settings(deadline=None, max_examples=100)
Data = st.DataObject


@often
@given(agreements())
def test_a_year_s_payments_sum_to_the_year_s_amount_to_the_ore(signed: Agreement) -> None:
    payment = signed.payment["plan"]
    paid: dict[DateRange, int] = defaultdict(int)
    grant = signed.funding["grant"]
    payers: tuple[str | None, ...] = grant.payers if grant.shares else (None,)
    for payer in payers:
        for each in payment_plan(signed, payment, signed.span, payer=payer):
            assert each.amount is not None
            paid[each.year] += each.amount.ore
    for year, ore in paid.items():
        amount = amount_between(signed, signed.funding["grant"], year).amount
        assert amount is not None
        assert ore == amount.ore, year


@often
@given(agreements())
def test_all_payments_of_an_agreement_sum_to_all_that_is_written(signed: Agreement) -> None:
    written = sum(row.amount.ore for row in signed.funding["grant"].amounts)
    paid = [each.amount.ore for each in duties_of(signed) if each.kind == "payment" and each.amount is not None]
    assert sum(paid) == written


@often
@given(agreements(), st.data())
def test_no_payment_is_negative_and_a_whole_period_is_its_exact_part_wherever_the_agreement_ends(
    signed: Agreement, draw: Data
) -> None:
    """All but the last of a row in a year, which carries what is left."""
    cut = DateRange.through(signed.span.start, draw.draw(days_in(signed.span)))
    grant, plan = signed.funding["grant"], signed.payment["plan"]
    for payer in grant.payers if grant.shares else (None,):
        parts = payment_plan(signed, plan, cut, payer=payer)
        assert all(each.amount is not None and each.amount.ore >= 0 for each in parts)
        for row in grant.amounts if payer is None else ():
            span = DateRange.through(row.first, row.last)
            inside = [each for each in parts if span.covers(each.slot.window)]
            for each, after in pairwise(inside):
                if each.year == after.year and each.amount is not None:
                    assert each.amount.ore == row.amount.ore * length(each.slot.window) // length(span)


@often
@given(agreements())
def test_invoices_and_payments_are_about_the_same_sums(signed: Agreement) -> None:
    found = duties_of(signed)
    if signed.payment["plan"].invoiced:
        assert _sums(found, "invoice") == _sums(found, "payment")


@often
@given(agreements(), st.data())
def test_sums_of_periods_that_join_add_up(signed: Agreement, draw: Data) -> None:
    funding, span = signed.funding["grant"], signed.span
    day = draw.draw(days_in(span))
    if day == span.start:
        return
    joined = (DateRange(span.start, day), DateRange(day, span.end))
    parts = [amount_between(signed, funding, part).amount for part in joined]
    whole = amount_between(signed, funding, span).amount
    assert whole is not None
    assert sum(part.ore for part in parts if part) == whole.ore


@often
@given(agreements(), st.data())
def test_a_year_in_which_the_sum_is_changed_is_evened_out(signed: Agreement, draw: Data) -> None:
    """The payments of every year sum to what the terms on its last day say."""
    rows = [{"first": row.first, "last": row.last, "amount": Decimal(row.amount.ore + 12345) / 100}
            for row in signed.funding["grant"].amounts]  # fmt: skip
    on = draw.draw(days_in(signed.span))
    amended = dossier(signed, change("amendment", on, 1, {"set": {"funding": {"grant": {"amounts": rows}}}}))
    old, new = duties_of(signed), duties_of(terms_on(amended, signed.span.last))
    for kind in ("payment", "invoice"):
        ends = {each.slot.year: each.window.last for each in old if each.kind == kind and each.slot}
        before, after, found = (_by_year(which, kind) for which in (old, new, duties(amended)))
        assert found == {year: after[year] if last >= on else before[year] for year, last in ends.items()}


def _sums(found: list[Obligation], kind: str) -> list[int]:
    return sorted(each.amount.ore for each in found if each.kind == kind and each.amount is not None)


def _by_year(found: list[Obligation], kind: str) -> dict[int, int]:
    years: dict[int, int] = defaultdict(int)
    for each in found:
        if each.kind == kind and each.slot and each.amount is not None:
            years[each.slot.year] += each.amount.ore
    return years


@often
@given(st.integers(0, 10**12), st.integers(1, 60))
def test_an_amount_is_split_without_losing_an_ore(ore: int, parts: int) -> None:
    split = Amount(ore).split(parts)
    assert sum(part.ore for part in split) == ore
    assert len(split) == parts
    assert all(part == split[0] for part in split[:-1])


@often
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_every_whole_month_weighs_the_same(day: date, months: int) -> None:
    first = day.replace(day=1)
    end_year, end_month = divmod(first.year * 12 + first.month - 1 + months, 12)
    assert length(DateRange(first, date(end_year, end_month + 1, 1))) == months * MONTH


percents = st.integers(-500, 1500).map(lambda hundredths: Percent(Decimal(hundredths) / 100))


@often
@given(st.lists(percents, min_size=1, max_size=6), st.integers(1, 10**10), st.booleans(), st.booleans())
def test_an_uplift_that_may_not_fall_never_does_and_nothing_published_is_skipped(
    published: list[Percent], ore: int, compounding: bool, may_fall: bool
) -> None:
    rule = Index(id="index", clause="1", says="Index", series="X", publisher="Y", first_uplift=date(2021, 1, 1),
                 compounding=compounding, may_fall=may_fall, rounding="ore")  # fmt: skip
    figures = {2020 + number: IndexFigure(percent, "outcome") for number, percent in enumerate(published)}
    register = IndexRegister((IndexTable("X", date(2020, 6, 1), figures, "exempel"),))
    years = DateRange(date(2020, 1, 1), date(2023 + len(published), 1, 1))
    found = list(levels(rule, Amount(ore), register, years))
    known = [level.amount for level in found if level.amount is not None]
    assert len(known) == 1 + len(published)
    assert all(level.awaits for level in found[len(known) :])
    if not may_fall:
        assert all(before.ore <= after.ore for before, after in pairwise(known))


@often
@given(agreements(), st.data(), st.sampled_from(["next", "spread"]))
def test_a_plan_made_anew_sums_to_the_year_and_touches_nothing_invoiced(
    signed: Agreement, draw: Data, how: Literal["next", "spread"]
) -> None:
    """Whatever was invoiced, in whatever order: also for periods that the plan does not have."""
    plan = payment_plan(signed, signed.payment["plan"], signed.span)
    labels = [each.slot.label for each in plan] + ["2020-x1", f"{signed.span.start.year}-x2"]
    amounts = st.integers(-(10**8), 10**10).map(Amount)
    invoiced = draw.draw(st.dictionaries(st.sampled_from(labels), amounts))
    found = replan(plan, invoiced, how)
    for year in found:
        assert year.total is not None
        parts = [part.amount for part in year.parts]
        assert sum(each.ore for each in parts if each) + year.elsewhere.ore + year.regulating.ore == year.total.ore
        assert not year.regulating or all(not part.amount for part in year.parts if not part.invoiced)
        for part in year.parts:
            assert part.amount is not None
            assert part.amount == invoiced.get(part.planned.slot.label, part.amount)
            assert part.invoiced or part.amount.ore >= 0
    stray = sum(amount.ore for label, amount in invoiced.items() if label not in {each.slot.label for each in plan})
    assert sum(year.elsewhere.ore for year in found) == stray


@often
@given(agreements())
def test_the_plans_of_a_dossier_are_those_of_its_terms_and_sum_to_what_is_written(signed: Agreement) -> None:
    plans = plans_of(dossier(signed))
    parts = [part.amount for plan in plans for part in plan.parts]
    assert sum(each.ore for each in parts if each) == sum(row.amount.ore for row in signed.funding["grant"].amounts)


@often
@given(agreements(), st.data())
def test_the_plans_of_an_amended_dossier_sum_to_its_payments(signed: Agreement, draw: Data) -> None:
    rows = [{"first": row.first, "last": row.last, "amount": Decimal(row.amount.ore + 12345) / 100}
            for row in signed.funding["grant"].amounts]  # fmt: skip
    on = draw.draw(days_in(signed.span))
    amended = dossier(signed, change("amendment", on, 1, {"set": {"funding": {"grant": {"amounts": rows}}}}))
    planned = [part.amount for plan in plans_of(amended) for part in plan.parts]
    paid = [each.amount for each in duties(amended) if each.kind == "payment"]
    assert sum(each.ore for each in planned if each) == sum(each.ore for each in paid if each)
