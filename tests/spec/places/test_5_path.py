"""A training place: its steps, who must agree to more time, and whether all will be reached

In the lists «talk 1/2 2026-02-10 during» is the first of two talks, at the latest on that day.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samsyn.rules.places import (
    DueStep,
    Kind,
    StepState,
    answers_in_turn,
    entitlement,
    forecast,
    may_extend,
    may_open_extra,
    next_wave,
    standing,
    steps_due,
    year_of,
)
from samsyn.rules.quantities import DateRange, add_months
from samsyn.rules.terms import Agreement
from tests.spec.small import ONE_YEAR, agreement

TRAINING = """
    [pool.training]
    clause = "4"
    says = "Tjugofyra platser samtidigt, högst fyra månader; båda parter kan förlänga."
    kind = "training"
    places = 24
    by = ["the-association"]
    months = 4
    extension = "joint_decision"
    extension_needs = ["the-municipality", "the-association"]

    [volume.a-year]
    clause = "4"
    says = "72 individer per år."
    count = 72
    unit = "individer"
    per = "year"
"""
TALK = """
    [step.talk]
    clause = "5"
    says = "Ett samtal."
    pool = "training"
    kind = "follow_up"
    {more}
"""
FIRST, LAST = date(2026, 1, 1), date(2026, 4, 30)


def steps(more: str, first: date = FIRST, last: date = LAST) -> list[DueStep]:
    return steps_due(agreement(TRAINING + TALK.format(more=more)).agreement, "training", first, last)


def shown(found: list[DueStep]) -> list[str]:
    return [f"{each.step_id} {each.occurrence}/{each.of} {each.due} {each.at}" for each in found]


def test_at_the_start_a_step_is_due_so_many_days_after_the_first() -> None:
    assert shown(steps('at = ["start"]\ndays = 14')) == ["talk 1/1 2026-01-15 start"]


def test_at_the_end_a_step_is_due_so_many_days_before_the_last() -> None:
    assert shown(steps('at = ["end"]\ndays = 30')) == ["talk 1/1 2026-03-31 end"]


def test_in_between_steps_are_spread_evenly() -> None:
    assert shown(steps('at = ["during"]\nat_least = 2')) == [
        "talk 1/2 2026-02-10 during",
        "talk 2/2 2026-03-22 during",
    ]


def test_a_step_at_the_start_and_the_end_comes_once_in_each_and_more_in_between() -> None:
    assert shown(steps('at = ["start", "end"]\nat_least = 3')) == [
        "talk 1/3 2026-01-01 start",
        "talk 2/3 2026-03-02 during",
        "talk 3/3 2026-04-30 end",
    ]


def test_without_a_number_of_days_the_first_and_the_last_day_are_a_reading() -> None:
    (found,) = steps('at = ["end"]')
    assert (found.due, found.reason.assumptions) == (LAST, ("places-day-not-stated",))


def test_in_a_placement_too_short_for_its_days_a_step_stays_within_it() -> None:
    assert shown(steps('at = ["end"]\ndays = 30', FIRST, date(2026, 1, 10))) == ["talk 1/1 2026-01-01 end"]
    assert shown(steps('at = ["start"]\ndays = 30', FIRST, date(2026, 1, 10))) == ["talk 1/1 2026-01-10 start"]
    assert shown(steps("at_least = 2", FIRST, FIRST)) == ["talk 1/2 2026-01-01 during", "talk 2/2 2026-01-01 during"]


def test_when_a_placement_is_extended_its_end_moves_and_what_was_at_the_start_does_not() -> None:
    longer = steps('at = ["start", "during", "end"]\nat_least = 3', FIRST, date(2026, 6, 30))
    assert shown(longer) == [
        "talk 1/3 2026-01-01 start",
        "talk 2/3 2026-04-01 during",
        "talk 3/3 2026-06-30 end",
    ]


def test_the_first_time_one_answers_is_the_first_self_assessment_whatever_its_number() -> None:
    """The supervisor grades first. The participant then answers a first time, and a second: two of two are done."""
    assert next_wave([]) == 1
    assert answers_in_turn([1, 2]) == {1: 1, 2: 2}
    assert answers_in_turn([2, 3]) == {1: 2, 2: 3}
    assert answers_in_turn([2]) == {1: 2}
    assert next_wave([2]) == 3


def test_who_must_see_to_it_is_named_or_runs_the_pool() -> None:
    assert steps("")[0].by == ("the-association",)
    assert steps('by = ["the-municipality"]')[0].by == ("the-municipality",)


@pytest.mark.parametrize(
    ("done", "today", "state"),
    [
        (None, date(2026, 1, 26), StepState.COMING),
        (None, date(2026, 1, 27), StepState.DUE),
        (None, date(2026, 2, 10), StepState.DUE),
        (None, date(2026, 2, 11), StepState.LATE),
        (date(2026, 2, 10), date(2026, 6, 1), StepState.DONE),
        (date(2026, 2, 11), date(2026, 6, 1), StepState.DONE_LATE),
    ],
)
def test_a_step_comes_is_due_for_two_weeks_is_late_and_can_be_met_late(
    done: date | None, today: date, state: StepState
) -> None:
    first = steps("at_least = 2")[0]
    assert standing(first, [done] if done else [], today) is state


def training(**period: str) -> Agreement:
    return agreement(TRAINING, **period).agreement


def test_more_time_needs_every_party_that_is_named_and_the_participant_s_own_view() -> None:
    read = training()
    one = may_extend(read, "training", {"the-association"}, consulted=True)
    assert (one.allowed, one.missing) == (False, ("the-municipality",))
    assert one.reason.says == "Nämnden har inte sagt ja."
    both = {"the-association", "the-municipality"}
    assert may_extend(read, "training", both, consulted=True).allowed
    unasked = may_extend(read, "training", both, consulted=False)
    assert (unasked.allowed, unasked.reason.says) == (False, "Deltagaren har inte tillfrågats.")


def test_where_the_agreement_has_no_extension_there_is_none() -> None:
    read = agreement(TRAINING.replace('extension = "joint_decision"', "")).agreement
    assert not may_extend(read, "training", set(read.party), consulted=True).allowed


def rounds(read: Agreement, places: int, months: int = 4, first: date = FIRST) -> list[DateRange]:
    """So many places taken on the first day, for so many months."""
    return [DateRange(first, add_months(first, months))] * places


def test_twenty_four_places_of_four_months_are_seventy_two_in_a_year() -> None:
    found = forecast(training(**ONE_YEAR), "training", [], [], FIRST)
    assert (found.expected, found.goal, found.reached) == (72, 72, True)
    assert entitlement(training(), "training", FIRST).nights.last == LAST


def test_each_extension_takes_a_place_from_someone_else() -> None:
    """24 begin on the first of January. Six of them are given four months more: six fewer are reached."""
    read = training(**ONE_YEAR)
    started = [FIRST] * 24
    spans = rounds(read, 18) + rounds(read, 6, months=8)
    found = forecast(read, "training", started, spans, date(2026, 2, 1))
    assert (found.individuals_so_far, found.places_so_far) == (24, 24)
    assert (found.expected, found.reached) == (24 + 18 * 2 + 6, False)


def test_who_comes_back_is_one_individual_and_two_places() -> None:
    read = training(**ONE_YEAR)
    spans = rounds(read, 1) + rounds(read, 1, first=date(2026, 6, 1))
    found = forecast(read, "training", [FIRST], spans, date(2026, 7, 1))
    assert (found.individuals_so_far, found.places_so_far) == (1, 2)


def test_who_began_last_year_holds_a_place_and_is_counted_then() -> None:
    """24 go on into the year until March. Each place has ten months left, two and a half rounds."""
    read = training(last="2027-12-31")
    spans = rounds(read, 24, first=date(2026, 11, 1))
    found = forecast(read, "training", [], spans, date(2027, 1, 1))
    assert (found.individuals_so_far, found.places_so_far, found.expected) == (0, 0, 60)


def test_every_day_a_place_stands_empty_lowers_what_can_be_reached() -> None:
    read = training(**ONE_YEAR)
    days = [FIRST + timedelta(days=n) for n in range(0, 360, 10)]
    reached = [forecast(read, "training", [], [], day).expected for day in days]
    assert reached == sorted(reached, reverse=True)
    assert reached[0] == 72
    assert reached[-1] == 2


def test_a_year_is_counted_from_the_first_day_of_the_agreement() -> None:
    read = training(first="2026-05-01", last="2028-04-30")
    assert str(year_of(read, date(2027, 4, 30))) == "2026-05-01–2027-04-30"
    assert str(year_of(read, date(2027, 5, 1))) == "2027-05-01–2028-04-30"


EXTRA = """
    [pool.beds]
    clause = "4"
    says = "Fyrtio platser."
    kind = "night"
    places = 40
    nights = 5

    [extra_places.cold]
    clause = "6"
    says = "Extra platser kalla nätter."
    pool = "beds"
    triggers = ["cold_night"]
    decided_by = "Samordningen"
    threshold = "Prognos −7 °C"
    season_first = "11-01"
    season_last = "03-31"
"""


def test_extra_places_are_opened_by_a_person_within_their_season() -> None:
    """A threshold is shown and decides nothing."""
    read = agreement(EXTRA).agreement
    found = may_open_extra(read, "beds", Kind.COLD_NIGHT, date(2027, 1, 2))
    assert (found.allowed, found.threshold, found.reason.says) == (True, "Prognos −7 °C", "Samordningen beslutar.")
    for night, allowed in ((date(2026, 11, 1), True), (date(2027, 3, 31), True), (date(2027, 4, 1), False)):
        assert may_open_extra(read, "beds", Kind.COLD_NIGHT, night).allowed is allowed
    assert not may_open_extra(read, "beds", Kind.SPECIAL_EVENT, date(2027, 1, 2)).allowed
