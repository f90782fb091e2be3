"""Statistics

Figures that a party keeps and shows when somebody asks.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Föreningen kan visa statistik över antal kontakter."
    kind = "statistics"
    by = ["the-association"]
    to = ["the-municipality"]
    when = { on = "request" }
"""


def test_figures_on_request_have_no_day() -> None:
    found = owed(GIVEN, "statistics")
    assert days(found) == ["on-request no day"]
    assert who(found) == ["the-association → the-municipality"]


def test_figures_every_quarter_have_one() -> None:
    given = GIVEN.replace('on = "request"', 'every = "quarter", due = "period_end"')
    assert days(owed(given, "statistics", last="2026-06-30")) == ["2026-q1 2026-03-31", "2026-q2 2026-06-30"]
