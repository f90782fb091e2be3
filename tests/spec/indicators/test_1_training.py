"""Figures on training places: n, what is missing, and each individual's own change

The placement that an example begins with runs from 2 February to 1 June 2026 and is looked at on 31 December, where
nothing else is said. «2 of 3, 1 missing» is a count; «+1/2 of 2 pairs, 3 started, 4 in all» is a change.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samsyn.rules.indicators import (
    Changed,
    Counted,
    Measured,
    NotMeasured,
    Numbers,
    OfTraining,
    Rating,
    Taken,
    Talk,
    Value,
    definitions,
    figures,
    numbers,
)
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from tests.spec.small import ONE_YEAR, agreement

POOL = """
    [pool.training]
    clause = "4"
    says = "Tjugofyra platser."
    kind = "training"
    places = 24
    by = ["the-association"]
"""
STEPS = """
    [step.welcome]
    clause = "6.4"
    says = "Ett inledande samtal."
    pool = "training"
    kind = "introduction"
    at = ["start"]

    [step.talks]
    clause = "6.2"
    says = "Minst två samtal."
    pool = "training"
    kind = "follow_up"
    at_least = 2
    with_functions = ["Handledare", "Handläggare"]
    {together}

    [step.rating]
    clause = "6.3"
    says = "Skattar sig först och sist."
    pool = "training"
    kind = "self_assessment"
    at_least = 2
    at = ["start", "end"]

    [step.plan]
    clause = "6.5"
    says = "Har en egen planering."
    pool = "training"
    kind = "individual_plan"

    [step.goodbye]
    clause = "6.4"
    says = "Ett avslutande samtal."
    pool = "training"
    kind = "closing"
    at = ["end"]
"""
INDICATORS = """
    [indicator.trained]
    clause = "6.1"
    says = "Antal som har tränat."
    name = "Har tränat"
    level = "output"
    measure = "distinct"
    of = "Deltagare"
    unit = "deltagare"
    facts = ["participants"]
    reached = {{ began = true }}
    {trained}

    [indicator.change]
    clause = "6.3"
    says = "Upplevd utveckling."
    name = "Utveckling"
    level = "outcome"
    measure = "{measure}"
    of = "Självskattningar"
    unit = "deltagare"
    facts = ["participants"]
    reached = {reached}
