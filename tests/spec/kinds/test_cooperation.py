"""Cooperation

The contact and exchange that the parties owe each other all the time.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Parterna håller kontakten och för en god dialog."
    kind = "cooperation"
    by = ["the-municipality", "the-association"]
    to = []
    when = { on = "always" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "cooperation")) == ["standing no day"]


def test_nothing_is_to_be_shown() -> None:
    (found,) = owed(GIVEN, "cooperation")
    assert found.evidence is Evidence.NONE
