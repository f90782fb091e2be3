"""The line from top to bottom, for a phone: every label to the right, as near its day as it can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.charts.agreement_line.labels import LINE_HEIGHT, SIZE, Label, labels
from samsyn.charts.agreement_line.lying import ASCENT, ends
from samsyn.charts.agreement_line.model import DEADLINES, AgreementLine
from samsyn.charts.agreement_line.shapes import mark_shape
from samsyn.charts.svg import Svg, drawing, element, number, text
from samsyn.charts.widths import wrapped

AXIS = 22.0
THICK = 14.0
TEXT_X = 64.0
EDGE = 10.0
BETWEEN = 16.0


@dataclass(frozen=True)
class Standing:
    """A label beside the line: top is the upper edge of its text, y the day's place on the line."""

    label: Label
    y: float
    top: float

    @property
    def bottom(self) -> float:
        return self.top + self.label.height


def settled(wanted: Sequence[tuple[Label, float]], height: float) -> list[Standing]:
    """Labels moved down, then up, until none meets another; height must hold them all."""
    tops: list[float] = []
    start = 0.0
    for label, y in wanted:
        top = max(start, y - LINE_HEIGHT / 2)
        tops.append(top)
        start = top + label.height + BETWEEN
    limit = height
    for n in range(len(wanted) - 1, -1, -1):
        tops[n] = min(tops[n], limit - wanted[n][0].height)
        limit = tops[n] - BETWEEN
    return [Standing(label, y, top) for (label, y), top in zip(wanted, tops, strict=True)]


def all_labels(line: AgreementLine, limit: int, room: float) -> list[Label]:
    """The chosen marks, today, and both ends, in the order of days; what falls on one day shares a label."""
    found = labels(line, limit, room)
    for day, words in ends(line):
        same = next((label for label in found if label.day == day and label.kind != "today"), None)
        if same:
            found.remove(same)
        texts = [words, *(_with_day(line, same) if same else ())]
        kind = same.kind if same else "end"
        found.append(Label(day, day.isoformat(), tuple(wrapped("; ".join(texts), SIZE, room)), kind))
    return sorted(found, key=lambda label: label.day)


def _with_day(line: AgreementLine, label: Label) -> tuple[str, ...]:
    """Its lines as they are when another day's words stand before them."""
    latest = label.date_text != label.day.isoformat()
    return (f"{line.words.latest} {label.lines[0]}", *label.lines[1:]) if latest else label.lines


def standing(line: AgreementLine, width: float, limit: int, id_: str, description: str) -> Svg:
    found = all_labels(line, limit, width - TEXT_X - 4)
    height = max(440.0, sum(label.height + BETWEEN for label in found) - BETWEEN) + 4

    def y(day: date) -> float:
        return EDGE + line.position(day) * (height - 2 * EDGE)

    placed = settled([(label, y(label.day)) for label in found], height)
    inside = [
        *_leaders(placed),
        *_track(line, y(line.start), y(line.end), y(line.last), y(line.today)),
        *(
            mark_shape(mark.kind, AXIS, y(mark.day), 13 if mark.kind in DEADLINES else 8, mark.day < line.today)
            for mark in line.marks
            if mark.kind != "payment" or mark.weighs
        ),
        *_today(placed),
        *_texts(placed),
    ]
    return drawing(
        *inside, width=width, height=height, class_="line line-standing", title=line.words.title,
        description=description, id_=id_,
    )  # fmt: skip


def _track(line: AgreementLine, top: float, bottom: float, last: float, today: float) -> Iterator[str]:
    left = AXIS - THICK / 2
    shape: dict[str, str | float] = {"x": left, "width": THICK, "rx": THICK / 2}
    if line.may_last_to:
        yield element(
            "line", x1=AXIS, x2=AXIS, y1=bottom, y2=last, class_="line-extension",
            stroke="#000", stroke_width=3, stroke_dasharray="7 6",
        )  # fmt: skip
    whole = bottom - top + THICK
    yield element(
        "rect",
        y=top - THICK / 2,
        height=whole,
        class_="line-rest",
        fill="#fff",
        stroke="#000",
        stroke_width=1.5,
        **shape,
    )
    if line.today > line.start:
        passed = min(whole, today - top + THICK / 2)
        yield element("rect", y=top - THICK / 2, height=max(passed, THICK), class_="line-passed", fill="#000", **shape)


def _leaders(placed: list[Standing]) -> Iterator[str]:
    """From the day's place on the line to the first line of its text; they never cross, both are in order."""
    for one in placed:
        middle = one.top + LINE_HEIGHT / 2
        out = f"M{number(AXIS)} {number(one.y)}H{number(AXIS + 16)}"
        way = f"{out}L{number(TEXT_X - 16)} {number(middle)}H{number(TEXT_X - 6)}"
        yield element("path", d=way, class_="line-pole", fill="none", stroke="#000", stroke_width=1)


def _today(placed: list[Standing]) -> Iterator[str]:
    one = next(one for one in placed if one.label.kind == "today")
    yield element(
        "line",
        x1=AXIS - 15,
        x2=AXIS + 15,
        y1=one.y,
        y2=one.y,
        class_="line-today",
        stroke="#000",
        stroke_width=3,
    )


def _texts(placed: list[Standing]) -> Iterator[str]:
    for one in placed:
        baseline = one.top + ASCENT
        kind = one.label.kind
        yield text(
            one.label.date_text,
            TEXT_X,
            baseline,
            class_=f"line-date line-date-{kind}",
            font_size=SIZE,
            font_weight=640,
            fill="#000",
        )
        for n, words in enumerate(one.label.lines, start=1):
            yield text(words, TEXT_X, baseline + n * LINE_HEIGHT, class_="line-text", font_size=SIZE, fill="#000")
