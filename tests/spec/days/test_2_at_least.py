"""At least so many times: due days follow from what has happened

Where a clause says «at least n times», nobody has written a day. The last day for the next time is set so that those
that are left can be spread evenly over the days that are left. When something has been done, the days are found anew.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.spec.small import ONE_YEAR, Period, days, owed

FOUR_A_YEAR = """
    [body.steering]
    clause = "5"
    says = "Styrgruppen möts minst fyra gånger per år."
    name = "Styrgruppen"
    kind = "steering"
    convenor = "the-association"
    meets = { every = "year", times = 4 }
    members = [
        { function = "Verksamhetschef", party = "the-municipality" },
        { function = "Verksamhetschef", party = "the-association" },
    ]
"""
TWO_A_YEAR = FOUR_A_YEAR.replace("times = 4", "times = 2").replace("fyra", "två")
EVERY_SECOND_MONTH = FOUR_A_YEAR.replace('every = "year", times = 4', 'every = "two_months"')


def test_nothing_held_yet_gives_equal_parts_of_the_year() -> None:
    """Only the last day of the year is in the clause; the days before it are marked as not stated."""
    assert days(owed(FOUR_A_YEAR, "meeting", **ONE_YEAR)) == [
        "2026 2026-03-31 not stated",
        "2026-2 2026-06-30 not stated",
        "2026-3 2026-09-30 not stated",
        "2026-4 2026-12-31",
    ]


def test_a_meeting_that_is_held_moves_the_last_day_of_those_that_are_left() -> None:
    """Held on 1 February, three are left for the 333 days to New Year's Eve: the next within 333 / 3 = 111 of them."""
    found = owed(FOUR_A_YEAR, "meeting", happened={"steering": [date(2026, 2, 1)]}, **ONE_YEAR)
    assert found[0].met_on == date(2026, 2, 1)
    assert (date(2026, 12, 31) - date(2026, 2, 1)).days == 333
    assert found[1].due == date(2026, 2, 1) + timedelta(days=333 // 3)
    assert found[3].due == date(2026, 12, 31)


def test_it_is_told_how_many_are_left() -> None:
    held = {"steering": [date(2026, 2, 1), date(2026, 5, 20)]}
    found = owed(FOUR_A_YEAR, "meeting", happened=held, **ONE_YEAR)
    assert [each.met_on is not None for each in found] == [True, True, False, False]
    assert ("Kvar", "2 av 4") in found[2].reason.inputs


def test_the_reason_says_how_the_day_was_found() -> None:
    first, *_, last = owed(FOUR_A_YEAR, "meeting", **ONE_YEAR)
    assert first.reason.says == (
        "Ska ske minst 4 gånger 2026-01-01–2026-12-31. Dagen är satt så att de 4 som är kvar sprids jämnt."
    )
    assert last.reason.says == "Ska ske minst 4 gånger 2026-01-01–2026-12-31. Sista dagen är 2026-12-31."


def test_meetings_beyond_what_is_owed_are_no_one_s_debt_and_none_is_owed_back_next_year() -> None:
    held = {"steering": [date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10)]}
    found = owed(TWO_A_YEAR, "meeting", happened=held, first="2026-01-01", last="2027-12-31")
    assert [each.occurrence for each in found if each.met_on is None] == ["2027", "2027-2"]


def test_a_day_comes_when_it_can_no_longer_be_met() -> None:
    """Two meetings are not held on one day: with two left on 31 December, one of them is lost. The last day for the
    first of the two is the 30th; from the 31st it cannot be met."""
    found = owed(TWO_A_YEAR, "meeting", **ONE_YEAR)
    assert [each.cannot_be_met_from for each in found] == [date(2026, 12, 31), date(2027, 1, 1)]


def test_every_second_month_is_counted_from_the_last_meeting() -> None:
    """Held on 20 May: the next at the latest on 20 July, and so on. Before the first meeting it is counted from the
    first day of the agreement."""
    period = Period(first="2026-05-01", last="2026-12-31")
    assert days(owed(EVERY_SECOND_MONTH, "meeting", **period)) == [
        "001 2026-06-30",
        "002 2026-08-31",
        "003 2026-10-31",
        "004 2026-12-31",
    ]
    held = {"steering": [date(2026, 5, 20)]}
    assert days(owed(EVERY_SECOND_MONTH, "meeting", happened=held, **period)) == [
        "001 2026-06-30",
        "002 2026-07-20",
        "003 2026-09-20",
        "004 2026-11-20",
    ]


def test_every_second_month_can_no_longer_be_met_the_day_after() -> None:
    (first, *_) = owed(EVERY_SECOND_MONTH, "meeting", first="2026-05-01", last="2026-12-31")
    assert first.cannot_be_met_from == date(2026, 7, 1)


def test_every_month_is_once_in_each_calendar_month() -> None:
    given = FOUR_A_YEAR.replace('every = "year", times = 4', 'every = "month"')
    assert days(owed(given, "meeting", first="2026-01-01", last="2026-03-31")) == [
        "2026-m01 2026-01-31",
        "2026-m02 2026-02-28",
        "2026-m03 2026-03-31",
    ]
