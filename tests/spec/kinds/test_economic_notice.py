"""Notice of economic change

When the economy changes, the partnership is told in writing and at once.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Den vars ekonomi förändras meddelar det skriftligt och genast."
    kind = "economic_notice"
    by = ["the-municipality", "the-association"]
    to = []
    when = { on = "event", within_days = 0 }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "economic_notice")) == ["on-event no day"]


def test_it_is_shown_by_the_written_message() -> None:
    (found,) = owed(GIVEN, "economic_notice")
    assert found.evidence is Evidence.WRITTEN_NOTICE


def test_at_once_is_told_in_the_reason() -> None:
    (found,) = owed(GIVEN, "economic_notice")
    assert found.reason.says.endswith("händer, omgående.")
