"""From when to when, on what conditions; how it is extended, given notice of, renegotiated, ended and changed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samsyn.rules.quantities import MonthDay
from samsyn.rules.terms.base import Day, Flag, Id, Length, Months, Term, Text, Whole, term


@term
class Period(Term):
    """[period]: first and last day of the agreement («från och med … till och med …»)."""

    first: Day = Field(default=...)
    last: Day = Field(default=...)
    lapses: Flag = False
    """true if the text says that it ends at the last day without notice."""


@term
class Condition(Term):
    """The agreement holds only if this is so: legal force (laga kraft), funds, unchanged circumstances."""

    kind: Literal["legal_force", "funds", "circumstances", "board_decision"]
    by: tuple[Id, ...] = ()
    """The party whose decision or funds it is."""
    met_on: Day | None = None
    """When it was met, if the source says so."""


@term
class Deadline:
    """When an extension must be settled. Exactly one of the keys."""

    on: Day | None = None
    months_before_end: Length | None = None
    each_year: MonthDay | None = None
    """The latest such day before the end of the running period, for example «02-01»."""


@term
class Extension(Term):
    """förlängning: how long, how often, by when and in what form."""

    months: Length
    """Length of each extension in months."""
    times: Whole | None = None
    """At most so many times; leave out if the text sets no number."""
    latest_end: Day | None = None
    """The last day that any extension can reach."""
    deadline: Deadline
    form: Literal["written_agreement", "written_notice", "tacit"]
    """written_agreement: all must agree; written_notice: one tells the others; tacit: goes on unless somebody gives
    notice before the deadline."""
    by: tuple[Id, ...] = ()
    """Parties that must agree (or may tell); empty means all parties."""


@term
class Notice(Term):
    """uppsägning: how long after notice the agreement ends."""

    months: Months
    by: tuple[Id, ...] = ()
    """Parties that may give notice; empty means any of them."""
    ends: Literal["same_day", "month_end"] = "same_day"
    """same_day: on the same date so many months later; month_end: at the end of that month."""
    form: Literal["written", "unspecified"] = "unspecified"
    taken_back_by: Literal["all_parties", "giver"] | None = None
    """Who must agree when notice is taken back. Left out: the text does not say, and all parties must, as a reading."""


@term
class Termination(Term):
    """hävning: ending for cause."""

    causes: tuple[Text, ...]
    after: Literal["demand_for_correction", "dialogue", "at_once"]
    """What must be tried first."""
    by: tuple[Id, ...] = ()


@term
class Renegotiation(Term):
    """omförhandling: who may call for new talks, when, and what holds if the talks fail."""

    on: Literal["request", "event"] = "request"
    """request: when a party asks for them; event: they must be held when one of the causes is there."""

    by: tuple[Id, ...] = ()
    """Empty means any party."""
    causes: tuple[Text, ...] = ()


@term
class Change(Term):
    """tillägg och ändringar: the form in which the agreement can be changed."""

    form: Literal["written_signed_by_all", "written_approved_by_all", "mandate"]
    by: tuple[Id, ...] = ()
    """Whose signature or approval; empty means every party."""
    waiver: Literal["as_change", "written_by_receiver"] | None = None
    """avstående: in what form a party may let another off a single duty. as_change: in the form of a change;
    written_by_receiver: those to whom it is owed write that it need not be done. Left out: the text does not say, and
    the form of a change is demanded, marked as a reading."""


@term
class Dispute(Term):
    """tvist: what is tried first and where it goes then."""

    first_by: Literal["dialogue"] = "dialogue"
    then: Literal["general_court", "arbitration", "unspecified"] = "unspecified"
