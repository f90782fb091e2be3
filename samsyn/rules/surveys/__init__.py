"""What people answered: with n, and nothing from which a few could be told apart.

A small group is small by who are in it, not by what they answered: that one of forty disagrees is told, for nobody
knows who; what the only man of the round answered is not. Results are of a round that has ended: of an open one the
next answer would be the difference between today's result and tomorrow's.
"""

from samsyn.rules.surveys.answers import LEAST, MOST, Question, Sheet, Type, Value
from samsyn.rules.surveys.compare import Line, Side, same_question, side_by_side
from samsyn.rules.surveys.paired import BothRaters, Paired, Rating, Statement, both_raters, own_change, paired
from samsyn.rules.surveys.rate import Rate, rate
from samsyn.rules.surveys.results import Distribution, Result, Split, SplitBy, distribution, pooled, result
from samsyn.rules.surveys.small import hidden, in_turn

__all__ = [
    "LEAST",
    "MOST",
    "BothRaters",
    "Distribution",
    "Line",
    "Paired",
    "Question",
    "Rate",
    "Rating",
    "Result",
    "Sheet",
    "Side",
    "Split",
    "SplitBy",
    "Statement",
    "Type",
    "Value",
    "both_raters",
    "distribution",
    "hidden",
    "in_turn",
    "own_change",
    "paired",
    "pooled",
    "rate",
    "result",
    "same_question",
    "side_by_side",
]
