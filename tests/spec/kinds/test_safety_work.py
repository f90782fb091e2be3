"""Work environment and fire safety

Systematic work-environment and fire-safety work, which the employer does all the time.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Föreningen bedriver systematiskt arbetsmiljöarbete."
    kind = "safety_work"
    by = ["the-association"]
    to = []
    when = { on = "always" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "safety_work")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "safety_work")) == ["the-association →"]


def test_where_a_text_asks_for_a_yearly_round_it_has_its_day() -> None:
    given = GIVEN.replace('on = "always"', 'every = "year", due = "11-30"')
    assert days(owed(given, "safety_work", last="2026-12-31")) == ["2026 2026-11-30"]
