"""When an occasion is

An occasion has a civil day and two times by the clock in Sweden. It belongs to the day on which it begins. Calendars
and shifts need instants, and on two nights a year the clock and the instants part company.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from samsyn.rules.occasions import NoSuchTime, along, check_exists, days_of, span

SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)
"""The evenings before the clocks go forward and back."""


@pytest.mark.parametrize(
    ("day", "starts", "ends", "hours"),
    [
        (date(2026, 1, 15), time(18), time(21), 3),
        (date(2026, 1, 15), time(20), time(1), 5),
        (SPRING, time(20), time(4), 8 - 1),
        (AUTUMN, time(20), time(4), 8 + 1),
    ],
)
def test_how_long_it_lasts(day: date, starts: time, ends: time, hours: int) -> None:
    assert span(day, starts, ends).lasts == timedelta(hours=hours)


def test_winter_and_summer_time_are_different_instants() -> None:
    assert span(date(2026, 1, 15), time(18), time(21)).begins == datetime(2026, 1, 15, 17, tzinfo=UTC)
    assert span(date(2026, 7, 15), time(18), time(21)).begins == datetime(2026, 7, 15, 16, tzinfo=UTC)


def test_a_time_that_is_skipped_is_not_planned() -> None:
    """02.30 on 29 March 2026 is shown by no clock. The same time a week later is an ordinary one."""
    with pytest.raises(NoSuchTime):
        check_exists(SPRING, time(22), time(2, 30))
    check_exists(SPRING + timedelta(days=7), time(22), time(2, 30))


def test_a_time_that_is_shown_twice_is_the_first() -> None:
    assert span(AUTUMN, time(22), time(2, 30)).finishes == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_span_ends_after_it_begins_whatever_the_clocks_do() -> None:
    """Moved into the hour that does not exist it is as short as can be, and never backwards."""
    found = span(date(2026, 3, 29), time(2, 30), time(3))
    assert found.finishes > found.begins


def test_two_that_follow_each_other_do_not_overlap() -> None:
    day = date(2026, 1, 15)
    first, second = span(day, time(18), time(20)), span(day, time(20), time(22))
    assert not first.overlaps(second)
    assert first.overlaps(span(day, time(19), time(21)))


def test_a_series_has_its_weekdays_and_skips_what_it_is_told() -> None:
    """Tuesdays and Thursdays from a Wednesday through the Thursday of the week after, without the last."""
    days = days_of((2, 4), date(2026, 1, 14), date(2026, 1, 22), skip=[date(2026, 1, 22)])
    assert days == (date(2026, 1, 15), date(2026, 1, 20))


def test_every_second_week_is_counted_from_the_week_of_the_first_day() -> None:
    """From Sunday 4 January: that week has no Monday left, the next is left out, and the week after has the 12th."""
    assert days_of((1,), date(2026, 1, 4), date(2026, 1, 31), every=2) == (date(2026, 1, 12), date(2026, 1, 26))


def test_a_series_over_the_night_the_clocks_change_keeps_its_hours() -> None:
    """Saturdays 20.00–23.00 by the clock, before and after."""
    lasting = {span(day, time(20), time(23)).lasts for day in days_of((6,), SPRING, SPRING + timedelta(days=14))}
    assert lasting == {timedelta(hours=3)}


@pytest.mark.parametrize(("weekdays", "every"), [((0,), 1), ((8,), 1), ((1,), 0)])
def test_there_is_no_eighth_day_and_no_rhythm_of_nothing(weekdays: tuple[int, ...], every: int) -> None:
    with pytest.raises(ValueError, match="No such rhythm"):
        days_of(weekdays, date(2026, 1, 1), date(2026, 1, 31), every=every)


EVENING = span(date(2026, 3, 3), time(18), time(21))


@pytest.mark.parametrize(
    ("planned", "moved_to", "then"),
    [
        ((time(18), time(21)), (time(19), time(22)), (time(19), time(22))),
        ((time(18), time(21)), (time(18), time(20)), (time(18), time(20))),
        ((time(17), time(18)), (time(19), time(22)), (time(18), time(19))),
        ((time(17), time(18)), (time(18), time(20)), (time(17), time(18))),
        ((time(19), time(20)), (time(20), time(23)), (time(21), time(22))),
        ((time(20), time(21)), (time(18), time(19)), (time(20), time(21))),
    ],
    ids=["all-of-it", "it-ends-earlier", "before-it", "before-it-still", "in-the-middle", "nothing-would-be-left"],
)
def test_a_shift_comes_along_when_its_occasion_is_moved(
    planned: tuple[time, time], moved_to: tuple[time, time], then: tuple[time, time]
) -> None:
    day = date(2026, 3, 4)
    part = span(date(2026, 3, 3), *planned)
    assert along(part, EVENING, span(day, *moved_to)) == span(day, *then)


def test_over_the_night_when_the_clocks_change_it_keeps_its_times_by_the_clock() -> None:
    night, setting_up = span(date(2026, 3, 27), time(20), time(6)), span(date(2026, 3, 27), time(19), time(20))
    watch = span(date(2026, 3, 28), time(4), time(5))
    after = span(SPRING, time(20), time(6))
    assert along(setting_up, night, after) == span(SPRING, time(19), time(20))
    assert along(watch, night, after) == span(date(2026, 3, 29), time(4), time(5))
