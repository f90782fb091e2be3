"""Advice

Advice and support that a party gives when the other asks for it.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Nämnden ger på begäran råd om lokalen."
    kind = "advice"
    by = ["the-municipality"]
    to = ["the-association"]
    when = { on = "request" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "advice")) == ["on-request no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "advice")) == ["the-municipality → the-association"]
