"""Report

A written report on the work: from a party to another, to a body, or to the board.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed, who

GIVEN = """
    [body.steering]
    clause = "5"
    says = "Partnerskapet har en styrgrupp."
    name = "Styrgruppen"
    kind = "steering"
    members = [{ function = "Chef", party = "the-municipality" }]

    [duty.it]
    clause = "6"
    says = "Föreningen rapporterar till styrgruppen."
    kind = "report"
    by = ["the-association"]
    to = ["steering"]
    when = { every = "half_year", due = "period_end" }
"""


def test_a_report_to_a_body_names_the_body() -> None:
    assert who(owed(GIVEN, "report")) == ["the-association → steering"]


def test_what_shows_that_it_was_done_is_a_report() -> None:
    (found, *_) = owed(GIVEN, "report")
    assert found.evidence is Evidence.REPORT
    assert found.says == "Föreningen rapporterar till styrgruppen (första halvåret 2026)."


def test_papers_on_request_are_a_report_without_a_day() -> None:
    given = GIVEN.replace('every = "half_year", due = "period_end"', 'on = "request"')
    assert days(owed(given, "report")) == ["on-request no day"]
