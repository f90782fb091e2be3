"""Payments over time: a column for each period of a payment plan, on the day it is due, as tall as its sum.

chart = PaymentsOverTime(first, end, today, bars=[Bar(day, ore, "paid"), Bar(day, ore, "planned"), …])
payments_over_time(chart)                 wide, for a page
payments_over_time(chart, form="narrow")  for a phone; give it fewer years

How a sum stands is seen by how the column is drawn, also in black and white: filled when it is paid, striped when it
is invoiced, empty when it is planned, with a broken edge while a figure is awaited. Where no sum is settled a ring
stands on the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, pairwise
from typing import Literal

from samsyn.charts.svg import Svg, drawing, element, text
from samsyn.charts.widths import text_width

Form = Literal["wide", "narrow"]
Kind = Literal["paid", "invoiced", "planned", "preliminary", "open"]
ORDER: tuple[Kind, ...] = ("paid", "invoiced", "planned", "preliminary", "open")
SIZE = 16.0
HEAD, FOOT, PLOT = 40.0, 30.0, 170.0
WIDEST, ROOM = 44.0, 3.0
_WIDTHS: dict[Form, float] = {"wide": 1120.0, "narrow": 350.0}
_PAINT: Mapping[Kind, dict[str, str | float]] = {
    "paid": {"fill": "#333", "stroke": "#000", "stroke_width": 1.5},
    "invoiced": {"fill": "#ccc", "stroke": "#000", "stroke_width": 1.5},
    "planned": {"fill": "#fff", "stroke": "#000", "stroke_width": 1.5},
    "preliminary": {"fill": "#fff", "stroke": "#000", "stroke_width": 1.5, "stroke_dasharray": "5 4"},
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A sum on a day, in öre. `open` has none."""

    day: date
    ore: int
    kind: Kind

    def __post_init__(self) -> None:
        if self.ore < 0:
            raise ValueError(f"the sum of {self.day} is below zero, which no column can be")


@dataclass(frozen=True)
class Words:
    """The words of the drawing, in the language of the page. `amount` writes the highest sum."""

    title: str = "Betalningar över tid"
    today: str = "I dag"
    summary: str = ""
    most: str = ""


@dataclass(frozen=True)
class PaymentsOverTime:
    """The days [first, end). Bars outside them are not shown."""

    first: date
    end: date
    today: date
    bars: tuple[Bar, ...] = ()
    words: Words = field(default_factory=Words)

    def __post_init__(self) -> None:
        if self.end <= self.first:
            raise ValueError(f"the picture goes from {self.first} to {self.end}, which is no time")

    @property
    def seen(self) -> list[Bar]:
        """By day, and on a day as they lie on each other from the ground."""
        inside = [bar for bar in self.bars if self.first <= bar.day < self.end]
        return sorted(inside, key=lambda bar: (bar.day, ORDER.index(bar.kind)))

    @property
    def highest(self) -> int:
        """The largest sum of one day, in öre."""
        sums = [sum(bar.ore for bar in same) for _, same in groupby(self.seen, key=lambda bar: bar.day)]
        return max(sums, default=0)


def payments_over_time(chart: PaymentsOverTime, form: Form = "wide", id_: str = "payments") -> Svg:
    """The drawing. `id_` must be its own on the page."""
    width, height = _WIDTHS[form], HEAD + PLOT + FOOT
    id_ = f"{id_}-{form}"
    return drawing(
        _stripes(id_),
        *_ground(chart, width),
        *_columns(chart, width, id_),
        *_today(chart, width),
        width=width, height=height, class_=f"payments-picture payments-{form}", title=chart.words.title,
        description=chart.words.summary, id_=id_,
    )  # fmt: skip


def _x(chart: PaymentsOverTime, day: date, width: float) -> float:
    """Half a column is left free on either side, so that the first and the last day have room for theirs."""
    inside = width - WIDEST
    return WIDEST / 2 + (day - chart.first).days * inside / (chart.end - chart.first).days


