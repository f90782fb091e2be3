"""A figure month by month. A month without a value is a gap, and the picture says why.

chart = OverTime((Series("Kvinnor", (Point(date(2026, 1, 1), 31, "31"), …)), …), title=…, summary=…)
over_time(chart)                 wide, for a page and for paper
over_time(chart, form="narrow")  for a phone

Each series has a strip of its own under its name, all to the same scale; nothing is told apart by colour. Columns stand
for what is counted; points joined by a line for shares and means. What is not shown has a sign of one size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Literal

from samsyn.charts.paint import SIZE, WIDTHS, Form, Number, State, box, ground, patterns, share_of, words
from samsyn.charts.svg import Svg, drawing, element
from samsyn.charts.widths import text_width

PLOT: dict[Form, float] = {"wide": 120.0, "narrow": 96.0}
NAME, LABEL, AXIS, BETWEEN, LEGEND = 24.0, 22.0, 24.0, 18.0, 30.0
_WIDEST = 40.0
_HIDDEN = 12.0


def _swedish_months() -> tuple[str, ...]:
    return ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Point:
    """A month, by its first day."""

    month: date
    value: Number | None
    says: str
    state: State = "value"

    def __post_init__(self) -> None:
        if (self.value is None) == (self.state == "value"):
            raise ValueError(f"{self.month} is {self.state} and its value {self.value}")


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class OverTime:
    """All series are about the same months. `months` are their names, short, from January."""

    series: tuple[Series, ...]
    title: str
    summary: str
    kind: Literal["columns", "line"] = "columns"
    hidden: str = "visas inte"
    missing: str = "saknas"
    months: tuple[str, ...] = field(default_factory=_swedish_months)

    def __post_init__(self) -> None:
        if len({tuple(point.month for point in each.points) for each in self.series}) > 1:
            raise ValueError("the series of one picture are about the same months")

    @property
    def most(self) -> Number:
        return max((p.value for each in self.series for p in each.points if p.value is not None), default=0)

    @property
    def times(self) -> tuple[date, ...]:
        return tuple(point.month for point in self.series[0].points) if self.series else ()


def over_time(chart: OverTime, form: Form = "wide", id_: str = "months") -> Svg:
    """The drawing. `id_` must be its own on the page."""
    id_ = f"{id_}-{form}"
    tops = list(_tops(chart, form))
    return drawing(
        patterns(id_),
        *(part for each, y in zip(chart.series, tops, strict=False) for part in _strip(chart, each, y, form, id_)),
        *_axis(chart, tops[-1], form),
        *_legend(chart, tops[-1] + AXIS * 2, id_),
        width=WIDTHS[form], height=tops[-1] + AXIS * 2 + (LEGEND if _states(chart) else 0),
        class_=f"chart chart-{form}", title=chart.title, description=chart.summary, id_=id_,
    )  # fmt: skip


def _tops(chart: OverTime, form: Form) -> Iterator[float]:
    """Where each strip begins, and where the last one stands on its ground."""
    y = 0.0
    for n, each in enumerate(chart.series):
        y += BETWEEN if n else 0.0
        yield y
        y += (NAME if each.name else 0.0) + LABEL + PLOT[form]
    yield y


def _states(chart: OverTime) -> set[State]:
    return {point.state for each in chart.series for point in each.points} - {"value"}


def _x(chart: OverTime, n: float, form: Form) -> float:
    """The middle of the month of that number."""
    return (n + 0.5) * WIDTHS[form] / max(len(chart.times), 1)


def _strip(chart: OverTime, series: Series, top: float, form: Form, id_: str) -> Iterator[str]:
    if series.name:
        yield words(series.name, 0, top + 16, bold=True)
        top += NAME
    floor = top + LABEL + PLOT[form]
    yield from _ground(chart, series, floor, form)
    heights = [None if p.value is None else share_of(p.value, chart.most, PLOT[form]) for p in series.points]
    if chart.kind == "line":
        yield from _line(chart, heights, floor, form)
    across = min(_WIDEST, WIDTHS[form] / max(len(series.points), 1) - 6)
    for n, (point, tall) in enumerate(zip(series.points, heights, strict=True)):
        x = _x(chart, n, form)
        if tall is not None and chart.kind == "columns":
            yield from box("solid", id_, x - across / 2, floor - tall, across, tall)
        elif point.state == "hidden":
            yield from box("dotted", id_, x - across / 2, floor - _HIDDEN, across, _HIDDEN)
    yield from _labels(chart, series, heights, floor, form)


def _ground(chart: OverTime, series: Series, floor: float, form: Form) -> Iterator[str]:
    """Broken under a month of which nothing is known."""
    half = WIDTHS[form] / max(len(series.points), 1) / 2
    for n, point in enumerate(series.points):
        x = _x(chart, n, form)
        broken = point.state in ("missing", "not_measured")
        yield ground(x - half, floor, x + half, floor, broken=broken)


def _line(chart: OverTime, heights: list[float | None], floor: float, form: Form) -> Iterator[str]:
    """Points, joined only where both months have a value."""
    for n, (one, other) in enumerate(pairwise(heights)):
        if one is not None and other is not None:
            yield element(
                "line", x1=_x(chart, n, form), y1=floor - one, x2=_x(chart, n + 1, form), y2=floor - other,
                stroke="#000", stroke_width=2, class_="chart-line",
            )  # fmt: skip
    for n, tall in enumerate(heights):
        if tall is not None:
            yield element("circle", cx=_x(chart, n, form), cy=floor - tall, r=4.5, fill="#000", class_="chart-solid")


def _labels(
    chart: OverTime, series: Series, heights: list[float | None], floor: float, form: Form
) -> Iterator[str]:  # fmt: skip
    """Every value where there is room for them all; else the highest and the last."""
    room = WIDTHS[form] / max(len(series.points), 1) - 3
    shown = [n for n, tall in enumerate(heights) if tall is not None]
    if any(text_width(series.points[n].says, SIZE) > room for n in shown):
        last = shown[-1]
        highest = max(shown, key=lambda n: heights[n] or 0.0)
        shown = [highest] if abs(_x(chart, highest, form) - _x(chart, last, form)) < 70 else [highest, last]
    for n in shown:
        said = series.points[n].says
        yield words(said, _inside(_x(chart, n, form), said, form), floor - (heights[n] or 0.0) - 8, anchor="middle")


def _inside(x: float, content: str, form: Form) -> float:
    """The middle of a text, moved in from the edge as far as it needs."""
    half = text_width(content, SIZE) / 2
    return min(max(x, half), WIDTHS[form] - half)


def _axis(chart: OverTime, floor: float, form: Form) -> Iterator[str]:
    """Months below, as many as there is room for, and the year where it begins."""
    room = WIDTHS[form] / max(len(chart.times), 1)
    widest = max((text_width(chart.months[each.month - 1], SIZE) for each in chart.times), default=0.0)
    every = next(step for step in (1, 2, 3, 6, 12) if step * room >= widest + 6 or step == 12)
    year = None
    for n, month in enumerate(chart.times):
        x = _x(chart, n, form)
        if (month.month - 1) % every == 0:
            name = chart.months[month.month - 1]
            yield words(name, _inside(x, name, form), floor + 18, quiet=True, anchor="middle")
        if month.year != year and (n == 0 or month.month == 1):
            year = month.year
            yield words(str(year), _inside(x, str(year), form), floor + 38, quiet=True, anchor="middle")


def _legend(chart: OverTime, y: float, id_: str) -> Iterator[str]:
    x = 0.0
    if "hidden" in _states(chart):
        yield from box("dotted", id_, x, y + 8, 22, _HIDDEN)
        yield words(chart.hidden, x + 30, y + 20, quiet=True)
        x += 30 + text_width(chart.hidden, SIZE) + 28
    if _states(chart) & {"missing", "not_measured"}:
        yield ground(x, y + 14, x + 22, y + 14, broken=True)
        yield words(chart.missing, x + 30, y + 20, quiet=True)
