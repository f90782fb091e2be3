"""Training

Training and seminars that a party offers, or that the parties hold when there is a need.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Nämnden erbjuder föreningen att delta i utbildningar."
    kind = "training"
    by = ["the-municipality"]
    to = ["the-association"]
    when = { on = "need" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "training")) == ["when-needed no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "training")) == ["the-municipality → the-association"]
