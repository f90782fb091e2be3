"""Secrecy

Secrets that a party must keep, and whose they are.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [secrecy.it]
    clause = "6"
    says = "Föreningen röjer inte kommunens uppgifter."
    of = ["the-municipality"]
    binds = ["the-association"]
    law = "OSL 28:11"
    rule = "straight"
    about = "Enskildas personliga förhållanden"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "secrecy")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "secrecy")) == ["the-association → the-municipality"]
