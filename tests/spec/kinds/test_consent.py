"""Consent

A party asks the person for consent before particulars are shared.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [consent.it]
    clause = "6"
    says = "Nämnden ber deltagaren om samtycke."
    asked_by = "the-municipality"
    of = "Deltagare"
    shared_with = ["the-association"]
    covers = "Uppgifter som behövs för placeringen"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "consent")) == ["on-event no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "consent")) == ["the-municipality →"]
