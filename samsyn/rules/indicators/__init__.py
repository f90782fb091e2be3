"""Figures that an agreement asks for, from plain facts: with n, what is missing, and «not measured» as itself.

    figures(agreement, pool_id, facts, period, today) → a Figure for each thing that is followed up

Nobody's figure is guessed: who cannot be counted yet, or about whom nothing was noted, is missing and said to be.
"""

from samsyn.rules.indicators.definitions import Definition, Measured, definitions
from samsyn.rules.indicators.facts import Taken, Talk
from samsyn.rules.indicators.figures import Figure, figures, numbers
from samsyn.rules.indicators.values import Changed, Counted, NotMeasured, Numbers, Value, Why
from samsyn.rules.surveys import Rating

__all__ = [
    "Changed",
    "Counted",
    "Definition",
    "Figure",
    "Measured",
    "NotMeasured",
    "Numbers",
    "Rating",
    "Taken",
    "Talk",
    "Value",
    "Why",
    "definitions",
    "figures",
    "numbers",
]
