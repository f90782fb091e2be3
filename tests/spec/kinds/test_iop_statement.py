"""Saying that it is an IOP

Where it fits, the parties say that the work is done in an idéburet offentligt partnerskap.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Parterna beskriver verksamheten som ett IOP där det passar."
    kind = "iop_statement"
    by = ["the-municipality", "the-association"]
    to = []
    when = { on = "need" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "iop_statement")) == ["when-needed no day"]


def test_all_who_must_say_it_stand_in_one_obligation() -> None:
    (found,) = owed(GIVEN, "iop_statement")
    assert found.by == ("the-municipality", "the-association")
