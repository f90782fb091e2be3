"""Boxes of a theory of change, the words around them, and how large they are in each form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Stage = Literal["resource", "activity", "output", "outcome", "effect"]
STAGES: tuple[Stage, ...] = ("resource", "activity", "output", "outcome", "effect")
Form = Literal["wide", "paper", "narrow"]


@dataclass(frozen=True, slots=True)
class TheoryBox:
    """`leads_to` are keys of other boxes; `figures` short lines below the text: «412 nätter»."""

    key: str
    stage: Stage
    text: str
    leads_to: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


def _swedish_stages() -> dict[str, str]:
    return {
        "resource": "Resurser", "activity": "Aktiviteter", "output": "Prestationer", "outcome": "Utfall",
        "effect": "Effekter",
    }  # fmt: skip


@dataclass(frozen=True)
class TheoryWords:
    """The words of the drawing, in the language of the page. `leads_to` is for the narrow form, with {numbers}."""

    title: str = "Förändringsteori"
    summary: str = "Vad som sätts in och görs, och vad det är tänkt att leda till. Listan under bilden säger samma sak."
    leads_to: str = "leder till {numbers}"
    stages: dict[str, str] = field(default_factory=_swedish_stages)


@dataclass(frozen=True)
class Sizes:
    """Of a form: how wide it is, how large its words, the room between columns and boxes, and inside a box."""

    width: float
    size: float
    gutter: float
    between: float
    inside: float

    @property
    def line(self) -> float:
        return round(self.size * 1.25, 1)


SIZES: dict[Form, Sizes] = {
    "wide": Sizes(1120.0, 17.0, 46.0, 26.0, 12.0),
    "paper": Sizes(760.0, 13.0, 30.0, 18.0, 8.0),
    "narrow": Sizes(350.0, 16.0, 0.0, 14.0, 12.0),
}
LARGER = (22.0, 20.0, 18.5)
"""Sizes of words that the wide form takes where there is room."""
SCREEN = 560.0
"""As high as the wide form may be when it takes larger words: a projector shows it whole, with a heading above."""
HEAD = 2.3
"""In sizes: room for the name of a stage."""


@dataclass(frozen=True)
class Laid:
    box: TheoryBox
    column: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    figures: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width


def check(nodes: Sequence[TheoryBox]) -> None:
    stage_of = {node.key: STAGES.index(node.stage) for node in nodes}
    if len(stage_of) != len(nodes):
        raise ValueError("two boxes of the theory have the same key")
    for node in nodes:
        for key in node.leads_to:
            if key not in stage_of:
                raise ValueError(f"«{node.key}» leads to «{key}», which is not there")
            if stage_of[key] < stage_of[node.key]:
                raise ValueError(f"«{node.key}» leads backwards, to «{key}»")
