"""What each side undertook and what became of it: one square for each undertaking, drawn alike for all sides.

chart = DutiesKept((Side("Kommunen", "public", done=9, late=1, missed=2, waived=0, coming=4), …), title=…, summary=…)

No colour, no order of merit: sides stand as they stand in the agreement, and the squares in the same order for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samsyn.charts.paint import SIZE, WIDTHS, Fill, Form, box, fitting, patterns, words
from samsyn.charts.svg import Svg, drawing, element
from samsyn.charts.widths import text_width

SQUARE, STEP, NAME, LINE, BETWEEN = 16.0, 21.0, 26.0, 24.0, 22.0
KINDS = ("done", "late", "missed", "waived", "coming")
_FILLS: dict[str, Fill] = {
    "done": "solid", "late": "striped", "missed": "open", "waived": "dotted", "coming": "awaited",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """`kind`: public, civil or joint. Numbers of undertakings; `late` are done, after their day."""

    name: str
    kind: str
    done: int = 0
    late: int = 0
    missed: int = 0
    waived: int = 0
    coming: int = 0

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        return tuple((kind, getattr(self, kind)) for kind in KINDS)


@dataclass(frozen=True)
class DutiesKept:
    """`words` say what a square means, each with {n}, in the order of KINDS."""

    sides: tuple[Side, ...]
    title: str
    summary: str
    words: tuple[str, str, str, str, str] = (
        "Gjort i tid: {n}", "Gjort senare: {n}", "Inte gjort: {n}", "Behövdes inte: {n}", "Kommer: {n}"
    )  # fmt: skip
    none: str = "Inget föll ut under tiden."


def duties_kept(chart: DutiesKept, form: Form = "wide", id_: str = "duties") -> Svg:
    """The drawing. `id_` must be its own on the page."""
    id_ = f"{id_}-{form}"
    parts = [patterns(id_)]
    y = 0.0
    for n, side in enumerate(chart.sides):
        y += BETWEEN if n else 0.0
        drawn, y = _side(chart, side, y, form, id_)
        parts += drawn
    return drawing(
        *parts, width=WIDTHS[form], height=max(y, 1.0), class_=f"chart chart-{form}", title=chart.title,
        description=chart.summary, id_=id_,
    )  # fmt: skip


def _side(chart: DutiesKept, side: Side, y: float, form: Form, id_: str) -> tuple[list[str], float]:
    found = [*_shape(side.kind, y), words(fitting(side.name, WIDTHS[form] - 18, bold=True), 18, y + 15, bold=True)]
    y += NAME
    if not any(count for _, count in side.counts):
        return [*found, words(chart.none, 0, y + 14, quiet=True)], y + LINE
    fills = [_FILLS[kind] for kind, count in side.counts for _ in range(count)]
    across = int((WIDTHS[form] - SQUARE) // STEP) + 1
    for n, fill in enumerate(fills):
        found += box(fill, id_, n % across * STEP, y + n // across * STEP, SQUARE, SQUARE)
    y += -(-len(fills) // across) * STEP + 6
    drawn, y = _said(chart, side, y, form, id_)
    return found + drawn, y


def _shape(kind: str, y: float) -> Iterator[str]:
    """Square for the public side, round for the civil one, half of each where it is both."""
    if kind == "public":
        yield element("rect", x=0, y=y + 4, width=11, height=11, fill="#000", class_="chart-public")
    elif kind == "civil":
        yield element("circle", cx=5.5, cy=y + 9.5, r=5.5, fill="#000", class_="chart-civil")
    else:
        yield element("rect", x=0, y=y + 4, width=11, height=11, rx=3, fill="#000", class_="chart-joint")


def _said(chart: DutiesKept, side: Side, y: float, form: Form, id_: str) -> tuple[list[str], float]:
    """Each kind that there is, with its square before its words; a new line where there is no more room."""
    found: list[str] = []
    x = 0.0
    for (kind, count), said in zip(side.counts, chart.words, strict=True):
        if not count:
            continue
        label = said.format(n=count)
        across = 22 + text_width(label, SIZE)
        if x and x + across > WIDTHS[form]:
            x, y = 0.0, y + LINE
        found += box(_FILLS[kind], id_, x, y + 2, 14, 14)
        found.append(words(label, x + 22, y + 14))
        x += across + 26
    return found, y + LINE
