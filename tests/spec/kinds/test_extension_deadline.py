"""Extension deadline

The last day on which an extension can be settled. There is one for each end that the agreement has had.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [extension.one-year]
    clause = "7"
    says = "Kan förlängas ett år om parterna skriver på senast tre månader före slutet."
    months = 12
    deadline = { months_before_end = 3 }
    form = "written_agreement"
"""


def test_three_months_before_the_end_is_the_last_day_of_september() -> None:
    """The agreement ends on 31 December, so with the first of October only three whole months are left."""
    assert days(owed(GIVEN, "extension_deadline")) == ["2028-12-31 2028-09-30"]


def test_once_extended_the_next_end_has_a_deadline_of_its_own() -> None:
    extended = """
        [change]
        id = "longer"
        kind = "extension"
        by = ["the-municipality", "the-association", "the-other-association"]
        clause = "7"
        says = "Ett år till."
        on = 2028-06-01
        last = 2029-12-31
    """
    found = owed(GIVEN, "extension_deadline", extended)
    assert days(found) == ["2028-12-31 2028-09-30", "2029-12-31 2029-09-30"]


def test_when_no_more_extensions_are_possible_there_is_no_deadline() -> None:
    extended = """
        [change]
        id = "longer"
        kind = "extension"
        by = ["the-municipality", "the-association", "the-other-association"]
        clause = "7"
        says = "Ett år till."
        on = 2028-06-01
        last = 2029-12-31
    """
    found = owed(GIVEN + "    times = 1\n", "extension_deadline", extended)
    assert days(found) == ["2028-12-31 2028-09-30"]


def test_after_notice_nothing_is_left_to_extend() -> None:
    notice = """
        [change]
        id = "notice"
        kind = "notice"
        clause = "8"
        says = "Föreningen sade upp."
        on = 2026-03-31
    """
    clause = """
    [notice.six-months]
    clause = "8"
    says = "Sex månaders uppsägningstid."
    months = 6
    """
    assert owed(GIVEN + clause, "extension_deadline", notice) == []


def test_what_shows_it_follows_the_form_that_the_clause_demands() -> None:
    (agreed,) = owed(GIVEN, "extension_deadline")
    (told,) = owed(GIVEN.replace("written_agreement", "written_notice"), "extension_deadline")
    assert (agreed.evidence, told.evidence) == (Evidence.SIGNED, Evidence.WRITTEN_NOTICE)
