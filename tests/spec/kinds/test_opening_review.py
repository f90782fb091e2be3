"""Review of opening hours

Whether opening hours can be longer: a review that somebody has promised to make.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Öppettiderna ses över."
    kind = "opening_review"
    by = ["the-association"]
    to = []
    when = { once = "unspecified" }
"""


def test_it_stands_open_until_it_is_done() -> None:
    assert days(owed(GIVEN, "opening_review")) == ["once no day"]


def test_it_is_shown_by_a_note() -> None:
    (found,) = owed(GIVEN, "opening_review")
    assert found.evidence is Evidence.NOTE
