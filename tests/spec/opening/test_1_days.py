"""On which days a site is open

The weekly pattern stands in the clause on opening hours, with what closes it: weekends, public holidays, eves. A day is
a civil date. An evening that goes on past midnight is the day on which it began.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.opening import day_state, eve, holiday, is_eve, is_public_holiday, planned_days, planned_through
from samsyn.rules.quantities import DateRange
from tests.spec.small import agreement

HOUSE = """
    [site.the-house]
    clause = "4"
    says = "Huset."
    name = "Huset"
"""
WEEKDAYS = """
    [opening.daytime]
    clause = "5"
    says = "Öppet på vardagar, stängt på helger."
    site = "the-house"
    days = ["mon", "tue", "wed", "thu", "fri"]
    closed = ["weekends", "public_holidays"]
"""
EVENINGS = """
    [opening.evenings]
    clause = "6"
    says = "Öppet tisdag, torsdag och söndag."
    site = "the-house"
    days = ["tue", "thu", "sun"]
    opens = "16:00"
    closes = "21:00"
    closed = ["public_holidays"]
"""


def why(terms: str, day: date) -> str:
    return day_state(agreement(HOUSE + terms).agreement, "the-house", day).why


def count(terms: str, first: date, last: date) -> int:
    return len(planned_days(agreement(HOUSE + terms).agreement, "the-house", first, last))


def test_a_year_of_weekdays_without_its_holidays() -> None:
    """2026 has 261 weekdays, and seven public holidays among them: New Year, Epiphany, Good Friday, Easter Monday, the
    first of May, Ascension and Christmas. The other six fall on a Saturday or Sunday."""
    assert count(WEEKDAYS, date(2026, 1, 1), date(2026, 12, 31)) == 261 - 7


def test_the_answer_says_why_and_under_which_clause() -> None:
    assert why(WEEKDAYS, date(2026, 11, 27)) == "Fredag: öppet."
    assert why(WEEKDAYS, date(2026, 11, 28)) == "Lördag: stängt."
    assert why(WEEKDAYS, date(2026, 5, 14)) == "Kristi himmelsfärdsdag: stängt."
    assert why(EVENINGS, date(2026, 11, 26)) == "Torsdag: öppet 16.00–21.00."
    state = day_state(agreement(HOUSE + EVENINGS).agreement, "the-house", date(2026, 11, 26))
    assert (state.planned, state.clause, state.reason.term) == (True, "6", "evenings")


def test_an_eve_is_open_unless_the_clause_closes_on_eves() -> None:
    """Midsummer Eve, Christmas Eve and New Year's Eve are no public holidays, but most people keep them as such."""
    eves = WEEKDAYS.replace('"public_holidays"', '"public_holidays", "eves"')
    assert why(WEEKDAYS, date(2026, 6, 19)) == "Fredag: öppet."
    assert why(eves, date(2026, 6, 19)) == "Midsommarafton: stängt."
    assert (
        count(WEEKDAYS, date(2026, 1, 1), date(2026, 12, 31)) - count(eves, date(2026, 1, 1), date(2026, 12, 31)) == 3
    )


def test_the_reading_of_an_eve_is_named_in_the_answer() -> None:
    read = """
    [[opening.daytime.assumption]]
    id = "what-is-a-holiday"
    question = "Är det stängt på aftnar?"
    chosen = "Nej."
    alternatives = [{ id = "yes", says = "Ja.", set = { closed = ["weekends", "public_holidays", "eves"] } }]
    """
    state = day_state(agreement(HOUSE + WEEKDAYS + read).agreement, "the-house", date(2026, 6, 19))
    assert (state.planned, state.reason.assumptions) == (True, ("what-is-a-holiday",))


def test_a_holiday_closes_the_whole_evening_pattern_too() -> None:
    """Christmas Day of 2025 and New Year's Day of 2026 are Thursdays, Epiphany of 2026 is a Tuesday."""
    assert [day.day for day in planned_days(
        agreement(HOUSE + EVENINGS).agreement, "the-house", date(2026, 1, 1), date(2026, 1, 15)
    )] == [4, 8, 11, 13, 15]  # fmt: skip


def test_an_ordinary_sunday_in_the_pattern_is_open_though_every_sunday_is_a_public_holiday() -> None:
    """Who writes Sunday among the days means it. Easter Sunday and Whit Sunday have names, and are closed."""
    assert is_public_holiday(date(2026, 11, 29))
    assert why(EVENINGS, date(2026, 11, 29)) == "Söndag: öppet 16.00–21.00."
    assert why(EVENINGS, date(2026, 4, 5)) == "Påskdagen: stängt."
    assert why(EVENINGS, date(2026, 5, 24)) == "Pingstdagen: stängt."


def test_a_site_with_two_opening_hours_is_open_when_one_of_them_is() -> None:
    assert why(WEEKDAYS + EVENINGS, date(2026, 11, 29)) == "Söndag: öppet 16.00–21.00."
    assert why(WEEKDAYS + EVENINGS, date(2026, 11, 28)) == "Lördag: stängt."


