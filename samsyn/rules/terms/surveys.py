"""What people are asked, and what is told of at once when something happens."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict, StringConstraints

from samsyn.rules.terms.base import Flag, Id, Term, Text, term

Language = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""ISO 639: sv, en, ro, bg, fr, ar, rom."""

Group = Annotated[int, Strict(), Field(ge=2, le=1_000)]
"""How many are so many that nobody is known among them."""


@term
class Survey(Term):
    """undersökning: one template for all activities it covers; anonymous."""

    name: Text
    kind: Literal["user_survey", "need_inventory", "self_assessment"]
    by: tuple[Id, ...] = Field(min_length=1)
    """The parties that put the questions. Each sees its own answers."""
    duty: Id | None = None
    """The duty that it fulfils."""
    languages: tuple[Language, ...] = ("sv",)
    """The first is the one it is written in."""
    for_children: Flag = False
    """true: there is a version in words for children too."""
    splits: tuple[Literal["sex", "age_band"], ...] = ()
    """What the one who answers may say of herself; results are split by it only where the numbers allow."""
    against: tuple[Id, ...] = ()
    """The pads whose visits the number of answers is compared with."""
    smallest_group: Group = 5
    """Results of fewer than so many answers are not shown. Two at least: one answer is one person."""
