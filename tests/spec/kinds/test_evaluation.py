"""Evaluation

An evaluation of the agreement or of the work, by one party or by all together.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Överenskommelsen utvärderas varje år."
    kind = "evaluation"
    by = ["the-municipality", "the-association"]
    to = []
    when = { every = "year" }
    joint = true
"""


def test_a_joint_evaluation_is_one_obligation_of_all() -> None:
    found = owed(GIVEN, "evaluation", last="2026-12-31")
    assert days(found) == ["2026 2026-12-31 not stated"]
    assert (found[0].joint, found[0].by) == (True, ("the-municipality", "the-association"))


def test_an_evaluation_before_the_end_is_due_by_its_day() -> None:
    given = GIVEN.replace('every = "year"', "by = 2028-09-30")
    assert days(owed(given, "evaluation")) == ["once 2028-09-30"]
