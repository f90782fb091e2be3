"""The month as weeks from Monday, and the steps to the months beside."""

from datetime import date

import pytest
from pytest_django import Settings

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import Cast
from samsyn.web.obligations.presenters.month import weeks_of
from samsyn.web.obligations.tests.laying import Laid
from samsyn.web.obligations.tests.test_listing import seen
from samsyn.web.obligations.views.month import chosen_month

LIFE = DateRange(date(2026, 1, 1), date(2029, 1, 1))


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 10, 8)


def test_weeks_begin_on_monday_and_are_numbered_as_in_sweden() -> None:
    weeks = weeks_of(date(2026, 12, 1), [], date(2026, 12, 5))
    assert [week.number for week in weeks] == [49, 50, 51, 52, 53]
    assert weeks[0].days[0].on == date(2026, 11, 30)
    assert all(week.days[0].on.weekday() == 0 for week in weeks)


def test_days_of_the_month_beside_are_marked_and_today_is_found_once() -> None:
    days = [day for week in weeks_of(date(2026, 12, 1), [], date(2026, 12, 5)) for day in week.days]
    assert [day.on for day in days if not day.in_month] == [date(2026, 11, 30), *(date(2027, 1, d) for d in (1, 2, 3))]
    assert [day.on for day in days if day.is_today] == [date(2026, 12, 5)]


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "november", "2026-1", "9999-12", "0001-01", "2026-02-01"])
def test_what_is_no_month_is_read_as_the_month_of_today(text: str) -> None:
    assert chosen_month(text, date(2026, 10, 8), LIFE) == date(2026, 10, 1)


def test_before_the_first_day_and_after_the_last_the_nearest_month_is_shown() -> None:
    assert chosen_month("", date(2025, 6, 1), LIFE) == date(2026, 1, 1)
    assert chosen_month("", date(2031, 6, 1), LIFE) == date(2028, 12, 1)


@pytest.mark.parametrize("month", ["1900-01", "2199-12"])
def test_a_month_far_away_is_empty_and_not_an_error(month: str, youth: Laid, cast: Cast) -> None:
    assert "Inget den här månaden" in seen(cast, youth, f"calendar/?month={month}")


def test_a_duty_stands_in_its_day_both_in_the_table_and_in_the_list(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "calendar/?month=2028-03&kind=extension_deadline")
    table, listed = page.split('<div class="month-list">')
    assert "Sista dag för förlängning" in table
    assert "fredag 31 mars 2028" in listed.replace("\u00a0", " ")


def test_the_steps_keep_what_was_chosen(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "calendar/?month=2026-12&kind=meeting&party=ov-helsingborg")
    assert "?month=2027-01&amp;party=ov-helsingborg&amp;kind=meeting" in page
    assert '<input type="hidden" name="month" value="2026-12">' in page


def test_there_is_no_step_far_outside_the_agreement_s_life(youth: Laid, cast: Cast) -> None:
    assert 'rel="prev"' not in seen(cast, youth, "calendar/?month=2025-12")
    assert 'rel="next"' not in seen(cast, youth, "calendar/?month=2030-01")


def test_the_last_day_for_something_says_so_in_the_table_and_in_the_list(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "calendar/?month=2028-03&kind=extension_deadline")
    table, listed = page.split('<div class="month-list">')
    assert '<p class="day-latest">senast</p>' in table
    assert "<h3>senast <time" in listed
