"""A drawing on paper: its shapes stay SVG, its words are set by typst in the document's own type.

Typst's SVG reader knows only the lightest weight of a variable font, and words inside a picture cannot be copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_TEXT = f"{{{_SVG}}}text"
_PINE, _SLATE, _MOSS, _SOFT, _EDGE = "#1e5947", "#3d5c80", "#66722c", "#535a61", "#857c6a"
_PAINT = {
    **dict.fromkeys(("line-passed", "line-rest", "line-extension"), _PINE),
    "line-pole": _EDGE,
    **dict.fromkeys(("chart-solid", "chart-open", "chart-line", "chart-ink", "chart-ink-fill", "chart-joint"), _PINE),
    "chart-public": _SLATE,
    "chart-civil": _MOSS,
    **dict.fromkeys(("theory-arrow", "theory-head"), _SOFT),
    "theory-box": _EDGE,
}
"""Colours on paper, by class; everything else keeps its black. The shapes say it all without them."""


@dataclass(frozen=True)
class Words:
    """A piece of text with its baseline at x, y. Units are those of the drawing. `anchor`: start, middle or end.

    `quiet` words are softer than the others: months, why nothing is shown.
    """

    text: str
    x: float
    y: float
    size: float
    weight: int
    anchor: str
    quiet: bool = False


@dataclass(frozen=True)
class Drawing:
    """`shapes` is SVG without text; `says` is the drawing in words, for those who listen."""

    shapes: str
    width: float
    height: float
    words: tuple[Words, ...]
    says: str


def drawing(svg: str, says: str) -> Drawing:
    """Part an SVG of ours: text with x, y, font-size, font-weight and text-anchor; groups that are only moved."""
    root = ElementTree.fromstring(svg)
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    words = tuple(_words(root, 0.0, 0.0))
    _without_text(root)
    _painted(root)
    ElementTree.register_namespace("", _SVG)
    return Drawing(ElementTree.tostring(root, encoding="unicode"), width, height, words, says)


def _words(element: ElementTree.Element, x: float, y: float) -> Iterator[Words]:
    dx, dy = _moved(element.get("transform", ""))
    for child in element:
        if child.tag == _TEXT:
            yield _word(child, x + dx, y + dy)
        else:
            yield from _words(child, x + dx, y + dy)


def _word(element: ElementTree.Element, x: float, y: float) -> Words:
    """Nested text («tspan») is not ours and is refused."""
    if len(element):
        raise ValueError("text within text cannot be set; write one element for each piece")
    found = element.attrib
    return Words(
        text=element.text or "",
        x=x + float(found["x"]),
        y=y + float(found["y"]),
        size=float(found["font-size"]),
        weight=int(found.get("font-weight", "400")),
        anchor=found.get("text-anchor", "start"),
        quiet="chart-quiet" in found.get("class", "").split(),
    )


def _moved(transform: str) -> tuple[float, float]:
    if not transform:
        return 0.0, 0.0
    if not transform.startswith("translate("):
        raise ValueError(f"«{transform}» is no translation; only those are understood")
    parts = transform.removeprefix("translate(").removesuffix(")").replace(",", " ").split()
    return float(parts[0]), float(parts[1]) if len(parts) > 1 else 0.0


def _without_text(element: ElementTree.Element) -> None:
    for child in list(element):
        if child.tag == _TEXT:
            element.remove(child)
        else:
            _without_text(child)


def _painted(root: ElementTree.Element) -> None:
    for element in root.iter():
        colour = next((_PAINT[name] for name in element.get("class", "").split() if name in _PAINT), None)
        for key in ("fill", "stroke"):
            if colour and element.get(key) == "#000":
                element.set(key, colour)
