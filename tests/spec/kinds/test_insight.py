"""Insight

Particulars and papers that the public party may ask for, to follow up how money is used and who works.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed, who

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Föreningen lämnar på begäran uppgifter och underlag."
    kind = "insight"
    by = ["the-association"]
    to = ["the-municipality"]
    when = { on = "request" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "insight")) == ["on-request no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "insight")) == ["the-association → the-municipality"]


def test_it_is_shown_by_a_note_and_not_by_the_papers_themselves() -> None:
    (found,) = owed(GIVEN, "insight")
    assert found.evidence is Evidence.NOTE
