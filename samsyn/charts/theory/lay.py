"""Where every box stands: columns from left to right, boxes near those that lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samsyn.charts.theory.model import HEAD, LARGER, SCREEN, SIZES, STAGES, Form, Laid, Sizes, Stage, TheoryBox
from samsyn.charts.widths import text_width, wrapped


@dataclass(frozen=True)
class Measured:
    """A box, its text and its figures in lines, and how high it is."""

    box: TheoryBox
    lines: tuple[str, ...]
    figures: tuple[str, ...]
    height: float


def lay(nodes: Sequence[TheoryBox], used: Sequence[Stage], sizes: Sizes) -> dict[str, Laid]:
    """By key. The columns are centred on the highest one."""
    wide = across(len(used), sizes)
    columns = [[measured(node, wide, sizes) for node in column] for column in _ordered(nodes, used)]
    tall = max((_tall(column, sizes) for column in columns), default=0.0)
    found: dict[str, Laid] = {}
    for n, column in enumerate(columns):
        slack = _slack(column, tall, sizes)
        y = sizes.size * HEAD + (tall - _tall(column, sizes) - slack * (len(column) - 1)) / 2
        for it in column:
            found[it.box.key] = Laid(it.box, n, n * (wide + sizes.gutter), y, wide, it.height, it.lines, it.figures)
            y += it.height + sizes.between + slack
    return found


def sizes_for(nodes: Sequence[TheoryBox], form: Form) -> Sizes:
    """Of the wide form as large words as a projector's screen has room for, as long as no word need be cut."""
    sizes = SIZES[form]
    if form != "wide":
        return sizes
    used = [stage for stage in STAGES if any(node.stage == stage for node in nodes)]
    room = across(len(used), sizes) - 2 * sizes.inside
    for size in LARGER:
        larger = replace(sizes, size=size)
        whole = all(text_width(word, size, bold=True) <= room for node in nodes for word in _every_word(node))
        low = max((it.y + it.height for it in lay(nodes, used, larger).values()), default=0.0)
        if whole and low <= SCREEN:
            return larger
    return sizes


def _every_word(node: TheoryBox) -> list[str]:
    return [word for line in (node.text, *node.figures) for word in line.split()]


def across(columns: int, sizes: Sizes) -> float:
    """How wide a column is; fewer stages make wider columns, but no wider than a third of the picture.

    To the right of the last one there is room for an arrow from one of its boxes to another.
    """
    room = sizes.width - (columns - 1) * sizes.gutter - aside(sizes)
    return min(room / max(columns, 1), sizes.width / 3)


def aside(sizes: Sizes) -> float:
    """How far out an arrow swings that goes past a box of its own column."""
    return max(sizes.gutter * 0.7, 12.0)


def measured(node: TheoryBox, wide: float, sizes: Sizes) -> Measured:
    room = wide - 2 * sizes.inside
    lines = tuple(wrapped(node.text, sizes.size, room))
    figures = tuple(line for each in node.figures for line in wrapped(each, sizes.size, room, bold=True))
    height = (len(lines) + len(figures)) * sizes.line + 2 * sizes.inside + (6 if figures else 0)
    return Measured(node, lines, figures, height)


def _ordered(nodes: Sequence[TheoryBox], used: Sequence[Stage]) -> list[list[TheoryBox]]:
    """In each column, boxes as near as may be to the height of those that lead to them."""
    place: dict[str, float] = {}
    columns = []
    for stage in used:
        column = [node for node in nodes if node.stage == stage]
        column.sort(key=lambda node: _wish(node, nodes, place))
        place |= {node.key: (n + 0.5) / len(column) for n, node in enumerate(column)}
        columns.append(column)
    return columns


def _wish(node: TheoryBox, nodes: Sequence[TheoryBox], place: dict[str, float]) -> float:
    """The mean height of those that lead to it; those that nobody leads to keep their order at the middle."""
    heights = [place[each.key] for each in nodes if node.key in each.leads_to and each.key in place]
    return sum(heights) / len(heights) if heights else 0.5


def _tall(column: Sequence[Measured], sizes: Sizes) -> float:
    return sum(it.height for it in column) + sizes.between * (len(column) - 1)


def _slack(column: Sequence[Measured], tall: float, sizes: Sizes) -> float:
    """A short column is spread out some, so that arrows run more level; never so far that it falls apart."""
    if len(column) < 2:
        return 0.0
    return min((tall - _tall(column, sizes)) / len(column), sizes.between * 2)
