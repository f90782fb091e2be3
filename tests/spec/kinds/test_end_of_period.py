"""Last day

The last day of the agreement. Its key is the same when an extension or notice moves the day.
"""

from __future__ import annotations

from tests.spec.small import days, owed


def test_it_is_the_last_day_of_the_period() -> None:
    assert days(owed("", "end_of_period")) == ["end 2028-12-31"]


def test_notice_moves_it() -> None:
    """Six months from 31 March 2027."""
    clause = """
    [notice.six-months]
    clause = "8"
    says = "Sex månaders uppsägningstid."
    months = 6
    """
    notice = """
        [change]
        id = "notice"
        kind = "notice"
        clause = "8"
        says = "Föreningen sade upp."
        on = 2027-03-31
    """
    (found,) = owed(clause, "end_of_period", notice)
    assert days([found]) == ["end 2027-09-30"]
    assert found.says == "Överenskommelsen är uppsagd och gäller till och med 2027-09-30."
    assert found.reason.says == "Texten säger 2028-12-31. § 8: Föreningen sade upp."


def test_an_extension_and_a_termination_say_so_too() -> None:
    clause = """
    [extension.a-year]
    clause = "7"
    says = "Kan förlängas ett år."
    months = 12
    deadline = { months_before_end = 3 }
    form = "written_agreement"
    """
    change = """
        [change]
        id = "moved"
        kind = "extension"
        by = ["the-municipality", "the-association", "the-other-association"]
        clause = "7"
        says = "Ett år till."
        on = 2028-09-01
        last = 2029-12-31
    """
    (extended,) = owed(clause, "end_of_period", change)
    assert extended.says == "Överenskommelsen är förlängd och gäller till och med 2029-12-31."
    (ended,) = owed(
        "", "end_of_period", change.replace('"extension"', '"termination"').replace("2029-12-31", "2028-10-31")
    )
    assert ended.says == "Överenskommelsen är hävd och gäller till och med 2028-10-31."


def test_the_words_of_the_text_stand_as_long_as_the_day_does() -> None:
    (found,) = owed("", "end_of_period")
    assert found.says == "Gäller 2026-01-01 till och med 2028-12-31."
