"""What is followed up: figures and what they are split by."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samsyn.rules.terms.base import Flag, Id, Number, Term, Text, term
from samsyn.rules.terms.places import Sex

Split = Literal["sex", "age_band", "site", "service", "track", "organisation", "channel"]
Facts = Literal[
    "visits",
    "services",
    "contacts",
    "heads",
    "different_people",
    "occasions",
    "participants",
    "placements",
    "nights",
    "guests",
    "place_nights",
    "refusals",
    "answers",
    "hours",
]
"""What is written down in daily work, and can be counted. README of samsyn/rules/indicators says what each is."""
Result = Literal["followed_plan", "partly", "broke_off"]


@term
class Where:
    """Only those facts of which this holds. Equality alone, and all that is given must hold; no expressions."""

    service: tuple[Id, ...] = ()
    site: tuple[Id, ...] = ()
    activity: tuple[Id, ...] = ()
    pool: tuple[Id, ...] = ()
    channel: tuple[Literal["phone", "chat", "mail", "visit"], ...] = ()
    figure: tuple[Literal["attendance", "participants", "reached", "staff"], ...] = ()
    """Which of the four figures a head at an occasion belongs to."""
    sex: tuple[Sex, ...] = ()
    """By the sex that each has stated. A figure of one sex is not split by sex too."""
    survey: Id | None = None
    """Whose answers; with `question`."""
    question: Id | None = None
    """The question of a survey, by the key that its writers gave it."""


@term
class Reached:
    """What an individual must have reached to be counted. All that is given must hold."""

    began: Flag = False
    """Was there at least one day."""
    steps: tuple[Id, ...] = ()
    """Each of these steps, as many times and with whom as the step itself says."""
    result: tuple[Result, ...] = ()
    """The placement is over and ended in one of these ways."""
    answer: tuple[Text, ...] = ()
    """The answer to the question was one of these: 1–5 on a scale, yes, no, or the key of what was chosen."""
    rated_higher: Flag = False
    """Rates herself higher the last time than the first, of those who have done it twice."""


@term
class Indicator(Term):
    """indikator. Output, outcome and effect are never mixed."""

    name: Text
    level: Literal["output", "outcome", "effect"]
    measure: Literal["count", "distinct", "sum", "ratio", "share_reaching", "duration", "paired_change"]
    of: Text
    """What is counted, in the words of the parties."""
    unit: Text
    facts: tuple[Facts, ...] = ()
    """Which facts it is counted from. Empty: nothing in Samsyn measures it, and the figure says so."""
    where: Where | None = None
    over: tuple[Facts, ...] = ()
    """What a ratio is a part of: other facts, of which the same `where` holds. Empty: the same, without `where`."""
    reached: Reached | None = None
    """Of distinct and share_reaching: who is counted."""
    split: tuple[Split, ...] = ("sex",)
    no_sex_split_because: Text | None = None
    """The reason, if the figure is not split by sex."""
    target: Number | None = None
    period: Literal["month", "quarter", "half_year", "year", "agreement_year", "unspecified"] = "year"
    condition: Text | None = None
    """At least two talks, a plan followed: what a person must have reached to be counted."""
    contracted: Flag = True
    """false: not asked for by the agreement, only useful to the parties."""
    reported_by: tuple[Id, ...] = Field(default=())
    reported_to: tuple[Id, ...] = Field(default=())


@term
class Goal(Term):
    """mål i ord."""

    statement: Text
    level: Literal["overall", "activity", "individual", "society"] = "overall"
