"""Bodies, their members and how often they meet; who may decide what."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samsyn.rules.terms.base import Flag, Id, Term, Text, Times, Whole, term


@term
class Seat:
    """A seat in a body: a function of a party or of a participant."""

    function: Text
    """«Controller», or «representant» where the text names no function."""
    party: Id | None = None
    participant: Id | None = None
    seats: Whole = 1


@term
class Rhythm:
    """How often: at least `times` in every period."""

    every: Literal["month", "two_months", "quarter", "half_year", "year"]
    times: Times = 1
    aligned: Literal["calendar", "agreement"] = "calendar"
    """Are years counted by the calendar or from the first day of the agreement."""
    counted: Literal["by_period", "from_last"] | None = None
    """by_period: so many in every period; from_last: never longer than that since the last one. Left out, every second
    month is from_last and everything else by_period."""
    exactly: Flag = False
    """true: the text says so many times, not at least so many."""
    also_when_needed: Flag = False
    or_when_needed: Flag = False
    """true: meeting when it is needed is enough, so no day can be shown."""


@term
class Body(Term):
    """styrgrupp, samverkansgrupp: who sits, who calls, how often it meets."""

    name: Text
    kind: Literal["steering", "operative", "coordination", "other"]
    members: tuple[Seat, ...] = Field(min_length=1)
    meets: Rhythm | None = None
    convenor: Id | None = None
    """sammankallande: the party that calls the meetings."""
    convenor_function: Text | None = None
    chair: Id | None = None
    may_call: tuple[Id, ...] = ()
    """Parties that may also call a meeting when needed."""
    tasks: tuple[Text, ...] = ()


@term
class Mandate(Term):
    """mandat: what a function may decide for its party, with its limits."""

    party: Id
    function: Text
    may: tuple[Literal["sign", "change", "extend", "terminate", "approve"], ...]
    limits: tuple[Text, ...] = ()
    given_by: Text | None = None
    level: Literal["function", "board"] = "function"
    """board: nämnden itself decides, not somebody who acts for it."""
    legal_force: Flag = False
    """true: the board's decision counts only when it can no longer be appealed (laga kraft)."""
    not_reaching: tuple[Id, ...] = ()
    """Families of terms that the mandate does not reach («mål, syfte eller värdegrund»: goal, openness). A change of
    them needs the board's own decision."""
