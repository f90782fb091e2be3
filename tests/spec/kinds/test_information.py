"""Information

What a party tells others: about support and protection, or about the other party's work.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Nämnden sprider information om verksamheten."
    kind = "information"
    by = ["the-municipality"]
    to = []
    when = { on = "always" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "information")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "information")) == ["the-municipality →"]
