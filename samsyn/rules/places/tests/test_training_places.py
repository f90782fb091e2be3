"""The training places of the seed, worked through: 24 at once, four months, 72 individuals a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samsyn.rules.places import (
    Hindrance,
    blocks,
    entitlement,
    extended,
    forecast,
    last_day,
    may_extend,
    may_have,
    scheme,
    steps_due,
)
from samsyn.rules.places.tests.seeds import TRAINING, read_as, training_places
from samsyn.rules.quantities import DateRange, add_months

YEAR = DateRange.year(2025)
BOTH = {"arbetsmarknads-och-socialnamnden", "skane-stadsmission"}


def test_four_months_from_the_first_of_the_year_end_with_april() -> None:
    found = entitlement(training_places(), TRAINING, date(2025, 1, 1))
    assert found.nights == DateRange(date(2025, 1, 1), date(2025, 5, 1))
    assert found.reason.says == "Plats i fyra månader, från onsdag 1 januari till och med onsdag 30 april."
    assert (found.quarantine_nights, scheme(training_places(), TRAINING)) == (0, TRAINING)


def test_a_later_start_never_ends_earlier() -> None:
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(2000)]
    for months in (1, 4, 6, 12):
        ends = [last_day(day, months) for day in days]
        assert ends == sorted(ends)
        same = [add_months(day, months) for day in days]
        assert all(day - timedelta(days=1) <= end <= day for day, end in zip(same, ends, strict=True))


def test_who_trains_already_is_told_until_when_and_may_begin_anew_the_day_after() -> None:
    read = training_places()
    mine = blocks(entitlement(read, TRAINING, date(2025, 1, 1)))
    answer = may_have(read, TRAINING, date(2025, 4, 30), "woman", blocks=mine)
    assert (answer.hindrance, answer.from_when) == (Hindrance.HAS_A_PLACE, date(2025, 5, 1))
    assert answer.reason.says == ("Har redan en plats till och med dagen onsdag 30 april. Ny plats från torsdag 1 maj.")


def test_an_extension_needs_both_parties_and_moves_the_end() -> None:
    read = training_places()
    for agreed in (set(), {"skane-stadsmission"}, {"arbetsmarknads-och-socialnamnden"}):
        assert not may_extend(read, TRAINING, agreed, consulted=True).allowed
    assert may_extend(read, TRAINING, BOTH, consulted=True).reason.says == "Alla som ska säga ja har gjort det."
    longer = extended(entitlement(read, TRAINING, date(2025, 1, 1)), date(2025, 6, 30))
    assert longer.nights.last == date(2025, 6, 30)
    with pytest.raises(ValueError, match="is not after"):
        extended(longer, date(2025, 6, 30))


def test_the_path_of_a_placement_from_the_first_of_february() -> None:
    """Every number of days is the chosen reading; the text has only «i början», «i slutet» and «i god tid»."""
    found = steps_due(training_places(), TRAINING, date(2025, 2, 1), date(2025, 5, 31))
    assert [(each.step_id, each.occurrence, each.due.isoformat()) for each in found] == [
        ("sjalvskattning", 1, "2025-02-08"),
        ("introduktion", 1, "2025-02-15"),
        ("individuell-plan", 1, "2025-02-15"),
        ("uppfoljningssamtal", 1, "2025-03-13"),
        ("uppfoljningssamtal", 2, "2025-04-22"),
        ("nasta-steg", 1, "2025-05-01"),
        ("sjalvskattning", 2, "2025-05-24"),
        ("avslutningssamtal", 1, "2025-05-31"),
    ]
    assert all(each.by and each.reason.clause for each in found)
    assert next(each for each in found if each.step_id == "nasta-steg").by == ("arbetsmarknads-och-socialnamnden",)


def test_the_talks_are_no_step_where_they_are_read_as_a_measure_alone() -> None:
    read = read_as(training_places(), "krav-eller-matt", "bara-matt")
    found = steps_due(read, TRAINING, date(2025, 2, 1), date(2025, 5, 31))
    assert "uppfoljningssamtal" not in {each.step_id for each in found}


def test_talks_apart_are_the_same_occurrences_with_another_mark() -> None:
    apart = read_as(training_places(), "gemensamma-samtal", "var-for-sig")
    found = [each for each in steps_due(apart, TRAINING, YEAR.start, date(2025, 4, 30)) if each.kind == "follow_up"]
    assert [(each.together, each.of, len(each.functions)) for each in found] == [(False, 2, 2)] * 2


def test_three_rounds_of_twenty_four_reach_the_goal_and_each_extension_costs_one() -> None:
    read, start = training_places(), YEAR.start
    assert forecast(read, TRAINING, [], [], start).expected == 72
    round_ = [DateRange(start, date(2025, 5, 1))] * 24
    for extensions in range(25):
        longer = [DateRange(start, date(2025, 9, 1))] * extensions
        found = forecast(read, TRAINING, [start] * 24, round_[extensions:] + longer, date(2025, 2, 1))
        assert found.expected == 72 - extensions
        assert found.reached is (extensions == 0)
    assert found.reason.clause == "4.3 st. 4"


def test_the_forecast_names_its_goal_and_says_it_in_words() -> None:
    found = forecast(training_places(), TRAINING, [YEAR.start] * 3, [], YEAR.start)
    assert (found.goal, found.individuals_so_far, found.year) == (72, 3, YEAR)
    assert found.reason.says.startswith("3 individer har börjat.")
    places = forecast(training_places(), TRAINING, [], [], YEAR.start, volume="platser-per-ar")
    assert (places.goal, places.reason.clause) == (72, "4.2 st. 1")
    assert places.reason.assumptions == ("sjuttiotva-lofte-eller-foljd",)


def test_after_the_last_day_nothing_more_is_expected() -> None:
    found = forecast(training_places(), TRAINING, [date(2025, 3, 1)] * 60, [], date(2026, 1, 15))
    assert (found.expected, found.individuals_so_far, found.reached) == (60, 60, False)
