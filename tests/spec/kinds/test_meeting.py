"""Meeting

A body meets at least as often as the text says. The convenor owes the calling; without one, all members do together.
How the days follow from the meetings held stands under «At least so many times».
"""

from __future__ import annotations

from datetime import date

from tests.spec.small import days, owed, who

GIVEN = """
    [body.steering]
    clause = "5"
    says = "Styrgruppen möts minst två gånger per år eller vid behov."
    name = "Styrgruppen"
    kind = "steering"
    convenor = "the-association"
    meets = { every = "year", times = 2, also_when_needed = true }
    members = [
        { function = "Verksamhetschef", party = "the-municipality" },
        { function = "Verksamhetschef", party = "the-association" },
    ]
"""


def test_the_convenor_owes_it_to_the_other_members() -> None:
    assert who(owed(GIVEN, "meeting")) == ["the-association → the-municipality"]


def test_without_a_convenor_all_members_owe_it_together() -> None:
    (found, *_) = owed(GIVEN.replace('convenor = "the-association"', ""), "meeting")
    assert (found.by, found.joint) == (("the-municipality", "the-association"), True)


def test_each_occurrence_says_which_meeting_it_is() -> None:
    found = owed(GIVEN, "meeting", last="2026-12-31")
    assert [each.which() for each in found] == ["möte 1 av 2, år 2026", "möte 2 av 2, år 2026"]
    assert [each.which("en") for each in found] == ["meeting 1 of 2, year 2026", "meeting 2 of 2, year 2026"]


def test_a_body_whose_rhythm_is_not_said_owes_no_meetings() -> None:
    assert owed(GIVEN.replace('meets = { every = "year", times = 2, also_when_needed = true }', ""), "meeting") == []


def test_at_least_so_many_times_is_told_apart_from_exactly_so_many() -> None:
    (first, *_) = owed(GIVEN, "meeting")
    (exact, *_) = owed(GIVEN.replace("times = 2", "times = 2, exactly = true"), "meeting")
    assert first.reason.says.startswith("Ska ske minst 2 gånger")
    assert exact.reason.says.startswith("Ska ske 2 gånger")
    assert first.due == exact.due


def test_where_it_is_enough_to_meet_when_needed_no_day_is_shown() -> None:
    """«Två gånger per år eller vid behov», read as if the need may take the place of the two."""
    assert days(owed(GIVEN.replace("also_when_needed", "or_when_needed"), "meeting")) == ["when-needed no day"]


def test_every_second_month_can_be_one_in_each_period_instead_of_counted_from_the_last() -> None:
    """From May: May–June, July–August and so on, against two months after the last meeting."""
    given = GIVEN.replace('every = "year", times = 2', 'every = "two_months"')
    held = {"steering": [date(2026, 5, 20)]}
    (_, second, *_) = owed(given, "meeting", happened=held, first="2026-05-01", last="2027-04-30")
    assert str(second.due) == "2026-07-20"
    by_period = given.replace('"two_months"', '"two_months", counted = "by_period", aligned = "agreement"')
    (_, second, *_) = owed(by_period, "meeting", happened=held, first="2026-05-01", last="2027-04-30")
    assert str(second.due) == "2026-08-31"


def test_every_month_can_be_counted_from_the_last() -> None:
    given = GIVEN.replace('every = "year", times = 2', 'every = "month", counted = "from_last"')
    (first, *_) = owed(given, "meeting")
    assert (str(first.due), first.reason.says) == ("2026-01-31", "Ska ske minst varje månad. Räknat från 2026-01-01.")


def test_years_can_be_those_of_the_agreement() -> None:
    given = GIVEN.replace("times = 2", 'times = 2, aligned = "agreement"')
    found = owed(given, "meeting", first="2026-05-01", last="2027-04-30")
    assert days(found) == ["2026 2026-10-31 not stated", "2026-2 2027-04-30"]
