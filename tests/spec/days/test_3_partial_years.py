"""A year that is cut: how much is owed when the agreement begins or ends within it

A cut period counts for its part: a year from 1 May counts for 8 / 12. The parts are added up from the start and
rounded to the nearest whole number, a half upwards, so that an agreement of exactly twelve months owes what one whole
year does, wherever in the year it begins. The rule is ours (docs/decisions), for no clause we have seen says anything.
"""

from __future__ import annotations

from tests.spec.small import days, owed

YEARLY = """
    [duty.report]
    clause = "6"
    says = "Föreningen rapporterar varje år."
    kind = "report"
    by = ["the-association"]
    when = { every = "year", due = "period_end" }
"""
TWICE = YEARLY.replace('every = "year"', 'every = "year", times = 2')


def test_twelve_months_from_may_owe_one_yearly_report() -> None:
    """2026 counts for 8 / 12 ≈ 0,67, rounded to 1; with 2027's 4 / 12 it is 12 / 12 = 1, so nothing more."""
    assert days(owed(YEARLY, "report", first="2026-05-01", last="2027-04-30")) == ["2026 2026-12-31"]


def test_twelve_months_from_may_owe_two_reports_where_a_year_owes_two() -> None:
    """2026: 2 · 8 / 12 ≈ 1,33, rounded to 1. With 2027: 2 · 12 / 12 = 2, so one more."""
    assert days(owed(TWICE, "report", first="2026-05-01", last="2027-04-30")) == ["2026 2026-12-31", "2027 2027-04-30"]


def test_what_would_round_away_altogether_is_owed_once() -> None:
    """Two months are 2 / 12 ≈ 0,17 of a year. A report every year is then owed once, at the end."""
    assert days(owed(YEARLY, "report", first="2026-03-01", last="2026-04-30")) == ["2026 2026-04-30"]


def test_a_term_that_holds_from_a_later_day_is_cut_in_the_same_way() -> None:
    """From 1 September 2026 that year counts for 4 / 12 ≈ 0,33, rounded to 0; with 2027 it is 1,33, rounded to 1."""
    given = YEARLY + "first = 2026-09-01\n"
    assert [each.occurrence for each in owed(given, "report", last="2027-12-31")] == ["2027"]


def test_a_day_that_a_cut_year_does_not_hold_is_replaced_by_its_last_day_marked_as_not_stated() -> None:
    """The clause says 1 February; an agreement that begins in May has none in its first year."""
    given = YEARLY.replace('"period_end"', '"02-01"')
    assert days(owed(given, "report", first="2026-05-01", last="2027-12-31")) == [
        "2026 2026-12-31 not stated",
        "2027 2027-02-01",
    ]


def test_extending_the_agreement_keeps_every_key() -> None:
    """The year that was cut at the end is now whole; nothing that was owed has another key."""
    extended = """
        [change]
        id = "longer"
        kind = "extension"
        by = ["the-municipality", "the-association", "the-other-association"]
        clause = "7"
        says = "Ett år till."
        on = 2027-01-15
        last = 2028-04-30
    """
    clause = """
        [extension.one-year]
        clause = "7"
        says = "Kan förlängas ett år."
        months = 12
        deadline = { months_before_end = 3 }
        form = "written_agreement"
    """
    before = owed(YEARLY + clause, "report", first="2026-05-01", last="2027-04-30")
    after = owed(YEARLY + clause, "report", extended, first="2026-05-01", last="2027-04-30")
    assert [each.occurrence for each in before] == ["2026"]
    assert [each.occurrence for each in after] == ["2026", "2027"]
