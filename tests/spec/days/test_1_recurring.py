"""What comes back: every month, quarter, half-year, year or agreement year

A duty with `every` has one occurrence for each period of the agreement's life. The occurrence is named for the period,
so that its key is the same whenever it is derived anew.
"""

from __future__ import annotations

from samsyn.rules.obligations.fitting import unfitting
from tests.spec.small import agreement, days, owed


def test_a_yearly_duty_without_a_day_is_shown_on_the_last_day_of_the_year_marked_as_not_stated() -> None:
    """The parties may well settle on another day; until then the mark says that it is not in the text."""
    given = """
        [duty.report]
        clause = "6"
        says = "Föreningen rapporterar varje år."
        kind = "report"
        by = ["the-association"]
        when = { every = "year" }
    """
    assert days(owed(given, "report")) == [
        "2026 2026-12-31 not stated",
        "2027 2027-12-31 not stated",
        "2028 2028-12-31 not stated",
    ]


def test_a_day_of_the_year_that_the_clause_gives_is_stated() -> None:
    given = """
        [duty.report]
        clause = "6"
        says = "Föreningen rapporterar varje år senast den 1 december."
        kind = "report"
        by = ["the-association"]
        when = { every = "year", due = "12-01" }
    """
    assert days(owed(given, "report")) == ["2026 2026-12-01", "2027 2027-12-01", "2028 2028-12-01"]


def test_a_report_on_a_year_can_be_due_in_the_year_after_even_when_the_agreement_has_ended_by_then() -> None:
    """The period that is reported on lies within the agreement; the paper comes after its end, and says so."""
    given = """
        [duty.report]
        clause = "6"
        says = "Föreningen lämnar årsredovisning senast den 31 mars året efter."
        kind = "report"
        by = ["the-association"]
        when = { every = "year", due = "03-31", due_year = "following" }
    """
    found = owed(given, "report")
    assert days(found) == ["2026 2027-03-31", "2027 2028-03-31", "2028 2029-03-31"]
    assert [each.after_end for each in found] == [False, False, True]


def test_quarters_and_half_years_can_be_those_of_the_agreement_year() -> None:
    """From May those of the agreement year end in October and April, those of the calendar in June and December."""
    given = """
        [duty.report]
        clause = "6"
        says = "Föreningen rapporterar varje halvår."
        kind = "report"
        by = ["the-association"]
        when = { every = "half_year", aligned = "agreement", due = "period_end" }
    """
    found = owed(given, "report", first="2026-05-01", last="2027-04-30")
    assert days(found) == ["2026-h1 2026-10-31", "2026-h2 2027-04-30"]
    assert [each.which() for each in found] == ["2026-05-01–2026-10-31", "2026-11-01–2027-04-30"]
    by_calendar = given.replace('aligned = "agreement", ', "")
    assert days(owed(by_calendar, "report", first="2026-05-01", last="2027-04-30")) == [
        "2026-h2 2026-12-31",
        "2027-h1 2027-04-30",
    ]


def test_half_years_quarters_and_months_are_named_for_what_they_are() -> None:
    """h1 and h2, q1 to q4, t1 to t3 for four months, b1 to b6 for two, m01 to m12."""
    given = """
        [duty.report]
        clause = "6"
        says = "Föreningen rapporterar varje halvår."
        kind = "report"
        by = ["the-association"]
        when = { every = "half_year", due = "period_end" }
    """
    found = owed(given, "report", last="2026-12-31")
    assert days(found) == ["2026-h1 2026-06-30", "2026-h2 2026-12-31"]
    assert [each.which() for each in found] == ["första halvåret 2026", "andra halvåret 2026"]
    assert [each.which("en") for each in found] == ["first half of 2026", "second half of 2026"]
    quarters = owed(given.replace("half_year", "quarter"), "report", last="2026-12-31")
    assert [each.occurrence for each in quarters] == ["2026-q1", "2026-q2", "2026-q3", "2026-q4"]


def test_an_agreement_year_begins_on_the_first_day_of_the_agreement() -> None:
    """It is named for the year in which it begins. «before_next_period» is the day before the next one begins."""
    given = """
        [duty.statement]
        clause = "6"
        says = "Föreningen redovisar innan ett nytt avtalsår börjar."
        kind = "statement"
        by = ["the-association"]
        when = { every = "agreement_year", due = "before_next_period" }
    """
    found = owed(given, "statement", first="2026-05-01", last="2028-04-30")
    assert days(found) == ["2026 2027-04-30", "2027 2028-04-30"]
    assert found[0].which() == "avtalsåret 2026-05-01–2027-04-30"


def test_what_several_owe_each_by_itself_is_one_obligation_for_each() -> None:
    """Their names are part of the key, so that what one has done never counts for another."""
    given = """
        [duty.report]
        clause = "6"
        says = "Varje förening rapporterar varje år."
        kind = "report"
        by = ["the-association", "the-other-association"]
        when = { every = "year", due = "period_end" }
    """
    assert days(owed(given, "report", last="2026-12-31")) == [
        "2026-the-association 2026-12-31",
        "2026-the-other-association 2026-12-31",
    ]


def test_a_when_that_is_unusual_for_its_kind_is_possible_and_told() -> None:
    """`samsyn check` says so, with the kinds for which it is usual. It is advice, not an error."""
    given = """
        [duty.insight]
        clause = "6"
        says = "Nämnden får insyn varje år."
        kind = "insight"
        by = ["the-association"]
        when = { every = "year" }
    """
    ((duty, sentence),) = unfitting(agreement(given).agreement)
    assert duty.id == "insight"
    assert sentence.startswith(
        "a duty of kind «insight» that comes back (every) is unusual. Write a when that has no day"
    )


def test_what_several_owe_together_is_one_obligation() -> None:
    given = """
        [duty.evaluation]
        clause = "6"
        says = "Parterna utvärderar tillsammans varje år."
        kind = "evaluation"
        by = ["the-association", "the-municipality"]
        joint = true
        when = { every = "year", due = "period_end" }
    """
    (found,) = owed(given, "evaluation", last="2026-12-31")
    assert (found.by, found.joint) == (("the-association", "the-municipality"), True)
