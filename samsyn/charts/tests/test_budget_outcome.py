"""Budget and outcome as a picture: nothing is said in it that the figures do not say."""

from __future__ import annotations

import re

import pytest

from samsyn.charts.budget_outcome import Bar, BudgetOutcome, Form, budget_outcome, figures_of


def chart(*bars: Bar) -> BudgetOutcome:
    return BudgetOutcome(bars, "Budget och utfall", "Hälften har gått åt.", lambda ore: f"{ore // 100} kr")


def widths(drawn: str, class_: str) -> list[float]:
    found = [part for part in re.findall(r"<rect [^>]*>", drawn) if f'class="{class_}"' in part]
    return [float(re.search(r' width="([\d.]+)"', part)[1]) for part in found]  # type: ignore[index]


def test_an_outcome_fills_its_frame_in_proportion() -> None:
    drawn = str(budget_outcome(chart(Bar("Kläder", 400_00, 100_00), Bar("Löner", 200_00, 200_00))))
    assert widths(drawn, "budget-frame") == [1116, 558]
    assert widths(drawn, "budget-outcome") == [279, 558]
    assert widths(drawn, "budget-over") == []


def test_what_is_past_the_budget_is_drawn_beyond_the_frame() -> None:
    drawn = str(budget_outcome(chart(Bar("Kläder", 100_00, 150_00))))
    assert widths(drawn, "budget-frame") == widths(drawn, "budget-outcome") == [744]
    assert widths(drawn, "budget-over") == [372]


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_every_figure_of_the_picture_is_also_written(form: Form) -> None:
    made = chart(
        Bar("En kostnadsrad med ett mycket långt namn som inte får plats", 10_00, 5_00), Bar("Annat", None, 7_00)
    )
    drawn = str(budget_outcome(made, form))
    assert "5 kr av 10 kr" in drawn
    assert "7 kr" in drawn
    assert "Hälften har gått åt." in drawn
    assert figures_of(made, made.bars[1]) == "7 kr"


def test_a_line_in_which_more_came_in_than_went_out_has_no_bar() -> None:
    assert widths(str(budget_outcome(chart(Bar("Annat", None, -5_00)))), "budget-outcome") == []


def test_an_empty_picture_can_be_drawn() -> None:
    assert "<svg" in str(budget_outcome(chart()))
