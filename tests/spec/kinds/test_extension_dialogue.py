"""Talk on extension

A talk every year on extending and adjusting the agreement. It is not the deadline for extending.
"""

from __future__ import annotations

from datetime import date

from tests.spec.small import owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Parterna talar varje år om förlängning och justering."
    kind = "extension_dialogue"
    by = ["the-municipality", "the-association"]
    to = []
    when = { every = "year" }
    joint = true
"""


def test_every_year_has_its_talk() -> None:
    assert [each.occurrence for each in owed(GIVEN, "extension_dialogue")] == ["2026", "2027", "2028"]


def test_a_talk_that_was_held_is_met_and_leaves_the_other_years() -> None:
    found = owed(GIVEN, "extension_dialogue", happened={"it": [date(2026, 10, 6)]})
    assert [each.met_on for each in found] == [date(2026, 10, 6), None, None]
