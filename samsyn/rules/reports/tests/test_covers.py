"""Which days a report is about, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.quantities import DateRange
from samsyn.rules.reports import PartState, State, days_covered, state
from samsyn.rules.reports.covers import Covers

LIFE = DateRange.through(date(2026, 5, 1), date(2028, 4, 30))
YEAR = DateRange.through(date(2026, 5, 1), date(2027, 4, 30))
OCTOBER, APRIL = date(2026, 10, 31), date(2027, 4, 30)
SIGNED, WRITING = PartState.SIGNED, PartState.WRITING


def test_a_duty_that_falls_twice_divides_its_year_between_its_reports() -> None:
    first = days_covered("window", window=YEAR, due=OCTOBER, before=[OCTOBER, APRIL], life=LIFE)
    second = days_covered("window", window=YEAR, due=APRIL, before=[OCTOBER, APRIL], life=LIFE)
    assert (first.start, first.last, second.start, second.last) == (YEAR.start, OCTOBER, date(2026, 11, 1), APRIL)


def test_what_is_due_after_its_year_is_about_the_year() -> None:
    year = DateRange.year(2026)
    assert days_covered("window", window=year, due=date(2027, 3, 31), before=[], life=LIFE) == year


@pytest.mark.parametrize(
    ("covers", "due", "first", "last"),
    [
        ("half_year", date(2027, 3, 31), date(2026, 7, 1), date(2026, 12, 31)),
        ("half_year", date(2027, 6, 30), date(2026, 7, 1), date(2026, 12, 31)),
        ("year", date(2027, 6, 30), date(2026, 1, 1), date(2026, 12, 31)),
        ("agreement_year", date(2027, 6, 30), date(2026, 5, 1), date(2027, 4, 30)),
        ("year", date(2026, 6, 30), date(2026, 1, 1), date(2026, 12, 31)),
        ("agreement_year", date(2026, 6, 30), date(2026, 5, 1), date(2027, 4, 30)),
    ],
)
def test_the_last_whole_period_that_had_ended_and_never_one_before_the_agreement(
    covers: Covers, due: date, first: date, last: date
) -> None:
    found = days_covered(covers, window=YEAR, due=due, before=[], life=LIFE)
    assert (found.start, found.last) == (first, last)


@pytest.mark.parametrize(
    ("parts", "gone_through", "submitted", "stands"),
    [
        ({"a": SIGNED, "b": WRITING}, None, None, State.WRITING),
        ({"a": SIGNED, "b": PartState.SENT_BACK}, ["1", "2"], None, State.WRITING),
        ({"a": SIGNED, "b": SIGNED}, None, None, State.TO_GO_THROUGH),
        ({"a": SIGNED, "b": SIGNED}, ["1", "old"], None, State.TO_GO_THROUGH),
        ({"a": SIGNED, "b": SIGNED}, ["2", "1"], None, State.TO_COMPILE),
        ({"a": SIGNED, "b": SIGNED}, ["1", "2"], ["2", "1"], State.SUBMITTED),
        ({"a": SIGNED, "b": SIGNED}, ["1", "2"], ["1", "old"], State.CHANGED),
        ({"a": SIGNED, "b": PartState.SENT_BACK}, ["1", "2"], ["1", "2"], State.CHANGED),
    ],
)
def test_where_it_stands(
    parts: dict[str, PartState], gone_through: list[str] | None, submitted: list[str] | None, stands: State
) -> None:
    assert state(parts, ["1", "2"], body=True, gone_through=gone_through, submitted=submitted) == stands
