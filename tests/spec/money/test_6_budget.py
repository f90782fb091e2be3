"""What is set aside for each cost line?

A cost line's sum is for the same time as the sum of its funding. For some of the days it is in proportion, month by
month, so that parts that join add up to the öre. A part of another line has no sum of its own, and where the agreement
names no cost lines the whole sum stands as one.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.money.budget import budget_lines
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from tests.spec.small import ONE_YEAR, agreement

YEAR = DateRange.year(2026)
GRANT = """
[funding.grant]
clause = "6"
says = "Sum"
kind = "contribution"
payers = ["the-municipality"]
payees = ["the-association"]
basis = "ceiling"
amounts = [{ first = 2026-01-01, last = 2026-12-31, amount = 1_926_637 }]
"""
LINES = """
[cost_line.wages]
clause = "6"
says = "Wages"
funding = "grant"
amount = 1_751_245
posts = 3
[cost_line.tutors]
clause = "6"
says = "Tutors"
funding = "grant"
posts = 3
part_of = "wages"
[cost_line.clothes]
clause = "6"
says = "Clothes"
funding = "grant"
amount = 175_392
"""


def written(terms: str) -> Agreement:
    return agreement(terms, **ONE_YEAR).agreement


def lines(terms: Agreement, days: DateRange = YEAR) -> list[str]:
    return [f"{each.id} {each.amount}".replace("\N{NO-BREAK SPACE}", " ") for each in budget_lines(terms, days)]


def test_each_line_has_its_sum_and_a_part_of_a_line_has_none() -> None:
    assert lines(written(GRANT + LINES)) == ["wages 1 751 245 kr", "tutors None", "clothes 175 392 kr"]


def test_a_quarter_of_the_year_is_a_fourth_of_each_sum() -> None:
    quarter = DateRange.through(date(2026, 7, 1), date(2026, 9, 30))
    assert lines(written(GRANT + LINES), quarter) == ["wages 437 811,25 kr", "tutors None", "clothes 43 848 kr"]


def test_parts_that_join_add_up_to_the_year() -> None:
    terms = written(GRANT + LINES)
    for number, whole in ((0, 1_751_245), (2, 175_392)):
        parts = [budget_lines(terms, part)[number].amount for part in YEAR.steps(1)]
        assert sum(part.ore for part in parts if part) == whole * 100


def test_days_that_the_sum_is_not_for_have_nothing_set_aside() -> None:
    assert lines(written(GRANT + LINES), DateRange.year(2027)) == ["wages None", "tutors None", "clothes None"]


def test_without_cost_lines_the_whole_sum_is_one_line() -> None:
    assert lines(written(GRANT)) == ["grant 1 926 637 kr"]


def test_only_what_a_party_receives_is_its_budget() -> None:
    assert budget_lines(written(GRANT + LINES), YEAR, "the-other-association") == ()
