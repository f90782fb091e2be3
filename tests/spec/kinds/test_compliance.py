"""Following law and guidelines

Laws, rules and guidelines that the parties have promised to follow. There is nothing to show for it.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Parterna följer stadens riktlinjer."
    kind = "compliance"
    by = ["the-municipality", "the-association"]
    to = []
    when = { on = "always" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "compliance")) == ["standing no day"]


def test_nothing_is_to_be_shown() -> None:
    (found,) = owed(GIVEN, "compliance")
    assert found.evidence is Evidence.NONE
