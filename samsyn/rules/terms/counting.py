"""What is counted without a person being recorded: visits and services on a pad, contacts on a support line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError

from samsyn.rules.terms.base import Flag, Id, Term, Text, term

VISIT = "visit"
"""The key of the first button of a pad. No service may have it as its id."""

_BAND = r"^(0|[1-9]\d?)(-[1-9]\d?|\+)$"


def _band(value: str) -> str:
    if not re.fullmatch(_BAND, value):
        raise PydanticCustomError("age_band", "is no age band")
    return value


AgeBand = Annotated[str, Strict(), AfterValidator(_band), WithJsonSchema({"type": "string", "pattern": _BAND})]
"""«13-17», both included; «18+» has no upper end. In years, below a hundred."""

Channel = Literal["phone", "chat", "mail", "visit"]
Concern = Literal["reported", "mother_applies", "talk_held"]


class Ages(NamedTuple):
    """An age band as numbers, both included; `oldest` is None where the band has no upper end."""

    youngest: int
    oldest: int | None


def ages(band: str) -> Ages:
    """«13-17» → (13, 17); «18+» → (18, None)."""
    if band.endswith("+"):
        return Ages(int(band[:-1]), None)
    youngest, oldest = band.split("-")
    return Ages(int(youngest), int(oldest))


_GROWN_UP = 18


def children_among(bands: Iterable[str]) -> Literal["none", "some", "all"]:
    """How many of those who come are under 18, as far as the bands say. Without bands nothing is known: none."""
    every = [ages(each) for each in bands]
    if not any(each.youngest < _GROWN_UP for each in every):
        return "none"
    return "all" if all(each.oldest is not None and each.oldest < _GROWN_UP for each in every) else "some"


@term
class Pad(Term):
    """räkneplatta: what one taps for each visit and each use of a service. No person is recorded."""

    name: Text
    site: Id | None = None
    """Where it stands; its opening hours say on which days there should be figures."""
    by: Id
    """The party that counts. Nobody else sees a single tap."""
    services: tuple[Id, ...] = ()
    """The buttons, in order."""
    visits: Flag = True
    """A first button for visits. A visit and the use of a service are different figures."""
    asks: tuple[Literal["sex", "age_band"], ...] = ()
    """What may be said in the same tap. It is never demanded."""
    age_bands: tuple[AgeBand, ...] = ()
    """Rising, without overlap; ages between them are counted as not stated."""

    @property
    def buttons(self) -> tuple[str, ...]:
        """The keys in order: «visit» where visits are counted, then the ids of the services."""
        return ((VISIT,) if self.visits else ()) + self.services


@term
class SupportLine(Term):
    """stöd: contacts that are counted and never told of. No name, no text, no hour."""

    name: Text
    by: Id
    """The party that gives the support. Nobody else sees a single contact."""
    channels: tuple[Channel, ...] = Field(min_length=1)
    kinds: tuple[Id, ...] = Field(min_length=1)
    """The services that a contact can be."""
    passed_on: Flag = False
    """A contact can also be passed on to the right body."""
    first_or_returning: Flag = False
    """Whether it is the first time, by her own word."""
    children: Flag = False
    """How many children are mentioned, as a number."""
    concern: tuple[Concern, ...] = ()
    """What may be noted when there is concern for a child: a written report was made (reported), the mother applies
    herself (mother_applies), a talk was held and the child is not known (talk_held). Never what it was about."""
