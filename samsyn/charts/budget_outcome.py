"""Budget beside outcome: for each line an open frame as long as the budget, filled as far as the outcome has come.

chart = BudgetOutcome(bars=(Bar("Kläder", 175_392_00, 43_000_00), …), words=…)
budget_outcome(chart)                 wide, for a page
budget_outcome(chart, form="narrow")  for a phone

Readable in black and white: the frame is drawn, the outcome is filled, and both are written out above the line. An
outcome past the budget goes on beyond the frame, hatched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from samsyn.charts.svg import Svg, drawing, element, text
from samsyn.charts.widths import text_width

Form = Literal["wide", "narrow"]
SIZE = 16.0
BAR = 22.0
_WIDTHS: dict[Form, float] = {"wide": 1120.0, "narrow": 350.0}
_HEIGHTS: dict[Form, float] = {"wide": 66.0, "narrow": 90.0}


@dataclass(frozen=True)
class Bar:
    """`budget` None: nothing is set aside for it alone. Öre; a negative outcome (more came in) is drawn as none."""

    name: str
    budget: int | None
    outcome: int


@dataclass(frozen=True)
class BudgetOutcome:
    """`amount` writes öre as people read them; `says` the figures of a bar («{outcome} av {budget}»)."""

    bars: tuple[Bar, ...]
    title: str
    summary: str
    amount: Callable[[int], str]
    says: str = "{outcome} av {budget}"

    @property
    def most(self) -> int:
        """What the whole width stands for; at least one öre."""
        return max([1, *(max(bar.budget or 0, bar.outcome) for bar in self.bars)])


def budget_outcome(chart: BudgetOutcome, form: Form = "wide", id_: str = "budget") -> Svg:
    """The drawing. id_ must be its own on the page."""
    width, row = _WIDTHS[form], _HEIGHTS[form]
    rows = (part for n, bar in enumerate(chart.bars) for part in _row(chart, bar, n * row, form))
    return drawing(
        _hatching(form), *rows,
        width=width, height=max(row * len(chart.bars), row), class_=f"budget-picture budget-{form}",
        title=chart.title, description=chart.summary, id_=f"{id_}-{form}",
    )  # fmt: skip


def figures_of(chart: BudgetOutcome, bar: Bar) -> str:
    """«43 000 kr av 175 392 kr», or the outcome alone."""
    outcome = chart.amount(bar.outcome)
    return outcome if bar.budget is None else chart.says.format(outcome=outcome, budget=chart.amount(bar.budget))


def _row(chart: BudgetOutcome, bar: Bar, top: float, form: Form) -> Iterator[str]:
    """Name and figures above, on one line where there is room for both."""
    width, figures = _WIDTHS[form], figures_of(chart, bar)
    room = width - text_width(figures, SIZE) - 24 if form == "wide" else width
    yield text(_fitting(bar.name, room), 0, top + 18, class_="budget-name", font_size=SIZE, font_weight=640)
    if form == "wide":
        yield text(figures, width, top + 18, class_="budget-figures", font_size=SIZE, text_anchor="end")
    else:
        yield text(figures, 0, top + 40, class_="budget-figures", font_size=SIZE)
    yield from _bar(chart, bar, top + _HEIGHTS[form] - BAR - 14, form)


def _bar(chart: BudgetOutcome, bar: Bar, top: float, form: Form) -> Iterator[str]:
    scale = (_WIDTHS[form] - 4) / chart.most
    budget, outcome = (bar.budget or 0) * scale, max(bar.outcome, 0) * scale
    within = min(outcome, budget) if bar.budget is not None else outcome
    box = {"y": top, "height": BAR}
    if within > 0:
        yield element("rect", x=2, width=within, class_="budget-outcome", fill="#888", **box)
    if bar.budget is not None and outcome > budget:
        yield element("rect", x=2 + budget, width=outcome - budget, class_="budget-over", fill=f"url(#{_hatch(form)})",
                      stroke="#000", **box)  # fmt: skip
    if bar.budget is not None and budget > 0:
        yield element("rect", x=2, width=budget, class_="budget-frame", fill="none", stroke="#000", stroke_width=2,
                      **box)  # fmt: skip


def _hatch(form: Form) -> str:
    return f"budget-hatch-{form}"


def _hatching(form: Form) -> str:
    line = element("line", x1=0, y1=0, x2=0, y2=8, stroke="#000", stroke_width=3, class_="budget-hatch-line")
    pattern = element("pattern", line, id=_hatch(form), width=8, height=8, patternUnits="userSpaceOnUse",
                      patternTransform="rotate(45)")  # fmt: skip
    return element("defs", pattern)


def _fitting(content: str, room: float) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if text_width(content, SIZE, bold=True) <= room:
        return content
    length = len(content)
    while length > 3 and text_width(f"{content[:length]}…", SIZE, bold=True) > room:
        length -= 1
    return f"{content[:length].rstrip()}…"
