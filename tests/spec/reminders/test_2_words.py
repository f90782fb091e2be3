"""In which words one is reminded

One text for both sides. It says what the agreement says, under which clause, who does it for whom, and how far it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samsyn.rules.reminders import Duty, sentence

REPORT = Duty(
    "report", "Föreningen lämnar en rapport varje halvår.", "6", due=date(2026, 11, 30), period_end=date(2026, 11, 30),
    by="Föreningen", to="Socialnämnden",
)  # fmt: skip


def test_a_week_before() -> None:
    assert sentence(REPORT, date(2026, 11, 23)) == (
        "Föreningen lämnar en rapport varje halvår. "
        "Den som gör det är Föreningen, och det görs för Socialnämnden. "
        "Sista dagen är 2026-11-30 (punkt 6). Det är 7 dagar dit."
    )


def test_the_day_before_and_the_day_itself() -> None:
    assert sentence(REPORT, date(2026, 11, 29)).endswith("Det är i morgon.")
    assert sentence(REPORT, date(2026, 11, 30)).endswith("Det är i dag.")


def test_the_day_after_nobody_is_blamed() -> None:
    """It may be done and not shown. The word «sen» is not used of anyone."""
    after = sentence(REPORT, date(2026, 12, 1))
    assert after.endswith("Dagen har passerat, och i Samsyn finns inget underlag än. Lägg in det om det är gjort.")
    assert "sen " not in after


def test_a_day_that_the_clause_does_not_say_is_not_called_the_last_day() -> None:
    said = sentence(replace(REPORT, due_stated=False), date(2026, 11, 23))
    assert "Punkt 6 säger ingen dag; perioden slutar 2026-11-30." in said
    assert "Sista dagen" not in said


def test_what_is_held_together_says_who_calls() -> None:
    meeting = replace(REPORT, kind="meeting", says="Styrgruppen möts fyra gånger per år.", calls="Socialnämnden")
    assert "Det görs tillsammans, och den som kallar är Socialnämnden." in sentence(meeting, date(2026, 11, 16))


def test_what_all_do_is_said_of_all() -> None:
    together = replace(REPORT, by="Parterna tillsammans", to="")
    assert "Den som gör det är parterna tillsammans." in sentence(together, date(2026, 11, 23))


def test_the_agreement_s_last_day_is_that_day_and_not_the_last_day_for_something() -> None:
    end = replace(REPORT, kind="end_of_period", says="Överenskommelsen gäller till och med den 30 november.", to="")
    assert "Dagen är 2026-11-30 (punkt 6)." in sentence(end, date(2026, 11, 23))


def test_a_clause_without_a_number_is_said_by_its_name() -> None:
    assert "(Uppföljning st. 4)." in sentence(replace(REPORT, clause="Uppföljning st. 4"), date(2026, 11, 23))


def test_of_what_has_no_day_nothing_can_be_said() -> None:
    with pytest.raises(ValueError, match="no reminder"):
        sentence(replace(REPORT, due=None), date(2026, 11, 23))
