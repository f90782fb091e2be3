"""What is held as occasions: an evening, a group, a lecture. Heads are counted, nobody is named."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from samsyn.rules.terms.base import Flag, Id, Number, Term, Text, term
from samsyn.rules.terms.counting import AgeBand

Exposure = Literal["children", "participants_data"]
"""What whoever works at it meets: children, or participants' data that lie open."""


@term
class Activity(Term):
    """aktivitet: what is planned, held or cancelled as occasions, each with its own number of heads."""

    name: Text
    by: tuple[Id, ...] = Field(min_length=1)
    """The parties that hold it."""
    kind: Literal["open", "group", "lecture", "supervision", "training", "seminar"]
    """open: whoever comes; group: the same people meet; lecture: for a receiver; supervision, training: the own
    staff; seminar: shared by the parties."""
    counts: Literal["attendance", "participants", "reached", "staff"] = "attendance"
    """Which figure a head at it belongs to. They are four figures and never added to each other."""
    service: Id | None = None
    """The service that it is, where the agreement names one."""
    site: Id | None = None
    receivers: tuple[Text, ...] = ()
    """The kinds of receiver that the text lists, for a lecture: school, company, study association."""
    asks: tuple[Literal["sex", "age_band"], ...] = ()
    """How heads are split, where those who come say so."""
    age_bands: tuple[AgeBand, ...] = ()
    """Rising, without overlap, as on a pad."""
    exposure: tuple[Exposure, ...] = ()
    """What demands on staff apply to those who work at it."""
    staff_at_least: Number = 0
    """So many at least must work at it. 0: the text does not say."""
    discreet: Flag = False
    """true: calendars, mails and tabs say nothing of what it is or where."""
