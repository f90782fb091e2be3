"""What is followed up: figures and what they are split by."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samsyn.rules.terms.base import Flag, Id, Number, Term, Text, term

Split = Literal["sex", "age_band", "site", "service", "track", "organisation", "channel"]


@term
class Indicator(Term):
    """indikator. Output, outcome and effect are never mixed."""

    name: Text
    level: Literal["output", "outcome", "effect"]
    measure: Literal["count", "distinct", "sum", "ratio", "share_reaching", "duration", "paired_change"]
    of: Text
    """What is counted, in the words of the parties."""
    unit: Text
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
