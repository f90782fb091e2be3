"""Which night it is, and how long a place lasts

A night is the civil date of its evening. A stay on the nights from the 28th and up to, not including, the 3rd sleeps
five nights and leaves in the morning of the 3rd.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from samsyn.rules.meetings import SWEDEN
from samsyn.rules.places import entitlement, given_for, last_day, latest_arrival, spell, tonight
from samsyn.rules.quantities import DateRange
from tests.spec.small import agreement

BEDS = """
    [pool.beds]
    clause = "4"
    says = "Fyrtio platser i fem nätter."
    kind = "night"
    places = 40
    nights = 5
"""


def test_until_noon_the_night_is_the_one_that_is_ending() -> None:
    assert tonight(datetime(2026, 11, 28, 22, 0, tzinfo=SWEDEN)) == date(2026, 11, 28)
    assert tonight(datetime(2026, 11, 29, 0, 1, tzinfo=SWEDEN)) == date(2026, 11, 28)
    assert tonight(datetime(2026, 11, 29, 11, 59, tzinfo=SWEDEN)) == date(2026, 11, 28)
    assert tonight(datetime(2026, 11, 29, 12, 0, tzinfo=SWEDEN)) == date(2026, 11, 29)


def test_an_instant_is_read_in_swedish_time() -> None:
    """Eleven o'clock UTC is noon in winter, and one in the afternoon in summer."""
    assert tonight(datetime(2026, 11, 29, 10, 59, tzinfo=UTC)) == date(2026, 11, 28)
    assert tonight(datetime(2026, 11, 29, 11, 0, tzinfo=UTC)) == date(2026, 11, 29)
    assert tonight(datetime(2026, 7, 1, 10, 0, tzinfo=UTC)) == date(2026, 7, 1)


def test_the_nights_when_the_clocks_change_are_one_night_each() -> None:
    """One is 23 hours and one 25. Every instant from noon to noon belongs to the same evening."""
    for evening, hours in ((date(2026, 3, 28), 23), (date(2026, 10, 24), 25)):
        noon = datetime(evening.year, evening.month, evening.day, 11 if hours == 23 else 10, tzinfo=UTC)
        assert {tonight(noon + timedelta(hours=hour)) for hour in range(hours)} == {evening}
        assert tonight(noon + timedelta(hours=hours)) == evening + timedelta(days=1)


def test_a_place_that_is_given_in_the_morning_is_for_the_coming_night() -> None:
    """At the desk at ten. One that is given at two in the night is for what is left of it."""
    assert given_for(datetime(2026, 11, 28, 10, 0, tzinfo=SWEDEN)) == date(2026, 11, 28)
    assert given_for(datetime(2026, 11, 28, 21, 0, tzinfo=SWEDEN)) == date(2026, 11, 28)
    assert given_for(datetime(2026, 11, 29, 2, 0, tzinfo=SWEDEN)) == date(2026, 11, 28)


def test_five_nights_from_a_saturday_end_on_the_morning_of_thursday() -> None:
    given = entitlement(agreement(BEDS).agreement, "beds", date(2026, 11, 28))
    assert given.nights == DateRange(date(2026, 11, 28), date(2026, 12, 3))
    assert given.reason.says == (
        "Plats i fem nätter, från lördag 28 november. Gästen lämnar platsen på morgonen torsdag 3 december."
    )


def test_the_leap_day_is_a_night_like_others() -> None:
    assert spell(date(2028, 2, 27), 5).end == date(2028, 3, 3)
    assert spell(date(2027, 2, 27), 5).end == date(2027, 3, 4)


def test_the_year_is_said_where_it_is_another() -> None:
    given = entitlement(agreement(BEDS).agreement, "beds", date(2026, 12, 30))
    assert given.reason.says.endswith("på morgonen måndag 4 januari 2027.")


def test_months_end_the_day_before_the_same_day_of_the_month() -> None:
    assert last_day(date(2026, 1, 1), 4) == date(2026, 4, 30)
    assert last_day(date(2026, 10, 28), 4) == date(2027, 2, 27)


def test_where_the_last_month_has_no_such_day_all_of_it_is_included() -> None:
    """Four months from 31 October: there is no 31 February, so the place lasts to the end of the month."""
    for day in (date(2026, 10, 29), date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 1)):
        assert last_day(day, 4) == date(2027, 2, 28)
    assert last_day(date(2027, 10, 29), 4) == date(2028, 2, 28)
    assert last_day(date(2027, 10, 31), 4) == date(2028, 2, 29)


def test_a_place_that_reaches_past_the_agreement_is_given_in_full_and_the_answer_says_so() -> None:
    """That is a reading: the text does not say what happens to the guests on the last night."""
    given = entitlement(agreement(BEDS, last="2026-12-31").agreement, "beds", date(2026, 12, 29))
    assert given.nights.end == date(2027, 1, 3)
    assert given.beyond
    assert given.reason.says.endswith("Överenskommelsen slutar torsdag 31 december.")
    assert given.reason.assumptions == ("places-beyond-the-end",)


def test_an_extension_of_the_agreement_is_told_by_its_life() -> None:
    terms = agreement(BEDS, last="2026-12-31").agreement
    life = DateRange.through(date(2026, 1, 1), date(2027, 12, 31))
    assert not entitlement(terms, "beds", date(2026, 12, 29), life=life).beyond


def test_without_a_length_a_bed_is_given_a_night_at_a_time() -> None:
    given = entitlement(agreement(BEDS.replace("nights = 5", "")).agreement, "beds", date(2026, 5, 1))
    assert given.nights.days == 1
    assert given.reason.assumptions == ("places-length-not-stated",)


def test_a_latest_hour_after_midnight_is_the_morning_after() -> None:
    late = agreement(BEDS + '    latest_arrival = "00:30"').agreement
    evening = agreement(BEDS + '    latest_arrival = "21:30"').agreement
    assert latest_arrival(late, "beds", date(2026, 11, 28)).at == datetime(2026, 11, 29, 0, 30, tzinfo=SWEDEN)
    assert latest_arrival(evening, "beds", date(2026, 11, 28)).at == datetime(2026, 11, 28, 21, 30, tzinfo=SWEDEN)
    assert latest_arrival(agreement(BEDS).agreement, "beds", date(2026, 11, 28)).at is None
