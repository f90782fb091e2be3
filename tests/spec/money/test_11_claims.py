"""Money that is claimed back

A claim is raised, answered, weighed against every exception of its clause, decided in the form that the clause and the
mandates demand, and paid, at once or in parts that sum to what is owed.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.rules.money.claims import (
    Facts,
    State,
    due_next,
    instalments,
    left,
    may_be_claimed,
    state,
    unconsidered,
)
from samsyn.rules.quantities import Amount
from samsyn.rules.terms.resources import Repayment
from tests.spec.small import agreement

CLAUSE = """
    [repayment.back]
    clause = "6"
    says = "Staden kan kräva tillbaka det som använts till annat."
    by = ["the-association"]
    to = ["the-municipality"]
    cause = "misuse"
    extent = "affected_part"
    proportional = true
    exceptions = ["a) omsorgsfull", "b) oproportionerligt"]
"""


slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def clause(text: str = CLAUSE) -> Repayment:
    return agreement(text).agreement.repayment["back"]


def test_every_exception_is_considered_before_anything_is_decided() -> None:
    assert unconsidered(clause(), []) == ("a) omsorgsfull", "b) oproportionerligt")
    assert unconsidered(clause(), ["b) oproportionerligt"]) == ("a) omsorgsfull",)
    assert unconsidered(clause(), ["a) omsorgsfull", "b) oproportionerligt"]) == ()


def test_a_clause_without_exceptions_has_none_to_consider() -> None:
    plain = CLAUSE.replace('exceptions = ["a) omsorgsfull", "b) oproportionerligt"]', "")
    assert unconsidered(clause(plain.replace("proportional = true", "")), []) == ()


def test_a_clause_that_only_speaks_of_proportion_has_that_to_consider() -> None:
    plain = CLAUSE.replace('exceptions = ["a) omsorgsfull", "b) oproportionerligt"]', "")
    assert unconsidered(clause(plain), []) == ("Kravet vore oproportionerligt",)


@pytest.mark.parametrize(
    ("extent", "kronor", "may"),
    [
        ("affected_part", 10_000, True),
        ("affected_part", 9_000, True),
        ("affected_part", 10_001, False),
        ("affected_part", 0, False),
        ("part_or_whole", 10_001, False),
        ("whole", 9_000, False),
        ("whole", 10_000, True),
    ],
)
def test_never_more_than_the_sum_that_the_claim_is_about(extent: str, kronor: int, may: bool) -> None:
    term = clause(CLAUSE.replace("affected_part", extent))
    assert may_be_claimed(term, Amount.kronor(kronor), Amount.kronor(10_000)) is may


def test_where_a_claim_stands_is_the_last_thing_that_is_true() -> None:
    assert state(Facts()) == State.DRAFT
    assert state(Facts(raised=True)) == State.RAISED
    assert state(Facts(raised=True, answered=True)) == State.ANSWERED
    assert state(Facts(raised=True, deciding=True)) == State.DECIDING, "nobody can stop it by not answering"
    assert state(Facts(raised=True, answered=True, owed=Amount(1))) == State.OWED
    assert state(Facts(raised=True, owed=Amount(1), settled=True)) == State.SETTLED
    assert state(Facts(raised=True, answered=True, withdrawn=True)) == State.WITHDRAWN


def test_ten_thousand_in_three_parts_carries_what_is_left_in_the_last() -> None:
    assert instalments(Amount.kronor(10_000), 3, date(2026, 1, 31)) == (
        (date(2026, 1, 31), Amount(3_333_33)),
        (date(2026, 2, 28), Amount(3_333_33)),
        (date(2026, 3, 31), Amount(3_333_34)),
    )


def test_less_than_an_ore_each_is_no_plan() -> None:
    with pytest.raises(ValueError, match="parts"):
        instalments(Amount(2), 3, date(2026, 1, 1))


@slowly
@given(st.integers(100, 10**12), st.integers(1, 60), st.dates(date(2020, 1, 1), date(2060, 1, 1)), st.integers(1, 12))
def test_instalments_sum_to_what_is_owed_and_come_in_order(ore: int, number: int, first: date, months: int) -> None:
    plan = instalments(Amount(ore), number, first, months)
    assert sum(amount.ore for _day, amount in plan) == ore
    assert [day for day, _amount in plan] == sorted({day for day, _amount in plan})
    assert all(amount.ore > 0 for _day, amount in plan)


@slowly
@given(st.integers(100, 10**9), st.integers(1, 12), st.integers(0, 10**9))
def test_what_is_due_next_is_what_was_paid_too_little(ore: int, number: int, paid: int) -> None:
    plan = instalments(Amount(ore), number, date(2026, 1, 1))
    found = due_next(plan, Amount(paid))
    if found is None:
        assert paid >= ore
        return
    day, rest = found
    before = sum(amount.ore for when, amount in plan if when < day)
    assert before <= paid
    assert before + plan[[when for when, _ in plan].index(day)][1].ore - rest.ore == paid
    assert left(Amount(ore), [Amount(paid)]).ore == ore - paid
