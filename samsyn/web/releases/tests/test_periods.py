"""Which periods can be let go of: the calendar's, or those of the agreement's own year."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.quantities import DateRange, add_months
from samsyn.rules.reading import read_agreement
from samsyn.web.obligations.tests.laying import ROOT
from samsyn.web.releases.periods import ended_periods


@pytest.mark.parametrize(
    ("folder", "today", "expected"),
    [
        ("helsingborg-kvinnojouren", date(2026, 7, 1), ["2026-01-01", "2025-07-01", "2025-01-01"]),
        ("stockholm-eu-medborgare", date(2020, 4, 30), ["2019-05-01"]),
        ("stockholm-eu-medborgare", date(2020, 5, 1), ["2019-11-01", "2019-05-01"]),
    ],
)
def test_a_half_year_is_let_go_of_when_it_has_ended(folder: str, today: date, expected: list[str]) -> None:
    terms = read_agreement(ROOT / "agreements" / folder).agreement
    starts = [date.fromisoformat(each) for each in expected]
    found = ended_periods(terms, terms.period.first, today)
    assert found == [DateRange(each, add_months(each, 6)) for each in starts]
