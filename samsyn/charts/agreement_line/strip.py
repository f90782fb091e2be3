"""The line as a strip for lists: where we are, and the two ends in figures."""

from samsyn.charts.agreement_line.labels import SIZE
from samsyn.charts.agreement_line.lying import track
from samsyn.charts.agreement_line.model import DEADLINES, AgreementLine
from samsyn.charts.agreement_line.shapes import mark_shape
from samsyn.charts.svg import Svg, drawing, element, text
from samsyn.charts.widths import text_width

EDGE = 7.0
THICK = 9.0
MIDDLE = 15.0
HEIGHT = 46.0


def strip(line: AgreementLine, width: float, id_: str, description: str) -> Svg:
    def x(position: float) -> float:
        return EDGE + position * (width - 2 * EDGE)

    left, right = x(line.position(line.start)), x(line.position(line.end))
    today = x(line.position(line.today))
    inside = list(track(line, left - THICK / 2, right + THICK / 2, today if line.today >= line.start else 0.0, THICK))
    if line.may_last_to:
        inside.insert(
            0,
            element(
                "line", x1=right, x2=x(1), y1=0, y2=0, class_="line-extension",
                stroke="#000", stroke_width=2.5, stroke_dasharray="5 5",
            ),
        )  # fmt: skip
    inside += [
        mark_shape(mark.kind, x(line.position(mark.day)), -THICK / 2 - 5, 8, mark.day < line.today)
        for mark in line.marks
        if mark.kind in DEADLINES
    ]
    inside.append(
        element("line", x1=today, x2=today, y1=-10, y2=10, class_="line-today", stroke="#000", stroke_width=3)
    )
    paint: dict[str, str | float] = {"font_size": SIZE, "fill": "#000", "class_": "line-text line-text-quiet"}
    inside.append(text(line.start.isoformat(), 0, 28, text_anchor="start", **paint))
    end_text = line.end.isoformat()
    half = text_width(end_text, SIZE) / 2
    inside.append(text(end_text, max(3.2 * half, min(right, width - half)), 28, text_anchor="middle", **paint))
    group = element("g", *inside, transform=f"translate(0 {MIDDLE})")
    return drawing(
        group, width=width, height=HEIGHT, class_="line line-strip", title=line.words.title,
        description=description, id_=id_,
    )  # fmt: skip
