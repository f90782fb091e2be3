"""What is done, where, when it is open and for whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict, StringConstraints

from samsyn.rules.terms.base import Day, Flag, Id, Number, Term, Text, Whole, term

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Clock = Annotated[str, Strict(), StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


@term
class Site(Term):
    """plats för verksamheten."""

    name: Text
    by: Id | None = None
    """The party that runs it."""
    rooms: tuple[Text, ...] = ()
    landlord: Text | None = None


@term
class Service(Term):
    """det som erbjuds: frukost, stödsamtal, läxhjälp, arbetsträning."""

    name: Text
    by: tuple[Id, ...] = Field(min_length=1)
    site: Id | None = None
    kind: Literal["basic_need", "counselling", "group", "activity", "information", "night", "training", "coordination"]
    every: Literal["open_day", "when_needed", "unspecified"] = "unspecified"
    free_of_charge: Flag = False
    anonymous: Flag = False
    count: Number | None = None
    """How many activities of this kind, if the text says (for example three night shelters)."""


@term
class Opening(Term):
    """öppettider: weekly pattern, closed days, closed weeks, evenings lent to another organisation."""

    site: Id
    days: tuple[Weekday, ...]
    opens: Clock | None = None
    closes: Clock | None = None
    closed: tuple[Literal["weekends", "public_holidays", "eves"], ...] = ()
    closed_weeks: Number = 0
    closed_season: Literal["summer", "winter", "unspecified"] | None = None
    lent_to: Text | None = None


@term
class TargetGroup(Term):
    """målgrupp, and who is not in it."""

    includes: tuple[Text, ...]
    excludes: tuple[Text, ...] = ()
    ages: tuple[Number, Number] | None = None


@term
class Volume(Term):
    """hur mycket: a number that the parties aim at or have room for."""

    count: Whole
    unit: Text
    per: Literal["year", "night", "day", "at_once", "agreement"]
    approximate: Flag = False


@term
class Comparison(Term):
    """jämförelsetal: a figure in the text about the world outside, with its definition and source. Never plotted
    with our own figures."""

    value: Annotated[str, Strict()]
    unit: Text
    definition: Text
    source: Text
    year: Text | None = None
    as_of: Day | None = None
