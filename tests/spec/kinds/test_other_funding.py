"""Other funding

A ban on other money for the same thing, or a duty to tell of it. A permission is no duty.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [other_funding.it]
    clause = "6"
    says = "Ingen annan finansiering för samma insats."
    party = "the-association"
    rule = "not_for_same_activity"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "other_funding")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "other_funding")) == ["the-association →"]


def test_a_permission_owes_nothing() -> None:
    assert owed(GIVEN.replace("not_for_same_activity", "free"), "other_funding") == []


def test_money_that_must_be_told_of_is_told_when_it_comes() -> None:
    assert days(owed(GIVEN.replace("not_for_same_activity", "must_be_told"), "other_funding")) == ["on-event no day"]
