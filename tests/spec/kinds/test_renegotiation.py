"""Renegotiation

Talks on the terms that a party can call for; the others owe to come.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [renegotiation.it]
    clause = "6"
    says = "Parterna kan påkalla nya samtal."
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "renegotiation")) == ["on-request no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "renegotiation")) == ["the-municipality, the-association, the-other-association →"]
