"""Condition

What must be so for the agreement to hold: a decision with legal force, money, unchanged circumstances.
"""

from __future__ import annotations

from datetime import date

from tests.spec.small import days, owed

GIVEN = """
    [condition.decision]
    clause = "8"
    says = "Gäller om nämnden har beslutat med laga kraft."
    kind = "legal_force"
    by = ["the-municipality"]
"""


def test_a_decision_must_be_there_when_the_agreement_starts_although_the_text_says_no_day() -> None:
    assert days(owed(GIVEN, "condition")) == ["once 2026-01-01 not stated"]


def test_a_decision_that_the_source_dates_is_met() -> None:
    (found,) = owed(GIVEN + "    met_on = 2025-12-15\n", "condition")
    assert found.met_on == date(2025, 12, 15)


def test_a_decision_that_came_later_is_met_on_the_day_its_file_says() -> None:
    met = """
        [change]
        id = "legal-force"
        kind = "condition_met"
        clause = "8"
        says = "Beslutet har vunnit laga kraft."
        on = 2026-01-20
        of = "decision"
    """
    (found,) = owed(GIVEN, "condition", met)
    assert found.met_on == date(2026, 1, 20)


def test_money_must_be_there_all_the_time() -> None:
    assert days(owed(GIVEN.replace("legal_force", "funds"), "condition")) == ["standing no day"]