def test_hours_of_a_season_hold_in_that_season() -> None:
    winter = EVENINGS + "    first = 2026-10-01\n    last = 2027-03-31\n"
    assert count(winter, date(2026, 9, 20), date(2026, 10, 4)) == 2
    assert why(WEEKDAYS + winter, date(2026, 9, 27)) == "Söndag: stängt."


def test_who_has_the_rooms_at_other_hours_is_told() -> None:
    lent = WEEKDAYS + '    lent_to = "Värmestugan, kvällar och helger"\n'
    state = day_state(agreement(HOUSE + lent).agreement, "the-house", date(2026, 11, 28))
    assert state.why == "Lördag: stängt. Lokalen lånas ut: Värmestugan, kvällar och helger."
    assert state.lent_to == "Värmestugan, kvällar och helger"


def test_where_the_text_says_no_days_none_is_planned_and_the_answer_says_so() -> None:
    """Youth evenings without hours: what is counted is held, but nothing can be called missing."""
    state = day_state(agreement(HOUSE).agreement, "the-house", date(2026, 11, 27))
    assert (state.planned, state.stated, state.clause) == (False, False, "4")
    assert state.why == "Texten säger inte vilka dagar det är öppet."


def test_hours_that_only_tell_of_the_present_are_no_plan() -> None:
    """One reading of «i dagsläget» is that nothing is promised. The other is then named in the answer."""
    present = (
        WEEKDAYS
        + """    applies = false

    [[opening.daytime.assumption]]
    id = "promised"
    question = "Är öppettiderna lovade?"
    chosen = "Nej, de berättar om läget."
    alternatives = [{ id = "yes", says = "Ja.", set = { applies = true } }]
    """
    )
    state = day_state(agreement(HOUSE + present).agreement, "the-house", date(2026, 11, 27))
    assert (state.planned, state.stated, state.reason.assumptions) == (False, False, ("promised",))


def test_outside_the_agreement_no_day_is_planned() -> None:
    short = agreement(HOUSE + WEEKDAYS, last="2026-11-30")
    assert day_state(short.agreement, "the-house", date(2026, 12, 1)).why == "Överenskommelsen gäller inte den dagen."
    assert len(planned_days(short.agreement, "the-house", date(2026, 11, 30), date(2026, 12, 4))) == 1


def test_an_extension_of_the_agreement_is_told_by_its_life() -> None:
    short = agreement(HOUSE + WEEKDAYS, last="2026-11-30").agreement
    life = DateRange.through(date(2026, 1, 1), date(2027, 12, 31))
    assert day_state(short, "the-house", date(2026, 12, 1), life=life).planned


def test_an_amendment_changes_the_days_from_its_own_day() -> None:
    """From Monday 23 November also Saturdays. The two weeks have five days and six."""
    saturdays = """
    [change]
    id = "saturdays"
    kind = "amendment"
    clause = "Tillägg"
    says = "Öppet också på lördagar."
    on = 2026-11-20
    first = 2026-11-23
    by = ["the-municipality", "the-association", "the-other-association"]

    [set.opening.daytime]
    days = ["mon", "tue", "wed", "thu", "fri", "sat"]
    closed = ["public_holidays"]
    """
    dossier = agreement(HOUSE + WEEKDAYS, saturdays)
    assert len(planned_through(dossier, "the-house", date(2026, 11, 16), date(2026, 11, 29))) == 5 + 6
    before = planned_through(dossier, "the-house", date(2026, 11, 16), date(2026, 11, 29), known_on=date(2026, 11, 19))
    assert len(before) == 5 + 5


def test_the_days_when_the_clocks_change_are_days_like_others() -> None:
    """One has 23 hours and one 25. Both are Sundays, and each is counted once."""
    assert count(EVENINGS, date(2026, 3, 29), date(2026, 3, 29)) == 1
    assert count(EVENINGS, date(2026, 10, 25), date(2026, 10, 25)) == 1


def test_the_leap_day_is_a_day_like_others() -> None:
    """29 February 2028 is a Tuesday."""
    assert count(WEEKDAYS, date(2028, 2, 29), date(2028, 2, 29)) == 1
    assert count(EVENINGS, date(2028, 2, 27), date(2028, 3, 2)) == 3


def test_the_days_have_their_names_from_the_act() -> None:
    """1989:253. Midsummer Day is the Saturday of 20–26 June, All Saints' Day that of 31 October–6 November."""
    assert holiday(date(2026, 6, 20)) == "Midsommardagen"
    assert holiday(date(2026, 10, 31)) == "Alla helgons dag"
    assert (eve(date(2026, 12, 24)), holiday(date(2026, 12, 24))) == ("Julafton", "")
    assert (is_eve(date(2026, 12, 31)), is_public_holiday(date(2026, 12, 31))) == (True, False)
    assert (holiday(date(2026, 11, 29)), is_public_holiday(date(2026, 11, 29))) == ("", True)
