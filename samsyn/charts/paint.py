"""How shapes are told apart without colour, and what the pictures of figures have in common.

The wide form is 760 units across: on a page and on A4 its words are as large as the text around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from samsyn.charts.svg import element, text
from samsyn.charts.widths import text_width

Form = Literal["wide", "narrow"]
State = Literal["value", "hidden", "not_measured", "missing"]
Number = int | Fraction
Fill = Literal["solid", "striped", "dotted", "open", "awaited"]

SIZE = 16.0
WIDTHS: dict[Form, float] = {"wide": 760.0, "narrow": 350.0}
_STROKE = 1.5


def patterns(id_: str) -> str:
    """Slanting lines and dots, once in each drawing; `id_` is the drawing's own."""
    line = element("path", d="M0 8 8 0M-2 2 2 -2M6 10 10 6", stroke="#000", stroke_width=1.6, class_="chart-ink")
    dots = "".join(element("circle", cx=x, cy=x, r=1.1, fill="#000", class_="chart-ink-fill") for x in (2, 6))
    box = {"width": 8, "height": 8, "patternUnits": "userSpaceOnUse"}
    return element(
        "defs",
        element("pattern", line, id=f"{id_}-striped", **box),  # type: ignore[arg-type]
        element("pattern", dots, id=f"{id_}-dotted", **box),  # type: ignore[arg-type]
    )


def box(fill: Fill, id_: str, x: float, y: float, width: float, height: float) -> Iterator[str]:
    """A rectangle, filled as its kind is; its edge lies within it."""
    if width <= 0 or height <= 0:
        return
    inset = min(_STROKE / 2, width / 2, height / 2)
    place: dict[str, str | float] = {
        "x": x + inset, "y": y + inset, "width": width - 2 * inset, "height": height - 2 * inset,
    }  # fmt: skip
    edge: dict[str, str | float] = {"stroke": "#000", "stroke_width": _STROKE}
    if fill == "solid":
        yield element("rect", **place, class_="chart-solid", fill="#000", **edge)
    elif fill == "awaited":
        yield element("rect", **place, class_="chart-open", fill="none", stroke_dasharray="3 3", **edge)
    else:
        yield element("rect", **place, class_="chart-open", fill="none", **edge)
        if fill != "open":
            yield element("rect", **place, fill=f"url(#{id_}-{fill})")


def words(
    content: str, x: float, y: float, *, bold: bool = False, quiet: bool = False, anchor: str = "start",
    size: float = SIZE,
) -> str:  # fmt: skip
    return text(
        content, x, y, class_="chart-quiet" if quiet else "chart-words", font_size=size, text_anchor=anchor,
        font_weight=640 if bold else "", fill="#444" if quiet else "#000",
    )  # fmt: skip


def ground(x1: float, y1: float, x2: float, y2: float, *, broken: bool = False) -> str:
    """The line that a value is measured from."""
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke="#777", stroke_width=1, class_="chart-ground",
        stroke_dasharray="2 4" if broken else "",
    )  # fmt: skip


def fitting(content: str, room: float, size: float = SIZE, bold: bool = False) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if text_width(content, size, bold) <= room:
        return content
    length = len(content)
    while length > 1 and text_width(f"{content[:length].rstrip()}…", size, bold) > room:
        length -= 1
    return f"{content[:length].rstrip()}…"


def share_of(value: Number, most: Number, room: float) -> float:
    """How long a value is where `most` is as long as there is room."""
    return float(max(value, 0) * Fraction(room) / most) if most > 0 else 0.0
