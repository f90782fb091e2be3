"""Report of concern

A report of concern for a child (orosanmälan), made when there is cause. Only that it was made is noted: never for whom,
and nothing of what it says.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed, who

GIVEN = """
    [duty.concern]
    clause = "5"
    says = "Föreningen gör skriftlig orosanmälan när det finns oro för ett barn som är känt."
    kind = "concern_report"
    by = ["the-association"]
    to = ["the-municipality"]
    when = { on = "event" }
"""


def test_it_has_no_day_until_there_is_cause() -> None:
    found = owed(GIVEN, "concern_report")
    assert days(found) == ["on-event no day"]
    assert who(found) == ["the-association → the-municipality"]


def test_what_shows_it_is_a_note_without_particulars() -> None:
    (found,) = owed(GIVEN, "concern_report")
    assert found.evidence == Evidence.NOTE


def test_a_clause_can_say_that_it_is_made_at_once() -> None:
    (found,) = owed(GIVEN.replace('on = "event"', 'on = "event", within_days = 0'), "concern_report")
    assert found.reason.says == "Ska göras när det som punkten talar om händer, omgående."
