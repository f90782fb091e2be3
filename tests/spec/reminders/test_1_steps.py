"""On which days one is reminded

Steps are days before the last day, set for each kind of obligation, and one day after it where nothing shows that it
was done. They are counted in civil dates. Everyone on both sides is reminded on the same days.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from samsyn.rules.obligations import KINDS, Evidence
from samsyn.rules.reminders import CATCH_UP, STEPS, Duty, Steps, step_of, steps_for

REPORT = Duty(
    "report", "Föreningen lämnar en rapport.", "6", due=date(2026, 11, 30), period_end=date(2026, 11, 30),
    evidence=Evidence.REPORT,
)  # fmt: skip


def days_of(duty: Duty, first: date, last: date) -> list[str]:
    """Who rings the bell every day writes these, each once."""
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return list(dict.fromkeys(f"{step.on} {step.days}" for day in span if (step := step_of(duty, day))))


def test_a_report_is_reminded_of_a_month_before_a_week_before_on_the_day_and_the_day_after() -> None:
    found = days_of(REPORT, date(2026, 1, 1), date(2027, 12, 31))
    assert found == ["2026-10-31 30", "2026-11-23 7", "2026-11-30 0", "2026-12-01 -1"]


def test_each_kind_has_its_steps() -> None:
    """What takes long to decide is begun early: a board's decision on an extension needs half a year."""
    assert steps_for("extension_deadline").before == (180, 90, 30, 7)
    assert steps_for("meeting").before == (60, 30, 14)
    assert steps_for("payment").before == (14, 3, 0)
    assert steps_for("insight").before == (30, 7)


def test_every_kind_in_the_table_exists_and_stands_there_once() -> None:
    named = [kind for steps in STEPS for kind in steps.kinds]
    assert sorted(named) == sorted(set(named))
    assert set(named) <= set(KINDS)


def test_steps_without_a_reason_or_in_disorder_are_refused() -> None:
    for before in ((), (7, 30), (7, 7), (7, -1)):
        with pytest.raises(ValueError, match="the longest first"):
            Steps(("report",), before, "Därför.", "Because.")
    with pytest.raises(ValueError, match="say why"):
        Steps(("report",), (7,), "", "")


def test_a_step_over_the_leap_day_counts_it() -> None:
    """Seven days before the sixth of March there is a 29 February in 2028, and none in 2027."""
    leap = replace(REPORT, due=date(2028, 3, 6), period_end=date(2028, 3, 6))
    common = replace(REPORT, due=date(2027, 3, 6), period_end=date(2027, 3, 6))
    assert "2028-02-28 7" in days_of(leap, date(2028, 1, 1), date(2028, 4, 1))
    assert "2027-02-27 7" in days_of(common, date(2027, 1, 1), date(2027, 4, 1))


def test_what_is_due_on_the_leap_day_has_passed_on_the_first_of_march() -> None:
    leap = replace(REPORT, due=date(2028, 2, 29), period_end=date(2028, 2, 29))
    found = days_of(leap, date(2028, 1, 1), date(2028, 4, 1))
    assert found == ["2028-01-30 30", "2028-02-22 7", "2028-02-29 0", "2028-03-01 -1"]


def test_month_ends_of_unlike_length_are_counted_in_days() -> None:
    """Thirty days before the last of March is the first of March; no month is shortened or skipped."""
    march = replace(REPORT, due=date(2026, 3, 31), period_end=date(2026, 3, 31))
    assert days_of(march, date(2026, 2, 1), date(2026, 3, 20)) == ["2026-03-01 30"]


def test_a_night_when_the_clock_is_moved_has_one_date_like_all_others() -> None:
    """Summer time began on 2026-03-29 and ended on 2026-10-25. Dates know no hours: no step is lost or doubled."""
    for due in (date(2026, 3, 29), date(2026, 3, 30), date(2026, 10, 25), date(2026, 10, 26)):
        found = days_of(replace(REPORT, due=due, period_end=due), due - timedelta(days=40), due + timedelta(days=20))
        assert [each.split()[1] for each in found] == ["30", "7", "0", "-1"]


def test_a_worker_that_was_away_for_three_days_sends_once_what_it_missed() -> None:
    """The step fell on 2026-10-31. It is the same step all the days after it, and one letter is written about it."""
    three_days_late = step_of(REPORT, date(2026, 11, 3))
    assert three_days_late == step_of(REPORT, date(2026, 10, 31))


def test_of_several_missed_steps_only_the_latest_is_sent() -> None:
    """Away from the week before until the day after: seven, nought and the day after have fallen."""
    missed = step_of(REPORT, date(2026, 12, 2))
    assert missed is not None
    assert missed.days == -1


def test_what_was_missed_long_ago_is_not_sent() -> None:
    last = date(2026, 10, 31) + CATCH_UP
    assert step_of(REPORT, last) is not None
    assert step_of(REPORT, last + timedelta(days=1)) is None


def test_an_amended_day_makes_new_steps_and_the_old_ones_are_not_repeated() -> None:
    """Reminded on 2026-11-23 of the thirtieth. Then the parties agreed on 2026-12-31: its steps are other steps."""
    before = step_of(REPORT, date(2026, 11, 23))
    amended = replace(REPORT, due=date(2026, 12, 31), period_end=date(2026, 12, 31))
    assert str(before) == "2026-11-30/7"
    assert step_of(amended, date(2026, 11, 24)) is None
    assert days_of(amended, date(2026, 11, 24), date(2027, 1, 31)) == [
        "2026-12-01 30",
        "2026-12-24 7",
        "2026-12-31 0",
        "2027-01-01 -1",
    ]


def test_nobody_is_reminded_of_what_is_done_waived_or_gone_from_the_terms() -> None:
    day = date(2026, 11, 23)
    assert step_of(REPORT, day) is not None
    for how in ("met_on", "waived_on", "fell_away_on"):
        assert step_of(replace(REPORT, **{how: day}), day) is None  # type: ignore[arg-type]


def test_nobody_is_reminded_of_what_is_disputed() -> None:
    """A party has objected with a reason. A letter that takes the duty for granted would take sides; when the objection
    is settled the steps go on."""
    day = date(2026, 11, 23)
    assert step_of(replace(REPORT, disputed_on=date(2026, 11, 20)), day) is None


def test_a_day_that_spreads_meetings_is_advice_and_nobody_is_reminded_of_it() -> None:
    """Four meetings in the year: the clause says no day for the first, and 31 March is Samsyn's advice."""
    first = Duty("meeting", "Gruppen möts.", "5", date(2026, 3, 31), date(2026, 12, 31), due_stated=False)
    assert days_of(first, date(2025, 1, 1), date(2027, 12, 31)) == []


def test_a_day_that_no_clause_says_is_never_said_to_have_passed() -> None:
    """«Varje år», and no day: the period's last day stands in its place. One is reminded before it, and not after."""
    unsaid = replace(REPORT, due_stated=False)
    assert days_of(unsaid, date(2026, 1, 1), date(2027, 12, 31)) == ["2026-10-31 30", "2026-11-23 7", "2026-11-30 0"]
    assert step_of(unsaid, date(2026, 12, 1)) is None


def test_where_there_is_nothing_to_show_nothing_is_missing_the_day_after() -> None:
    end = replace(REPORT, kind="end_of_period", evidence=Evidence.NONE)
    assert "2026-12-01 -1" not in days_of(end, date(2026, 1, 1), date(2027, 12, 31))


def test_what_has_no_day_has_no_steps() -> None:
    assert step_of(replace(REPORT, due=None), date(2026, 11, 23)) is None
