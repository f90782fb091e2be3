"""How those who answered twice changed, and how many they are of those who began.

change = Change("Tro på framtiden", pairs=12, once=5, never=3, mean=Fraction(4, 5), says="…")
paired_change(PairedChange((change,), steps=4, title=…, summary=…))

Above: everybody, parted into who answered both times, once and never. Below: the mean of each one's own change, from
no change outwards. Never a mean of those who began beside a mean of those who ended: they are not the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from samsyn.charts.paint import SIZE, WIDTHS, Fill, Form, box, fitting, ground, patterns, words
from samsyn.charts.svg import Svg, drawing, element, number
from samsyn.charts.widths import text_width, wrapped

BAR, NAME, LINE, AXIS, BETWEEN = 18.0, 26.0, 22.0, 44.0, 26.0
_FILLS: tuple[Fill, Fill, Fill] = ("solid", "striped", "open")


@dataclass(frozen=True, slots=True)
class Change:
    """`pairs` answered both times, `once` only once, `never` not at all; None for all three where they are not shown.

    `mean` in steps on the scale, None where there is no pair or it is not shown. `says` is the change in words.
    """

    name: str
    pairs: int | None
    once: int | None
    never: int | None
    mean: Fraction | None
    says: str

    def __post_init__(self) -> None:
        if len({each is None for each in self.counts}) > 1:
            raise ValueError(f"«{self.name}» shows some of who answered, from which the others could be seen")
        if self.mean is not None and not self.pairs:
            raise ValueError(f"«{self.name}» has a mean of nobody")

    @property
    def counts(self) -> tuple[int | None, int | None, int | None]:
        return self.pairs, self.once, self.never


@dataclass(frozen=True)
class PairedChange:
    """`steps`: how many steps the scale has between its ends, so that the axis holds the largest change there can be.

    `counted` are the words for the three parts, each with {n}; `hidden` where they are not shown.
    """

    changes: tuple[Change, ...]
    steps: int
    title: str
    summary: str
    counted: tuple[str, str, str] = ("{n} svarade båda gångerna", "{n} en gång", "{n} inte alls")
    hidden: str = "Hur många som svarade visas inte."
    lower: str = "lägre"
    same: str = "samma"
    higher: str = "högre"

    def __post_init__(self) -> None:
        for each in self.changes:
            if each.mean is not None and abs(each.mean) > self.steps:
                raise ValueError(f"«{each.name}» changes more than the scale has steps")


def paired_change(chart: PairedChange, form: Form = "wide", id_: str = "change") -> Svg:
    """The drawing. `id_` must be its own on the page."""
    id_ = f"{id_}-{form}"
    parts: list[str] = [patterns(id_)]
    y = 0.0
    for n, each in enumerate(chart.changes):
        y += BETWEEN if n else 0.0
        drawn, y = _one(chart, each, y, form, id_)
        parts += drawn
    return drawing(
        *parts, width=WIDTHS[form], height=max(y, 1.0), class_=f"chart chart-{form}", title=chart.title,
        description=chart.summary, id_=id_,
    )  # fmt: skip


def _one(chart: PairedChange, it: Change, y: float, form: Form, id_: str) -> tuple[list[str], float]:
    found = [words(fitting(it.name, WIDTHS[form], bold=True), 0, y + 16, bold=True)]
    y += NAME
    drawn, y = _who(chart, it, y, form, id_)
    found += drawn
    for line in wrapped(it.says, SIZE, WIDTHS[form]):
        found.append(words(line, 0, y + 18))
        y += LINE
    if it.mean is not None:
        found += _arrow(chart, it.mean, y + 16, form)
        y += 16 + AXIS
    return found, y


def _who(chart: PairedChange, it: Change, y: float, form: Form, id_: str) -> tuple[list[str], float]:
    """Everybody as one bar, and its three parts in words with the same fill before them."""
    counts = [each for each in it.counts if each is not None]
    everybody = sum(counts)
    if not everybody:
        return ([words(chart.hidden, 0, y + 16, quiet=True)], y + LINE + 4) if not counts else ([], y)
    found: list[str] = []
    x = 0.0
    for count, fill in zip(counts, _FILLS, strict=True):
        across = count * WIDTHS[form] / everybody
        found += box(fill, id_, x, y, across, BAR)
        x += across
    drawn, y = _said(chart, counts, y + BAR + 8, form, id_)
    return found + drawn, y + 4


def _said(chart: PairedChange, counts: list[int], y: float, form: Form, id_: str) -> tuple[list[str], float]:
    found: list[str] = []
    x = 0.0
    for count, fill, said in zip(counts, _FILLS, chart.counted, strict=True):
        label = said.format(n=count)
        across = 22 + text_width(label, SIZE) + 24
        if x and x + across - 24 > WIDTHS[form]:
            x, y = 0.0, y + LINE
        found += box(fill, id_, x, y + 4, 14, 14)
        found.append(words(label, x + 22, y + 16))
        x += across
    return found, y + LINE


def _arrow(chart: PairedChange, mean: Fraction, y: float, form: Form) -> Iterator[str]:
    """From no change in the middle towards lower on the left or higher on the right."""
    width = WIDTHS[form]
    left, middle = 10.0, width / 2
    step = (width - 2 * left) / (2 * chart.steps)
    yield ground(left, y, width - left, y)
    for n in range(-chart.steps, chart.steps + 1):
        yield ground(middle + n * step, y - (8 if n == 0 else 4), middle + n * step, y + (8 if n == 0 else 4))
    yield words(chart.lower, left, y + 28, quiet=True)
    yield words(chart.same, middle, y + 28, quiet=True, anchor="middle")
    yield words(chart.higher, width - left, y + 28, quiet=True, anchor="end")
    end = middle + float(mean) * step
    if not mean:
        yield element("circle", cx=middle, cy=y, r=6, fill="#000", class_="chart-solid")
        return
    head = 10.0 if mean > 0 else -10.0
    if abs(end - middle) > 10:
        yield element(
            "line", x1=middle, y1=y, x2=end - head, y2=y, stroke="#000", stroke_width=5, class_="chart-line"
        )  # fmt: skip
    points = ((end, y), (end - head, y - 8), (end - head, y + 8))
    written = " ".join(f"{number(a)},{number(b)}" for a, b in points)
    yield element("polygon", points=written, fill="#000", class_="chart-solid")
