"""Repayment

Money that can be claimed back for a cause, with the exceptions that the text lists.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [repayment.it]
    clause = "6"
    says = "Medel som har använts fel kan krävas tillbaka."
    by = ["the-association"]
    to = ["the-municipality"]
    cause = "misuse"
    extent = "affected_part"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "repayment")) == ["on-event no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "repayment")) == ["the-association → the-municipality"]
