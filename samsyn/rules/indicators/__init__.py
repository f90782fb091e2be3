"""Figures that an agreement asks for, from plain facts: with n, what is missing, and «not measured» as itself.

    figures(agreement, pool_id, facts, period, today) → a Figure for each thing that is followed up

Nobody's figure is guessed: who cannot be counted yet, or about whom nothing was noted, is missing and said to be.
"""

from samsyn.rules.indicators.definitions import Definition, Measured, definitions
from samsyn.rules.indicators.facts import Taken, Talk
from samsyn.rules.indicators.figure import NOT_STATED, Dimension, Figure, Part, figure_from_plain, plain_figure
from samsyn.rules.indicators.training import OfTraining, figures, numbers
from samsyn.rules.indicators.values import (
    Changed,
    Counted,
    Mean,
    NotMeasured,
    Numbers,
    Ratio,
    Total,
    Value,
    Why,
    counts,
    from_plain,
    plain,
)
from samsyn.rules.surveys import Rating

__all__ = [
    "NOT_STATED",
    "Changed",
    "Counted",
    "Definition",
    "Dimension",
    "Figure",
    "Mean",
    "Measured",
    "NotMeasured",
    "Numbers",
    "OfTraining",
    "Part",
    "Rating",
    "Ratio",
    "Taken",
    "Talk",
    "Total",
    "Value",
    "Why",
    "counts",
    "definitions",
    "figure_from_plain",
    "figures",
    "from_plain",
    "numbers",
    "plain",
    "plain_figure",
]