def _stripes(id_: str) -> str:
    """Slanting lines over the grey of what is invoiced."""
    line = element("path", d="M0 8 8 0", stroke="#000", stroke_width=1.5, class_="payments-stripe")
    pattern = element(
        "pattern", line, id=f"{id_}-stripes", width=8, height=8, patternUnits="userSpaceOnUse"
    )  # fmt: skip
    return element("defs", pattern)


def _ground(chart: PaymentsOverTime, width: float) -> Iterator[str]:
    """The line the columns stand on, a mark and a number where a year begins, and how much the highest is."""
    bottom = HEAD + PLOT
    yield element("line", x1=0, x2=width, y1=bottom, y2=bottom, class_="payments-ground", stroke="#777", stroke_width=1)
    for year in range(chart.first.year, chart.end.year + 1):
        day = max(date(year, 1, 1), chart.first)
        if day >= chart.end:
            continue
        x, after = _x(chart, day, width), _x(chart, min(date(year + 1, 1, 1), chart.end), width)
        yield element(
            "line", x1=x, x2=x, y1=bottom, y2=bottom + 8, class_="payments-ground", stroke="#777", stroke_width=1
        )
        if after - x >= text_width(str(year), SIZE) + 8:
            yield text(str(year), x + 5, bottom + 22, class_="payments-quiet", font_size=SIZE)
    if chart.highest and chart.words.most:
        yield element(
            "line", x1=0, x2=width, y1=HEAD, y2=HEAD, class_="payments-most", stroke="#bbb", stroke_width=1,
            stroke_dasharray="2 4",
        )  # fmt: skip
        right = _is_early(chart)
        yield text(
            chart.words.most, width if right else 0, HEAD - 8, class_="payments-quiet", font_size=SIZE,
            text_anchor="end" if right else "start",
        )  # fmt: skip


def _is_early(chart: PaymentsOverTime) -> bool:
    """Today is in the first half: its words stand to the left, so others stand to the right."""
    return chart.first <= chart.today < chart.first + (chart.end - chart.first) / 2


def _columns(chart: PaymentsOverTime, width: float, id_: str) -> Iterator[str]:
    across = _across(chart, width)
    for day, same in groupby(chart.seen, key=lambda bar: bar.day):
        top = HEAD + PLOT
        left = _x(chart, day, width) - across / 2
        for bar in same:
            if bar.kind == "open":
                yield element(
                    "circle", cx=left + across / 2, cy=HEAD + PLOT - 12, r=6, class_="payments-open", fill="none",
                    stroke="#000", stroke_width=1.5,
                )  # fmt: skip
                continue
            tall = bar.ore * PLOT / chart.highest if chart.highest else 0
            top -= tall
            box: dict[str, str | float] = {"x": left, "y": top, "width": across, "height": tall}
            yield element("rect", **box, class_=f"payments-bar payments-bar-{bar.kind}", **_PAINT[bar.kind])
            if bar.kind == "invoiced":
                yield element("rect", **box, class_="payments-striped", fill=f"url(#{id_}-stripes)")


def _across(chart: PaymentsOverTime, width: float) -> float:
    """As wide as the nearest two days let them be."""
    days = sorted({_x(chart, bar.day, width) for bar in chart.seen})
    gaps = [after - before for before, after in pairwise(days)]
    return max(min(WIDEST, min(gaps, default=WIDEST) - ROOM), 2.0)


def _today(chart: PaymentsOverTime, width: float) -> Iterator[str]:
    if not chart.first <= chart.today < chart.end:
        return
    x, word = _x(chart, chart.today, width), chart.words.today
    anchor = "end" if x + text_width(word, SIZE) + 6 > width else "start"
    yield element(
        "line", x1=x, x2=x, y1=4, y2=HEAD + PLOT, class_="payments-today", stroke="#000", stroke_width=2
    )  # fmt: skip
    yield text(
        word, x + (6 if anchor == "start" else -6), 16, class_="payments-name", font_size=SIZE, text_anchor=anchor
    )
