"""What is told of answers: never what fewer than five said, not even to whoever asked"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from samsyn.rules.indicators import Figure
from samsyn.rules.indicators.facts import Fact
from samsyn.rules.terms.indicators import Indicator
from samsyn.web.indicators.protection import of_answers
from tests.spec.indicators.said import DAY, counted, lines, shown, terms_of

TERMS = terms_of("hemlosas-hus")
MEANT = replace(TERMS.indicator["betytt-mycket"], split=("sex",))
LATER = date(2026, 5, 4)


def answers(n: int, given: str, sex: str = "woman", day: date = DAY) -> list[Fact]:
    said = [Fact("answers", day, survey="vad-stodet-betyder", question="meant", answer=(given,), sex=sex)] * n
    return [replace(each, person=f"{given}{sex}{day}{place}") for place, each in enumerate(said)]


def told(*facts: Fact, indicator: Indicator = MEANT) -> Figure:
    return of_answers(counted(indicator, TERMS, *facts), indicator, facts)


def test_a_share_of_five_answers_is_told_and_of_four_is_not() -> None:
    assert shown(told(*answers(3, "5"), *answers(2, "1")).value) == "3 of 5, 0 missing"
    assert shown(told(*answers(3, "5"), *answers(1, "1")).value) == "not measured: too_few, 0 in all"


def test_a_small_group_takes_another_with_it_so_that_it_cannot_be_subtracted() -> None:
    made = told(*answers(9, "5"), *answers(6, "2", "man"), *answers(2, "1", "other"))
    assert lines(made, "sex") == {
        "woman": "9 of 9, 0 missing",
        "man": "not measured: too_few, 0 in all",
        "other": "not measured: too_few, 0 in all",
    }


def test_several_rounds_together_are_never_split() -> None:
    made = told(*answers(9, "5"), *answers(9, "2", "man", LATER))
    assert shown(made.value) == "9 of 18, 0 missing"
    assert made.parts == ()
