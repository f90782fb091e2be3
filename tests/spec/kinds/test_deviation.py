"""Deviation approved beforehand

A larger change of plan or budget is talked through and approved before it happens.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [deviation.it]
    clause = "6"
    says = "Betydande avvikelser godkänns innan de genomförs."
    of = ["plan", "budget"]
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "deviation")) == ["on-event no day"]


def test_all_parties_owe_it_to_each_other() -> None:
    (found,) = owed(GIVEN, "deviation")
    assert found.by == found.to == ("the-municipality", "the-association", "the-other-association")


def test_a_text_can_name_who_approves() -> None:
    (found,) = owed(GIVEN + '    approved_by = ["the-municipality"]\n', "deviation")
    assert (found.to, found.evidence) == (("the-municipality",), Evidence.APPROVAL)
