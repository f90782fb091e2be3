"""A theory of change: from what is put in on the left to what is hoped for on the right, with arrows between.

theory_of_change(nodes)                 wide, for a page and a projector
theory_of_change(nodes, form="paper")   as wide as a page of A4
theory_of_change(nodes, form="narrow")  for a phone: stages below each other, arrows as numbers

Boxes say their text whole. An arrow that leaps over a stage goes between the boxes of that stage, never behind one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from samsyn.charts.paint import words
from samsyn.charts.svg import Svg, drawing, element, number
from samsyn.charts.widths import wrapped

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
class _Sizes:
    """Of a form: how wide it is, how large its words, the room between columns and boxes, and inside a box."""

    width: float
    size: float
    gutter: float
    between: float
    inside: float

    @property
    def line(self) -> float:
        return round(self.size * 1.25, 1)


_SIZES: dict[Form, _Sizes] = {
    "wide": _Sizes(1120.0, 17.0, 46.0, 26.0, 12.0),
    "paper": _Sizes(760.0, 13.0, 30.0, 18.0, 8.0),
    "narrow": _Sizes(350.0, 16.0, 0.0, 14.0, 12.0),
}
_HEAD = 2.0
"""In sizes: room for the name of a stage."""


@dataclass(frozen=True)
class _Laid:
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


def theory_of_change(
    nodes: Sequence[TheoryBox], words: TheoryWords | None = None, form: Form = "wide", id_: str = "theory"
) -> Svg:
    """The drawing. `id_` must be its own on the page. Raises ValueError for an arrow to nowhere, or backwards."""
    _check(nodes)
    said = words or TheoryWords()
    sizes = _SIZES[form]
    found, height = _phone(nodes, said, sizes) if form == "narrow" else _table(nodes, said, sizes, f"{id_}-{form}")
    return drawing(
        *found, width=sizes.width, height=height, class_=f"chart theory theory-{form}", title=said.title,
        description=said.summary, id_=f"{id_}-{form}",
    )  # fmt: skip


def _check(nodes: Sequence[TheoryBox]) -> None:
    stage_of = {node.key: STAGES.index(node.stage) for node in nodes}
    if len(stage_of) != len(nodes):
        raise ValueError("two boxes of the theory have the same key")
    for node in nodes:
        for key in node.leads_to:
            if key not in stage_of:
                raise ValueError(f"«{node.key}» leads to «{key}», which is not there")
            if stage_of[key] < stage_of[node.key]:
                raise ValueError(f"«{node.key}» leads backwards, to «{key}»")


# ── columns, for a page, a projector and paper ──


def _table(nodes: Sequence[TheoryBox], said: TheoryWords, sizes: _Sizes, id_: str) -> tuple[list[str], float]:
    used = [stage for stage in STAGES if any(node.stage == stage for node in nodes)]
    laid = _lay(nodes, used, sizes)
    height = max((each.y + each.height for each in laid.values()), default=sizes.size * _HEAD) + 4
    across = _across(len(used), sizes)
    heads = [
        words(said.stages[stage], n * (across + sizes.gutter), sizes.size, bold=True, size=sizes.size)
        for n, stage in enumerate(used)
    ]
    arrows = [
        part
        for each in laid.values()
        for key in each.box.leads_to
        for part in _arrow(each, laid[key], laid, sizes, id_)
    ]
    boxes = [part for each in laid.values() for part in _box(each, sizes)]
    return [_arrowhead(id_), *heads, *arrows, *boxes], height


def _across(columns: int, sizes: _Sizes) -> float:
    """How wide a column is; fewer stages make wider columns, but no wider than a third of the picture.

    To the right of the last one there is room for an arrow from one of its boxes to another.
    """
    room = sizes.width - (columns - 1) * sizes.gutter - _aside(sizes)
    return min(room / max(columns, 1), sizes.width / 3)


def _lay(nodes: Sequence[TheoryBox], used: Sequence[Stage], sizes: _Sizes) -> dict[str, _Laid]:
    """Columns from left to right; in each, boxes as near as may be to those that lead to them."""
    across = _across(len(used), sizes)
    columns: list[list[TheoryBox]] = []
    place: dict[str, float] = {}
    for stage in used:
        column = [node for node in nodes if node.stage == stage]
        column.sort(key=lambda node: _wish(node, nodes, place))
        place |= {node.key: (n + 0.5) / len(column) for n, node in enumerate(column)}
        columns.append(column)
    sized = [[_sized(node, across, sizes) for node in column] for column in columns]
    tall = max((_tall(column, sizes) for column in sized), default=0.0)
    found: dict[str, _Laid] = {}
    for n, column in enumerate(sized):
        gap = sizes.between + _slack(column, tall, sizes)
        y = sizes.size * _HEAD + (tall - _tall(column, sizes) - (gap - sizes.between) * (len(column) - 1)) / 2
        for node, lines, figures, height in column:
            found[node.key] = _Laid(node, n, n * (across + sizes.gutter), y, across, height, lines, figures)
            y += height + gap
    return found


_Sized = tuple[TheoryBox, tuple[str, ...], tuple[str, ...], float]


def _sized(node: TheoryBox, across: float, sizes: _Sizes) -> _Sized:
    room = across - 2 * sizes.inside
    lines = tuple(wrapped(node.text, sizes.size, room))
    figures = tuple(line for each in node.figures for line in wrapped(each, sizes.size, room, bold=True))
    height = (len(lines) + len(figures)) * sizes.line + 2 * sizes.inside + (6 if figures else 0)
    return node, lines, figures, height


def _tall(column: Sequence[_Sized], sizes: _Sizes) -> float:
    return sum(height for *_, height in column) + sizes.between * (len(column) - 1)


def _slack(column: Sequence[_Sized], tall: float, sizes: _Sizes) -> float:
    """A short column is spread out some, so that arrows run more level; never so far that it falls apart."""
    if len(column) < 2:
        return 0.0
    return min((tall - _tall(column, sizes)) / len(column), sizes.between * 2)


def _wish(node: TheoryBox, nodes: Sequence[TheoryBox], place: dict[str, float]) -> float:
    """The mean height of those that lead to it; those that nobody leads to keep their order at the middle."""
    heights = [place[each.key] for each in nodes if node.key in each.leads_to and each.key in place]
    return sum(heights) / len(heights) if heights else 0.5


def _box(it: _Laid, sizes: _Sizes) -> Iterator[str]:
    yield element(
        "rect", x=it.x, y=it.y, width=it.width, height=it.height, rx=3, fill="#fff", stroke="#000", stroke_width=1.5,
        class_=f"theory-box theory-{it.box.stage}",
    )  # fmt: skip
    x, y = it.x + sizes.inside, it.y + sizes.inside + sizes.size * 0.92
    for line in it.lines:
        yield words(line, x, y, size=sizes.size)
        y += sizes.line
    for line in it.figures:
        yield words(line, x, y + 6, bold=True, size=sizes.size)
        y += sizes.line


def _arrowhead(id_: str) -> str:
    head = element("path", d="M0 0 9 4.5 0 9Z", fill="#000", class_="theory-head")
    marker = element(
        "marker", head, id=f"{id_}-head", markerWidth=9, markerHeight=9, refX=8, refY=4.5, orient="auto",
        markerUnits="userSpaceOnUse",
    )  # fmt: skip
    return element("defs", marker)


def _arrow(one: _Laid, other: _Laid, laid: dict[str, _Laid], sizes: _Sizes, id_: str) -> Iterator[str]:
    if one.column != other.column:
        path = _across_to(one, other, laid, sizes)
    elif _are_neighbours(one, other, laid):
        path = _straight(one, other)
    else:
        path = _beside(one, other, sizes)
    yield element(
        "path", d=path, fill="none", stroke="#000", stroke_width=1.6, marker_end=f"url(#{id_}-head)",
        class_="theory-arrow",
    )  # fmt: skip


def _are_neighbours(one: _Laid, other: _Laid, laid: dict[str, _Laid]) -> bool:
    """Nothing stands between them in their column."""
    low, high = sorted((one.y, other.y))
    return not any(each.column == one.column and low < each.y < high for each in laid.values())


def _straight(one: _Laid, other: _Laid) -> str:
    down = one.y < other.y
    start, end = (one.y + one.height, other.y - 2) if down else (one.y, other.y + other.height + 2)
    x = number(one.x + one.width / 2)
    return f"M{x} {number(start)}L{x} {number(end)}"


def _beside(one: _Laid, other: _Laid, sizes: _Sizes) -> str:
    """Out of the right side of a box and back into the right side of another, past those between them."""
    aside = _aside(sizes)
    start, end = one.middle + one.height / 4, other.middle - other.height / 4
    if one.y > other.y:
        start, end = one.middle - one.height / 4, other.middle + other.height / 4
    out = one.right + aside
    return (
        f"M{number(one.right)} {number(start)}C{number(out)} {number(start)} "
        f"{number(out)} {number(end)} {number(other.right + 2)} {number(end)}"
    )


def _aside(sizes: _Sizes) -> float:
    return max(sizes.gutter * 0.7, 12.0)


def _across_to(one: _Laid, other: _Laid, laid: dict[str, _Laid], sizes: _Sizes) -> str:
    """Curves in the gutters, level where it passes a column that it only leaps over."""
    x, y = one.right, _spread(one, other, laid, leaving=True)
    path = f"M{number(x)} {number(y)}"
    for column in range(one.column + 1, other.column):
        inside = [each for each in laid.values() if each.column == column]
        level = _opening(inside, y, sizes)
        left = inside[0].x
        path += _curve(x, y, left, level) + f"H{number(inside[0].right)}"
        x, y = inside[0].right, level
    return path + _curve(x, y, other.x - 2, _spread(other, one, laid, leaving=False))


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"C{number(middle)} {number(y)} {number(middle)} {number(to_y)} {number(to_x)} {number(to_y)}"


def _spread(it: _Laid, other: _Laid, laid: dict[str, _Laid], *, leaving: bool) -> float:
    """Arrows of one box leave and arrive at heights of their own, in the order of where they come from or go."""
    if leaving:
        others = [laid[key] for key in it.box.leads_to if laid[key].column != it.column]
    else:
        others = [each for each in laid.values() if it.box.key in each.box.leads_to and each.column != it.column]
    others.sort(key=lambda each: each.middle)
    n = others.index(other)
    step = min(12.0, it.height / (len(others) + 1))
    return it.middle + (n - (len(others) - 1) / 2) * step


def _opening(column: Sequence[_Laid], y: float, sizes: _Sizes) -> float:
    """The nearest height at which a column can be passed: between two boxes, above them all or below them all."""
    ordered = sorted(column, key=lambda each: each.y)
    if all(y < each.y - 6 or y > each.y + each.height + 6 for each in ordered):
        return y
    heights = [ordered[0].y - sizes.between / 2, ordered[-1].y + ordered[-1].height + sizes.between / 2]
    heights += [(above.y + above.height + below.y) / 2 for above, below in pairwise(ordered)]
    return min(heights, key=lambda each: abs(each - y))


# ── a phone ──


def _phone(nodes: Sequence[TheoryBox], said: TheoryWords, sizes: _Sizes) -> tuple[list[str], float]:
    """Stages below each other; each box has a number, and says the numbers of those that it leads to."""
    ordered = [node for stage in STAGES for node in nodes if node.stage == stage]
    numbers = {node.key: n for n, node in enumerate(ordered, 1)}
    found: list[str] = []
    y, stage = 0.0, ""
    for node in ordered:
        if node.stage != stage:
            stage = node.stage
            y += 18 if found else 0
            found.append(words(said.stages[stage], 0, y + sizes.size, bold=True, size=sizes.size))
            y += sizes.size * _HEAD
        told = ", ".join(str(each) for each in sorted(numbers[key] for key in node.leads_to))
        figures = (*node.figures, *((said.leads_to.format(numbers=told),) if told else ()))
        numbered = TheoryBox(node.key, node.stage, f"{numbers[node.key]}. {node.text}", (), figures)
        _, lines, below, height = _sized(numbered, sizes.width - 2, sizes)
        found += _box(_Laid(numbered, 0, 1.0, y, sizes.width - 2, height, lines, below), sizes)
        y += height + sizes.between
    return found, max(y, 1.0)
