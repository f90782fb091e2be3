"""Dispute

A dispute is first solved in dialogue between the parties.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [dispute.it]
    clause = "6"
    says = "Tvister löses först i dialog."
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "dispute")) == ["on-event no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "dispute")) == ["the-municipality, the-association, the-other-association →"]
