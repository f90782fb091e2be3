"""Places that are handed out one by one: night places and training places, with validity and quarantine."""

from __future__ import annotations

from typing import Literal

from samsyn.rules.quantities import MonthDay
from samsyn.rules.terms.base import Flag, Id, Length, Number, Term, Text, Whole, term


@term
class Quarantine:
    """karens: nights before the same person may have a place again. Every key but `nights` is a reading."""

    nights: Number
    after_early_departure: Literal["full", "none", "from_departure"] = "full"
    after_extra_night: Literal["none", "full"] = "none"
    across_pools: Literal["all", "same_pool"] = "all"


@term
class Pool(Term):
    """plats: a number of places with common rules."""

    kind: Literal["night", "training"]
    places: Whole
    by: tuple[Id, ...] = ()
    """Parties that run them."""
    reserved_for: Text | None = None
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
    at: tuple[Literal["start", "during", "end"], ...] = ()
