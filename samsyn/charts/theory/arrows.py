"""Arrows from box to box: in the gutters, level where they pass a column, never behind a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from samsyn.charts.svg import element, number
from samsyn.charts.theory.lay import aside
from samsyn.charts.theory.model import Laid, Sizes


def arrowhead(id_: str) -> str:
    head = element("path", d="M0 0 9 4.5 0 9Z", fill="#000", class_="theory-head")
    marker = element(
        "marker", head, id=f"{id_}-head", markerWidth=9, markerHeight=9, refX=8, refY=4.5, orient="auto",
        markerUnits="userSpaceOnUse",
    )  # fmt: skip
    return element("defs", marker)


def arrow(one: Laid, other: Laid, laid: dict[str, Laid], sizes: Sizes, id_: str) -> Iterator[str]:
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


def _are_neighbours(one: Laid, other: Laid, laid: dict[str, Laid]) -> bool:
    """Nothing stands between them in their column."""
    low, high = sorted((one.y, other.y))
    return not any(each.column == one.column and low < each.y < high for each in laid.values())


def _straight(one: Laid, other: Laid) -> str:
    down = one.y < other.y
    start, end = (one.y + one.height, other.y - 2) if down else (one.y, other.y + other.height + 2)
    x = number(one.x + one.width / 2)
    return f"M{x} {number(start)}L{x} {number(end)}"


def _beside(one: Laid, other: Laid, sizes: Sizes) -> str:
    """Out of the right side of a box and back into the right side of another, past those between them."""
    room = aside(sizes)
    start, end = one.middle + one.height / 4, other.middle - other.height / 4
    if one.y > other.y:
        start, end = one.middle - one.height / 4, other.middle + other.height / 4
    out = one.right + room
    return (
        f"M{number(one.right)} {number(start)}C{number(out)} {number(start)} "
        f"{number(out)} {number(end)} {number(other.right + 2)} {number(end)}"
    )


def _across_to(one: Laid, other: Laid, laid: dict[str, Laid], sizes: Sizes) -> str:
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


def _spread(it: Laid, other: Laid, laid: dict[str, Laid], *, leaving: bool) -> float:
    """Arrows of one box leave and arrive at heights of their own, in the order of where they come from or go."""
    if leaving:
        others = [laid[key] for key in it.box.leads_to if laid[key].column != it.column]
    else:
        others = [each for each in laid.values() if it.box.key in each.box.leads_to and each.column != it.column]
    others.sort(key=lambda each: each.middle)
    n = others.index(other)
    step = min(12.0, it.height / (len(others) + 1))
    return it.middle + (n - (len(others) - 1) / 2) * step


def _opening(column: Sequence[Laid], y: float, sizes: Sizes) -> float:
    """The nearest height at which a column can be passed: between two boxes, above them all or below them all."""
    ordered = sorted(column, key=lambda each: each.y)
    if all(y < each.y - 6 or y > each.y + each.height + 6 for each in ordered):
        return y
    heights = [ordered[0].y - sizes.between / 2, ordered[-1].y + ordered[-1].height + sizes.between / 2]
    heights += [(above.y + above.height + below.y) / 2 for above, below in pairwise(ordered)]
    return min(heights, key=lambda each: abs(each - y))
