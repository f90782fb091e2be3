"""A figure by its parts: a bar for each, its name before it and its value behind it.

chart = SplitBars((Bar("Kvinnor", 412, "412"), Bar("Män", None, "visas inte", "hidden"), …), title=…, summary=…)
split_bars(chart)                 wide, for a page and for paper
split_bars(chart, form="narrow")  for a phone

A part that is not shown has its words and no bar; nothing in the picture depends on how large it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from samsyn.charts.paint import SIZE, WIDTHS, Form, Number, State, box, fitting, ground, patterns, share_of, words
from samsyn.charts.svg import Svg, drawing, element
from samsyn.charts.widths import text_width

BAR, ROW, GROUP, GAP = 18.0, 28.0, 38.0, 10.0
_NARROW_ROW = 48.0
_LONGEST_NAME = 260.0


@dataclass(frozen=True, slots=True)
class Bar:
    """`says` is the value in words, or why there is none. `whole`: an open frame behind the bar, that it is a part of.

    Bars of one `group` stand together under its name.
    """

    name: str
    value: Number | None
    says: str
    state: State = "value"
    whole: Number | None = None
    group: str = ""

    def __post_init__(self) -> None:
        if (self.value is None) == (self.state == "value"):
            raise ValueError(f"«{self.name}» is {self.state} and its value {self.value}")
        if self.state != "value" and self.whole is not None:
            raise ValueError(f"«{self.name}» is {self.state}, so what it is a part of is not drawn either")


@dataclass(frozen=True)
class SplitBars:
    """`target` is drawn across the bars, and is given only where a clause sets one; `target_says` says which."""

    bars: tuple[Bar, ...]
    title: str
    summary: str
    target: Number | None = None
    target_says: str = ""

    @property
    def most(self) -> Number:
        """What the whole length stands for: the largest that is shown."""
        shown = [each for bar in self.bars for each in (bar.value, bar.whole) if each is not None]
        return max([*shown, *([self.target] if self.target is not None else [])], default=0)


def split_bars(chart: SplitBars, form: Form = "wide", id_: str = "split") -> Svg:
    """The drawing. `id_` must be its own on the page."""
    id_ = f"{id_}-{form}"
    top = 26.0 if chart.target is not None else 0.0
    tops = list(_tops(chart, form, top))
    return drawing(
        patterns(id_),
        *(part for bar, y in zip(chart.bars, tops, strict=False) for part in _row(chart, bar, y, form, id_)),
        *_groups(chart, tops),
        *_axis(chart, tops, form),
        width=WIDTHS[form], height=tops[-1] + 4, class_=f"chart chart-{form}", title=chart.title,
        description=chart.summary, id_=id_,
    )  # fmt: skip


def _height(form: Form) -> float:
    return ROW if form == "wide" else _NARROW_ROW


def _tops(chart: SplitBars, form: Form, y: float) -> Iterator[float]:
    """Where each row begins, and where the last ends; a group leaves room for its name."""
    for bar, before in zip(chart.bars, (None, *chart.bars), strict=False):
        if bar.group and (before is None or before.group != bar.group):
            y += GROUP
        yield y
        y += _height(form)
    yield y


def _groups(chart: SplitBars, tops: list[float]) -> Iterator[str]:
    if chart.bars and chart.bars[0].group:
        yield words(chart.bars[0].group, 0, tops[0] - 12, bold=True)
    for (before, bar), y in zip(pairwise(chart.bars), tops[1:], strict=False):
        if bar.group and bar.group != before.group:
            yield words(bar.group, 0, y - 12, bold=True)


def _left(chart: SplitBars, form: Form) -> float:
    if form == "narrow":
        return 0.0
    longest = max((text_width(bar.name, SIZE) for bar in chart.bars), default=0.0)
    return min(longest, _LONGEST_NAME) + 14


def _room(chart: SplitBars, form: Form) -> float:
    """How long the longest bar may be, so that every value has room behind its bar."""
    said = max((text_width(bar.says, SIZE) for bar in chart.bars if bar.value is not None), default=0.0)
    return max(WIDTHS[form] - _left(chart, form) - said - GAP, 40.0)


def _row(chart: SplitBars, bar: Bar, top: float, form: Form, id_: str) -> Iterator[str]:
    left, room = _left(chart, form), _room(chart, form)
    wide = form == "wide"
    y = top + (_height(form) - BAR) / 2 if wide else top + 24
    yield words(fitting(bar.name, left - 14 if wide else WIDTHS[form]), 0, (y if wide else top + 4) + 14)
    if bar.value is None:
        yield words(bar.says, left + (8 if wide else 0), y + 14, quiet=True)
        return
    length = share_of(bar.value, chart.most, room)
    frame = share_of(bar.whole, chart.most, room) if bar.whole is not None else 0.0
    yield from box("open", id_, left, y, frame, BAR)
    yield from box("solid", id_, left, y, length, BAR)
    yield words(bar.says, _after(chart, left, max(length, frame), bar.says, room), y + 14)


def _after(chart: SplitBars, left: float, length: float, said: str, room: float) -> float:
    """Where the value begins: behind its bar, and not across the line of the target."""
    x = left + length + 8
    if chart.target is None:
        return x
    line = left + share_of(chart.target, chart.most, room)
    return line + 8 if x - 6 < line < x + text_width(said, SIZE) + 6 else x


def _axis(chart: SplitBars, tops: list[float], form: Form) -> Iterator[str]:
    left, bottom = _left(chart, form), tops[-1]
    if form == "wide":
        for y in tops[:-1]:
            yield ground(left, y, left, y + ROW)
    if chart.target is None:
        return
    x = left + share_of(chart.target, chart.most, _room(chart, form))
    yield element(
        "line", x1=x, x2=x, y1=20, y2=bottom, stroke="#000", stroke_width=1.6, stroke_dasharray="6 4",
        class_="chart-target",
    )  # fmt: skip
    ends = x + text_width(chart.target_says, SIZE) > WIDTHS[form]
    yield words(chart.target_says, min(x, WIDTHS[form]) if ends else x, 14, anchor="end" if ends else "start")
