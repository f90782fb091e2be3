"""Service

What a party offers those who take part.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [service.it]
    clause = "6"
    says = "Föreningen serverar frukost."
    name = "Frukost"
    by = ["the-association"]
    kind = "basic_need"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "service")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "service")) == ["the-association →"]


def test_what_is_offered_when_needed_says_so() -> None:
    assert days(owed(GIVEN + '    every = "when_needed"\n', "service")) == ["when-needed no day"]
