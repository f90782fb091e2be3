"""Undertakings with a date, a rhythm or a trigger: reports, reviews, surveys, insight, standing duties."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from samsyn.rules.quantities import MonthDay
from samsyn.rules.terms.base import Day, Days, Flag, Id, Term, Text, Times, term

DutyKind = Literal[
    "report",
    "statement",
    "annual_report",
    "effect_report",
    "compiled_report",
    "evaluation",
    "follow_up",
    "review",
    "extension_dialogue",
    "need_inventory",
    "opening_review",
    "user_survey",
    "statistics",
    "training",
    "information",
    "insight",
    "advice",
    "economic_notice",
    "prior_approval",
    "iop_statement",
    "safety_work",
    "compliance",
    "concern_report",
    "cooperation",
    "provision",
]
DUTY_KINDS: tuple[str, ...] = get_args(DutyKind)


@term
class When:
    """When a duty falls due. Exactly one of `every`, `by`, `between`, `on`."""

    every: Literal["month", "two_months", "quarter", "four_months", "half_year", "year", "agreement_year"] | None = None
    """Recurring. "year" is the calendar year; "agreement_year" starts at the first day of the agreement."""
    times: Times = 1
    """So many times in every period."""
    aligned: Literal["calendar", "agreement"] = "calendar"
    """Are periods those of the calendar, or counted from the first day of the agreement."""
    due: MonthDay | Literal["period_end", "before_next_period", "unspecified"] = "unspecified"
    """Latest day: a day of the year, the last day of the period, the day before the next one starts, or not said
    (then the last day of the period is shown, marked as not stated)."""
    due_year: Literal["same", "following"] = "same"
    """Does `due` fall in the period's own year or in the one after."""
    by: Day | None = None
    """Once, at the latest on this day."""
    between: tuple[Day, Day] | None = None
    """Once, from the first to the last of these days («under hösten»)."""
    once: Literal["unspecified"] | None = None
    """Once, with no day said: shown for the whole agreement."""
    on: Literal["request", "need", "event", "always"] | None = None
    """request: when somebody asks; need: when needed; event: when something happens; always: a standing duty."""
    within_days: Days | None = None
    """So many days after the request or event, if the text says. 0 means at once («omgående»)."""


@term
class Duty(Term):
    """åtagande: who owes what to whom."""

    kind: DutyKind
    by: tuple[Id, ...] = Field(min_length=1)
    """Parties (or bodies) that owe it. More than one: they owe it together."""
    to: tuple[Id, ...] = ()
    """Parties (or bodies) it is owed to; empty means the partnership."""
    when: When
    joint: Flag = False
    """true: one duty of all the parties in `by` together; false: each owes its own."""
    evidence: Text | None = None
    """What shows that it was done, if the text says: «skriftlig redogörelse», «särskild blankett»."""
    about: tuple[Text, ...] = ()
    """What it must contain, where the text lists it."""
