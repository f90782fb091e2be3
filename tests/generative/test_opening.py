"""Open days: the act's own words for every year, and the same days however one looks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.rules.opening import (
    Closed,
    Mark,
    day_state,
    eve,
    holiday,
    is_public_holiday,
    open_days,
    per_open_day,
    planned_days,
    weeks_to_set,
)
from samsyn.rules.quantities import DateRange
from tests.spec.small import agreement

often = settings(deadline=None, max_examples=100)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
YEARS = range(2005, 2101)
"""Since 6 June became a public holiday, to the last year that the library knows."""
days = st.dates(date(2026, 1, 1), date(2031, 12, 31))
patterns = st.sets(st.sampled_from(WEEK), min_size=1)
closed = st.sets(st.sampled_from(["weekends", "public_holidays", "eves"]))
marks: st.SearchStrategy[Mark] = st.sampled_from(["held", "cancelled"])


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    first = draw(days)
    return DateRange(first, first + timedelta(days=draw(st.integers(1, 60))))


closures = st.lists(ranges().map(lambda days: Closed(days, "stängt")), max_size=4)


def house(pattern: set[str], shut: set[str], weeks: int = 0) -> str:
    listed = ", ".join(f'"{day}"' for day in sorted(pattern))
    kinds = ", ".join(f'"{kind}"' for kind in sorted(shut))
    return f"""
    [site.house]
    clause = "4"
    says = "Huset."
    name = "Huset"

    [opening.hours]
    clause = "5"
    says = "Öppet."
    site = "house"
    days = [{listed}]
    closed = [{kinds}]
    closed_weeks = {weeks}
    """


def easter(year: int) -> date:
    """Meeus, Jones and Butcher: another way than the library's to the same Sunday."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def saturday_from(first: date) -> date:
    return first + timedelta(days=(5 - first.weekday()) % 7)


@pytest.mark.parametrize("year", YEARS)
def test_the_holidays_of_a_year_are_those_of_the_act(year: int) -> None:
    """1989:253, word for word, and the Sundays."""
    sunday = easter(year)
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
    moving = {sunday + timedelta(days=number) for number in (-2, 0, 1, 39, 49)}
    fixed = {date(year, *each) for each in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))}
    saturdays = {saturday_from(date(year, 6, 20)), saturday_from(date(year, 10, 31))}
    every = [date(year, 1, 1) + timedelta(days=number) for number in range(365 + (year % 4 == 0 and year != 2100))]
    assert {day for day in every if holiday(day)} == moving | fixed | saturdays
    assert {day for day in every if is_public_holiday(day)} == moving | fixed | saturdays | {
        day for day in every if day.weekday() == 6
    }
    assert [day for day in every if eve(day)] == [
        saturday_from(date(year, 6, 20)) - timedelta(days=1), date(year, 12, 24), date(year, 12, 31),
    ]  # fmt: skip


@often
@given(patterns, closed, closures, ranges())
def test_every_planned_day_is_in_the_pattern_and_in_no_closure(
    pattern: set[str], shut: set[str], dated: list[Closed], span: DateRange
) -> None:
    terms = agreement(house(pattern, shut), last="2032-12-31").agreement
    for day in planned_days(terms, "house", span.start, span.last, dated):
        assert WEEK[day.weekday()] in pattern
        assert not any(day in each.days for each in dated)
        assert not ("weekends" in shut and day.weekday() > 4)
        assert not ("public_holidays" in shut and holiday(day))
        assert not ("eves" in shut and eve(day))


@often
@given(patterns, closed, closures, ranges())
def test_a_day_is_open_or_something_closes_it(
    pattern: set[str], shut: set[str], dated: list[Closed], span: DateRange
) -> None:
    terms = agreement(house(pattern, shut), last="2032-12-31").agreement
    found = set(planned_days(terms, "house", span.start, span.last, dated))
    for number in range(span.days):
        day = span.start + timedelta(days=number)
        state = day_state(terms, "house", day, dated)
        assert state.planned == (day in found)
        assert state.why.endswith("öppet.") == state.planned


@often
@given(patterns, closed, closures, ranges(), st.data())
def test_a_span_cut_in_two_has_the_same_days(
    pattern: set[str], shut: set[str], dated: list[Closed], span: DateRange, draw: st.DataObject
) -> None:
    terms = agreement(house(pattern, shut), last="2032-12-31").agreement
    cut = draw.draw(st.dates(span.start, span.last))
    whole = planned_days(terms, "house", span.start, span.last, dated)
    before = planned_days(terms, "house", span.start, cut - timedelta(days=1), dated)
    assert before + planned_days(terms, "house", cut, span.last, dated) == whole
    assert all(one < other for one, other in pairwise(whole))


@often
@given(patterns, closed, closures, ranges())
def test_another_closure_never_opens_a_day_and_closes_nothing_but_its_own(
    pattern: set[str], shut: set[str], dated: list[Closed], span: DateRange
) -> None:
    terms = agreement(house(pattern, shut), last="2032-12-31").agreement
    without = planned_days(terms, "house", span.start, span.last, dated[1:])
    with_ = planned_days(terms, "house", span.start, span.last, dated)
    assert set(with_) <= set(without)
    assert all(day in dated[0].days for day in set(without) - set(with_))


@often
@given(patterns, st.integers(0, 8), closures)
def test_weeks_that_wait_for_dates_are_between_none_and_all(pattern: set[str], weeks: int, dated: list[Closed]) -> None:
    terms = agreement(house(pattern, set(), weeks), last="2032-12-31").agreement
    for year in (2026, 2028):
        left = weeks_to_set(terms, "house", year, dated)
        assert 0 <= left <= weeks
        assert left <= weeks_to_set(terms, "house", year, dated[1:])


@often
@given(st.sets(days, max_size=20), st.sets(days, max_size=20), st.dictionaries(days, marks, max_size=10))
def test_no_planned_day_is_lost_and_none_is_both_held_and_cancelled(
    planned: set[date], counted: set[date], said: dict[date, Mark]
) -> None:
    found = open_days(planned, counted, said)
    assert {*found.held} | {*found.cancelled} | {*found.silent} == planned | counted | {*said}
    assert not {*found.held} & {*found.cancelled}
    assert {*found.extra} == {*found.held} - planned
    assert counted <= {*found.held} | {*found.doubtful}


@often
@given(st.integers(0, 100_000), st.integers(1, 366))
def test_a_figure_per_open_day_times_the_days_is_the_total_again(total: int, number: int) -> None:
    found = per_open_day(total, number)
    assert found is not None
    assert abs(found * number - total) * 20 <= number
