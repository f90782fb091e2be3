"""Contribution in kind

What a party puts in besides money: premises, volunteers, knowledge.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [in_kind.it]
    clause = "6"
    says = "Föreningen bidrar med volontärer."
    by = ["the-association"]
    items = ["Volontärer"]
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "in_kind")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "in_kind")) == ["the-association →"]
