"""Matters between the parties: what the agreement says about each kind, where one stands, and what comes next."""

from samsyn.rules.matters.course import Course, Hindrance, Said, Timing, course, hindrance
from samsyn.rules.matters.footing import Beside, Footing, Reading, footing_for, footings_of
from samsyn.rules.matters.table import ANSWERS, OVER, TABLE, Form, Kind, State, Step, Who

__all__ = [
    "ANSWERS",
    "OVER",
    "TABLE",
    "Beside",
    "Course",
    "Footing",
    "Form",
    "Hindrance",
    "Kind",
    "Reading",
    "Said",
    "State",
    "Step",
    "Timing",
    "Who",
    "course",
    "footing_for",
    "footings_of",
    "hindrance",
]
