"""Confidentiality undertaking

Those who work sign that they keep secrets.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed, who

GIVEN = """
    [undertaking.it]
    clause = "6"
    says = "Alla som arbetar skriver på tystnadsförbindelse."
    by = ["the-association"]
    of = "all"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "undertaking")) == ["on-event no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "undertaking")) == ["the-association →"]


def test_it_is_shown_by_the_signed_paper() -> None:
    (found,) = owed(GIVEN, "undertaking")
    assert found.evidence is Evidence.SIGNED