"""
YEAR, LATER = DateRange.year(2026), date(2026, 12, 31)
FIRST, LAST = date(2026, 2, 2), date(2026, 6, 1)
SPRING = date(2026, 4, 1)


def terms(together: str = "", measure: str = "paired_change", trained: str = "") -> Agreement:
    reached = '{ steps = ["rating"] }' if measure == "paired_change" else "{ rated_higher = true }"
    indicators = INDICATORS.format(measure=measure, trained=trained, reached=reached)
    written = POOL + STEPS.format(together=together) + indicators
    return agreement(written, **ONE_YEAR).agreement


def taken(person: str = "a", **said: Any) -> Taken:
    return replace(Taken(person, "woman", FIRST, LAST, "followed_plan", present=60), **said)


def talk(step: str, occurrence: int = 1, function: str = "", on: date = SPRING) -> Talk:
    return Talk(step, occurrence, on, function)


def rated(wave: int, *values: int | None) -> Rating:
    return Rating(wave, SPRING, values)


def found(measured: Measured, *facts: Taken, today: date = LATER, **said: str) -> OfTraining:
    made = figures(terms(**said), "training", facts, YEAR, today)
    return next(each for each in made if each.definition.measured is measured)


def shown(value: Value) -> str:
    match value:
        case Counted():
            return f"{value.reached} of {value.of}, {value.missing} missing"
        case Changed():
            sign = "+" if value.mean > 0 else ""
            return f"{sign}{value.mean} of {value.pairs} pairs, {value.started} started, {value.of} in all"
        case NotMeasured():
            return f"not measured: {value.why}, {value.started} started, {value.of} in all"
        case _:
            raise AssertionError(value)


def test_who_was_there_one_day_has_trained() -> None:
    there, never = taken(), taken("b", present=0, absent=9, result="broke_off")
    assert shown(found(Measured.TRAINED, there, never).total) == "1 of 2, 0 missing"


def test_where_nothing_was_noted_nobody_says_that_someone_trained() -> None:
    silent = taken("b", present=0, result=None)
    assert shown(found(Measured.TRAINED, taken(), silent).total) == "1 of 2, 1 missing"


def test_someone_who_comes_back_is_one_individual_and_two_placements() -> None:
    twice = [taken(), taken(first=date(2026, 9, 1), last=date(2026, 11, 1))]
    assert shown(found(Measured.TRAINED, *twice).total) == "1 of 1, 0 missing"
    assert numbers(twice, YEAR, LATER) == Numbers(individuals=1, placements=2)


def test_a_placement_over_the_new_year_is_of_both_years() -> None:
    over = taken(first=date(2025, 11, 3), last=date(2026, 1, 1))
    before = taken("b", first=date(2025, 9, 1), last=date(2025, 12, 31))
    assert shown(found(Measured.TRAINED, over, before).total) == "1 of 1, 0 missing"


def test_a_figure_is_split_by_the_sex_that_each_has_stated() -> None:
    split = found(
        Measured.TRAINED, taken(), taken("b", sex="man"), taken("c", sex="not_stated", present=0, result=None)
    )
    assert [(sex, shown(value)) for sex, value in split.by_sex] == [
        ("woman", "1 of 1, 0 missing"),
        ("man", "1 of 1, 0 missing"),
        ("not_stated", "0 of 1, 1 missing"),
    ]


def test_a_sex_without_anyone_is_not_measured_and_not_nought() -> None:
    split = found(Measured.TRAINED, taken())
    assert [(sex, shown(value)) for sex, value in split.by_sex] == [
        ("woman", "1 of 1, 0 missing"),
        ("man", "not measured: nobody, 0 started, 0 in all"),
    ]


def test_where_the_agreement_says_why_it_is_not_split_it_is_not() -> None:
    whole = found(Measured.TRAINED, taken(), trained='split = ["track"]\nno_sex_split_because = "För få."')
    assert whole.by_sex == ()


def test_two_talks_are_two_different_ones() -> None:
    twice = taken(talks=(talk("talks", 1), talk("talks", 2)))
    the_same = taken("b", talks=(talk("talks", 1), talk("talks", 1)))
    assert shown(found(Measured.FOLLOWED_UP, twice, the_same).total) == "1 of 2, 0 missing"


def test_where_each_may_have_its_own_talk_both_must_have_had_two() -> None:
    def talks(*of: tuple[int, str]) -> Taken:
        return taken(str(of), talks=tuple(talk("talks", number, who) for number, who in of))

    both = talks((1, "Handledare"), (2, "Handledare"), (1, "Handläggare"), (2, "Handläggare"))
    one = talks((1, "Handledare"), (2, "Handledare"), (1, "Handläggare"))
    assert shown(found(Measured.FOLLOWED_UP, both, one, together="together = false").total) == "1 of 2, 0 missing"


def test_while_a_placement_goes_on_what_is_not_reached_can_still_come() -> None:
    going = taken(last=None, result=None)
    assert shown(found(Measured.FOLLOWED_UP, going).total) == "0 of 1, 1 missing"
    assert shown(found(Measured.FOLLOWED_UP, taken()).total) == "0 of 1, 0 missing"
    assert shown(found(Measured.FOLLOWED_UP, taken(), today=SPRING).total) == "0 of 1, 1 missing"


def test_the_first_and_the_last_talk_are_both_needed() -> None:
    both = taken(talks=(talk("welcome"), talk("goodbye")))
    first = taken("b", talks=(talk("welcome"),))
    assert shown(found(Measured.INTRODUCED_AND_CLOSED, both, first).total) == "1 of 2, 0 missing"


@pytest.mark.parametrize(
    ("result", "count"),
    [
        ("followed_plan", "1 of 1, 0 missing"),
        ("partly", "0 of 1, 0 missing"),
        ("broke_off", "0 of 1, 0 missing"),
        (None, "0 of 1, 1 missing"),
    ],
)
def test_completed_by_plan_is_what_was_said_at_the_closing(result: str | None, count: str) -> None:
    assert shown(found(Measured.BY_PLAN, taken(result=result)).total) == count


def test_the_change_is_each_one_s_own() -> None:
    up = taken(ratings=(rated(1, 1, 2, 3), rated(2, 2, 3, 4)))
    still = taken("b", ratings=(rated(1, 5, 5, 5), rated(2, 5, 5, 5)))
    assert shown(found(Measured.CHANGED, up, still).total) == "+1/2 of 2 pairs, 2 started, 2 in all"


def test_who_rated_once_moves_nothing() -> None:
    """The mean of all at the start is 2, of all at the end 3; nobody has changed."""
    low, high = taken(ratings=(rated(1, 1),)), taken("b", ratings=(rated(1, 3), rated(2, 3)))
    nobody = taken("c")
    assert shown(found(Measured.CHANGED, low, high, nobody).total) == "0 of 1 pairs, 2 started, 3 in all"


def test_a_statement_that_was_skipped_once_is_left_out_of_the_pair() -> None:
    skipped = taken(ratings=(rated(1, 1, None, 2), rated(2, 2, 5, 2)))
    assert shown(found(Measured.CHANGED, skipped).total) == "+1/2 of 1 pairs, 1 started, 1 in all"


def test_of_many_waves_the_first_and_the_last_count() -> None:
    three = taken(ratings=(rated(3, 4), rated(1, 2), rated(2, 5)))
    assert shown(found(Measured.CHANGED, three).total) == "+2 of 1 pairs, 1 started, 1 in all"


def test_without_a_pair_there_is_no_change_to_show() -> None:
    once = taken(ratings=(rated(1, 3),))
    assert shown(found(Measured.CHANGED, once).total) == "not measured: no_pairs, 1 started, 1 in all"


def test_read_as_how_many_rate_themselves_higher_it_is_a_count() -> None:
    up, down = taken(ratings=(rated(1, 1), rated(2, 4))), taken("b", ratings=(rated(1, 4), rated(2, 1)))
    counted = found(Measured.CHANGED, up, down, taken("c"), measure="share_reaching")
    assert shown(counted.total) == "1 of 3, 1 missing"


def test_an_indicator_is_known_by_what_it_asks_that_one_has_reached() -> None:
    by_clause = {each.measured: (each.indicator.id if each.indicator else "", each.reason.clause)
                 for each in definitions(terms(), "training")}  # fmt: skip
    assert by_clause == {
        Measured.TRAINED: ("trained", "6.1"),
        Measured.FOLLOWED_UP: ("", "6.2"),
        Measured.CHANGED: ("change", "6.3"),
        Measured.INTRODUCED_AND_CLOSED: ("", "6.4"),
        Measured.BY_PLAN: ("", "6.5"),
    }


def test_without_the_step_it_is_not_measured() -> None:
    bare = agreement(POOL, **ONE_YEAR).agreement
    made = figures(bare, "training", [taken()], YEAR, LATER)
    assert {each.definition.measured.value: shown(each.total) for each in made} == {
        "trained": "1 of 1, 0 missing",
        "followed_up": "not measured: no_step, 0 started, 1 in all",
        "changed": "not measured: no_step, 0 started, 1 in all",
        "introduced_and_closed": "not measured: no_step, 0 started, 1 in all",
        "by_plan": "not measured: no_step, 0 started, 1 in all",
    }


def test_how_the_two_talks_are_read_stands_with_the_figure() -> None:
    together = next(each for each in definitions(terms(), "training") if each.measured is Measured.FOLLOWED_UP)
    assert together.reason.says == "Räknar individer som har haft minst 2 samtal med handledare och handläggare."
    apart = next(
        each for each in definitions(terms("together = false"), "training") if each.measured is Measured.FOLLOWED_UP
    )
    assert apart.reason.says.endswith("handläggare, vart för sig.")
