"""Openness

Transparency, public records, independence and shared values.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [openness.it]
    clause = "6"
    says = "Ekonomin är öppen för parterna."
    by = ["the-municipality", "the-association"]
    kind = "economy"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "openness")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "openness")) == ["the-municipality, the-association →"]
