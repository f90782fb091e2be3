"""story.toml: what has happened in a twin, `[[incidents]]`, what a party put in, `[[contributions]]`, `[[outside]]`."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))


@_strict
class ToldTold:
    """`whom`: a party or a body of the twin, or an authority by name."""

    whom: str
    on: date
    how: str = "here"
    reference: str = ""
    for_them: str = ""


@_strict
class IncidentTold:
    """Written down by the staff of `by` the same day. A `child_concern` has no texts. No visitor is in it."""

    by: str
    kind: str
    on: date
    says: str = ""
    place: str = ""
    at: time | None = None
    serious: bool = False
    identity_known: bool = True
    told: tuple[ToldTold, ...] = ()
    measures: str = ""
    measures_on: date | None = None
    closed_with: str = ""
    closed_on: date | None = None


@_strict
class ContributionTold:
    """`quantity` of a `unit` from `first` through `last`, written on the day `on`. `value` in kronor, and `valued_how`.

    `from_shifts`: hours that volunteers have reported are summed; nothing is typed but `value`, which is for an hour.
    `forward_on`: the year's lines so far are put before the others.
    """

    by: str
    kind: str
    first: date
    last: date
    on: date
    quantity: Decimal = Decimal(0)
    unit: str = "hours"
    from_shifts: bool = False
    what: str = ""
    in_kind: str = ""
    value: Decimal | None = None
    valued_how: str = ""
    forward_on: date | None = None


@_strict
class OutsideTold:
    """A figure from outside that `by` entered on the day `on`. `value` as it is typed: «29 av 120»."""

    by: str
    on: date
    name: str
    value: str
    unit: str
    definition: str
    method: str
    source: str
    as_of: str
    indicator: str = ""
