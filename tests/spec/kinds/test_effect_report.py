"""Effect report

What changed because of the work, measured and compiled every year.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Föreningen mäter effekter varje år och sammanställer en effektrapport."
    kind = "effect_report"
    by = ["the-association"]
    to = ["the-municipality"]
    when = { every = "year" }
"""


def test_every_year_has_its_effect_report() -> None:
    assert days(owed(GIVEN, "effect_report", last="2027-12-31")) == [
        "2026 2026-12-31 not stated",
        "2027 2027-12-31 not stated",
    ]


def test_it_is_shown_by_the_report_itself() -> None:
    (found, *_) = owed(GIVEN, "effect_report")
    assert found.evidence is Evidence.REPORT
