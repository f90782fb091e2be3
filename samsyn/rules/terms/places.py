"""Places that are handed out one by one: night places and training places, with validity and quarantine."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samsyn.rules.quantities import MonthDay
from samsyn.rules.terms.base import Days, Flag, Id, Length, Number, Term, Text, Whole, term
from samsyn.rules.terms.operations import Clock, Weekday

Sex = Literal["woman", "man", "other", "not_stated"]
"""The sex that a person states. Nobody works it out from a number or a name."""


@term
class Quarantine:
    """karens: nights before the same person may have a place again. Every key but `nights` is a reading."""

    nights: Number
    after_early_departure: Literal["full", "none", "from_departure"] = "full"
    after_no_show: Literal["full", "none", "from_departure"] = "none"
    """The guest never came: as after an early departure, or none. `from_departure` counts from the first night."""
    after_extra_night: Literal["none", "full"] = "none"
    after_special_event: Literal["none", "full"] = "none"
    across_pools: Literal["all", "same_pool"] = "all"
    holds_on_extra_nights: Flag = False
    """Whether the quarantine after a place also keeps a guest from an extra place on a cold night or at an event."""


@term
class Pool(Term):
    """plats: a number of places with common rules."""

    kind: Literal["night", "training"]
    places: Whole
    by: tuple[Id, ...] = ()
    """Parties that run them."""
    reserved_for: Text | None = None
    sexes: tuple[Sex, ...] = ()
    """Whose places they are, by the sex that a person states; empty: anyone's."""
    part_of: Id | None = None
    """The pool that these places are counted in."""
    nights: Whole | None = None
    """How many nights a place is valid."""
    months: Length | None = None
    """How many months at most."""
    quarantine: Quarantine | None = None
    extension: Literal["none", "joint_decision", "coordinator"] = "none"
    extension_needs: tuple[Id, ...] = ()
    """Parties that must agree to an extension."""
    intake: tuple[Text, ...] = ()
    """Intake points, in the words of the text."""
    intake_only_there: Flag = False
    order: Literal["arrival", "priority", "lottery"] = "arrival"
    """Who is first when the places do not suffice: who came first, who has a stated reason, or a drawing of lots."""
    latest_arrival: Clock | None = None
    """When the place is passed on the same evening if its guest has not come. None: it is kept all night."""
    override_by: tuple[Id, ...] = ()
    """Bodies or parties that may break a quarantine or a bar with a reason."""
    tracks: tuple[Id, ...] = ()
    """Services among which a training place is chosen (workshops)."""


@term
class IntakePoint(Term):
    """inskrivningsställe: where and when places are given. Hours on the civil clock; none: at any hour."""

    name: Text
    pools: tuple[Id, ...] = Field(min_length=1)
    by: Id | None = None
    """The party whose house it is."""
    days: tuple[Weekday, ...] = ()
    """Empty: every day."""
    opens: Clock | None = None
    closes: Clock | None = None


@term
class ExtraPlaces(Term):
    """extra platser: on extra cold nights or at special events; a person decides."""

    pool: Id
    triggers: tuple[Literal["cold_night", "special_event"], ...]
    decided_by: Text | None = None
    threshold: Text | None = None
    """What makes a night a cold one, in words: «prognos −7 °C eller kallare». Never decides by itself."""
    season_first: MonthDay | None = None
    """First day of the season in which extra places can be opened, with `season_last`."""
    season_last: MonthDay | None = None


@term
class Step(Term):
    """steg i en placering: introduction, follow-ups, self-assessment, closing."""

    pool: Id
    kind: Literal["introduction", "follow_up", "self_assessment", "closing", "individual_plan", "next_step"]
    at_least: Whole = 1
    with_functions: tuple[Text, ...] = ()
    by: tuple[Id, ...] = ()
    """Parties that must see to it; empty: the party that runs the pool."""
    at: tuple[Literal["start", "during", "end"], ...] = ()
    days: Days | None = None
    """At the start: at most so many days after the first; at the end: at least so many days before the last."""
    together: Flag = True
    """Whether the functions meet in one talk, or each may have its own."""
