"""When the terms change: keys stay, and nothing becomes late by a change

An obligation follows the terms that hold when it falls due. What had fallen due before a change stays as it was; what
had not follows the new terms under the same key.
"""

from __future__ import annotations

from tests.spec.small import days, owed

REPORT = """
    [duty.report]
    clause = "6"
    says = "Föreningen rapporterar varje år."
    kind = "report"
    by = ["the-association"]
    when = { every = "year", due = "06-30" }
"""


def amended(rest: str, first: str = "2027-05-10") -> str:
    return f"""
        [change]
        id = "amendment"
        kind = "amendment"
        clause = "9"
        says = "Parterna ändrade."
        on = {first}
        {rest}
    """


def test_a_new_day_holds_from_the_change_on_under_the_same_key() -> None:
    change = amended('[set.duty.report]\nwhen = { every = "year", due = "09-30" }')
    assert days(owed(REPORT, "report", change)) == [
        "2026 2026-06-30",
        "2027 2027-09-30",
        "2028 2028-09-30",
    ]


def test_a_change_never_makes_anything_due_before_the_day_it_takes_effect() -> None:
    """An earlier day, agreed on 10 May: for 2027 the old day stays, since the new one had already passed."""
    change = amended('[set.duty.report]\nwhen = { every = "year", due = "02-28" }')
    assert days(owed(REPORT, "report", change)) == ["2026 2026-06-30", "2027 2027-06-30", "2028 2028-02-28"]


def test_a_term_that_is_taken_away_leaves_what_had_fallen_due() -> None:
    change = amended('remove = ["report"]', first="2027-09-01")
    assert days(owed(REPORT, "report", change)) == ["2026 2026-06-30", "2027 2027-06-30"]


def test_a_term_that_is_added_owes_nothing_for_the_time_before() -> None:
    change = amended("""
        [add.duty.survey]
        clause = "6"
        says = "Föreningen frågar besökarna varje halvår."
        kind = "user_survey"
        by = ["the-association"]
        when = { every = "half_year", due = "period_end" }
    """)
    assert days(owed(REPORT, "user_survey", change)) == [
        "2027-h1 2027-06-30",
        "2027-h2 2027-12-31",
        "2028-h1 2028-06-30",
        "2028-h2 2028-12-31",
    ]


def test_more_times_a_year_keeps_the_keys_there_were() -> None:
    """Two a year become four: the first and second keep their keys, the third and fourth are new."""
    twice = REPORT.replace('every = "year", due = "06-30"', 'every = "year", times = 2')
    change = amended('[set.duty.report]\nwhen = { every = "year", times = 4 }')
    found = owed(twice, "report", change, first="2027-01-01", last="2027-12-31")
    assert days(found) == [
        "2027 2027-06-30 not stated",
        "2027-2 2027-06-30 not stated",
        "2027-3 2027-09-30 not stated",
        "2027-4 2027-12-31 not stated",
    ]
