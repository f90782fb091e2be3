"""Provision

Something that a party provides or sees to, such as support, premises or referral.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Nämnden anvisar deltagare."
    kind = "provision"
    by = ["the-municipality"]
    to = ["the-association"]
    when = { on = "always" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "provision")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "provision")) == ["the-municipality → the-association"]
