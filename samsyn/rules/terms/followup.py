"""How it is followed up: what is thought to lead to what, how a report is made, and what may be published."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from samsyn.rules.terms.base import Flag, Id, Term, Text, term
from samsyn.rules.terms.indicators import Split
from samsyn.rules.terms.surveys import Group

Ahead = Annotated[int, Strict(), Field(ge=1, le=366)]
"""In days."""
Stage = Literal["resource", "activity", "output", "outcome", "effect"]


@term
class TheoryNode(Term):
    """led i förändringsteorin: what is put in or done, or what is thought to come of it."""

    stage: Stage
    text: Text
    leads_to: tuple[Id, ...] = ()
    """The nodes that this one is thought to lead to, each in the same stage or a later one."""
    indicators: tuple[Id, ...] = ()
    """What is measured of it. An output, an outcome and an effect are measured by indicators of that level only."""
    assumptions: tuple[Text, ...] = ()
    """What must hold for it to lead on."""
    other_explanations: tuple[Text, ...] = ()
    """What else could have brought about the same."""


@term
class Section:
    """avsnitt: filled with figures by itself, or written by people."""

    id: Id
    title: Text
    kind: Literal[
        "text", "figures", "chart", "table", "comparison", "duties", "deviations", "money", "places", "survey", "theory"
    ]
    indicators: tuple[Id, ...] = ()
    """Which ones; in their order. Of figures, charts and tables."""
    split: Split | None = None
    """What a chart or a table is split by."""
    prompt: Text | None = None
    """What to write here, as a question."""
    by: Literal["part", "compiler"] = "part"
    """part: each that signs fills in its own; compiler: once, by whoever compiles."""
    required: Flag = False
    """true: cannot be signed or submitted while nothing is written."""


@term
class Report(Term):
    """rapport: the template that parties fill in, sign, compile and submit. It fulfils a duty."""

    name: Text
    duty: Id
    """The duty that it fulfils when submitted. Its times are the report's times."""
    signed_by: tuple[Id, ...] = Field(min_length=1)
    """The parties that fill in a part each and sign it."""
    part_duty: Id | None = None
    """The duty that a signed part fulfils, if it is another."""
    gone_through_by: Id | None = None
    """The body that goes through the signed parts before they are compiled."""
    gone_through_duty: Id | None = None
    """The duty that this fulfils, if it is one."""
    compiled_by: Id | None = None
    """The party that compiles and submits. None: there is nothing to put together, and it is submitted when all that
    sign have signed."""
    covers: Literal["window", "half_year", "year", "agreement_year"] = "window"
    """The time it is about: that in which the duty falls, or the last whole half-year or year that ended before."""
    opens_days_before: Ahead = 45
    """It opens by itself so many days before the last day of the duty."""
    audience: Literal["board", "steering", "parties", "public"] = "parties"
    sections: tuple[Section, ...] = Field(min_length=1)


@term
class Publication(Term):
    """publicering: what may be told outside the organisation that counted."""

    smallest: Group = 5
    """Fewer than so many are not told to others than the owner, nor what they could be reckoned from."""
    grid: Literal["month", "quarter", "half_year", "year"] = "half_year"
    """Figures are let go over whole closed periods of this length only."""
    aligned: Literal["calendar", "agreement"] = "calendar"
    """agreement: the periods are counted from the first day of the agreement, as the agreement year is."""
    public: tuple[Id, ...] = ()
    """The indicators that may stand on the public page, once all parties have opened it."""
