"""The line from left to right: labels as flags above, small marks in lanes, dates and a key below."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from statistics import median

from samsyn.charts.agreement_line.flags import Flag, hoisted
from samsyn.charts.agreement_line.labels import LINE_HEIGHT, SIZE, labels
from samsyn.charts.agreement_line.model import DEADLINES, KINDS, AgreementLine, Mark, MarkKind
from samsyn.charts.agreement_line.shapes import mark_shape
from samsyn.charts.svg import Svg, drawing, element, text
from samsyn.charts.widths import text_width

EDGE = 9.0
THICK = 14.0
POLE_FOOT = 24.0
LANE = 19.0
LANES: tuple[MarkKind, ...] = ("payment", "report", "other")
ASCENT = SIZE * 0.8


class Lying:
    """One drawing in the making; y is 0 at the middle of the line."""

    def __init__(self, line: AgreementLine, width: float, limit: int) -> None:
        self.line = line
        self.width = width
        room = min(230.0, width * 0.24)
        wanted = [(label, self.x(label.day)) for label in labels(line, limit, room)]
        self.flags = hoisted(wanted, width, self.x(line.today))
        self.lanes = [kind for kind in LANES if any(mark.kind == kind for mark in line.marks)]

    def x(self, day: date) -> float:
        return EDGE + self.line.position(day) * (self.width - 2 * EDGE)

    @property
    def dates_y(self) -> float:
        return THICK / 2 + LANE * len(self.lanes) + 12 + ASCENT

    @property
    def key_y(self) -> float:
        return self.dates_y + 2 * LINE_HEIGHT + 18

    def mark_y(self, mark: Mark) -> float:
        if mark.kind in DEADLINES:
            return -THICK / 2 - 7
        if mark.kind == "meeting":
            return 0.0
        return THICK / 2 + LANE * (self.lanes.index(mark.kind) + 0.5) + 2

    def mark_size(self, kind: MarkKind) -> float:
        """Smaller where they usually stand close; a tick is narrow anyway, and keeps its height."""
        if kind in DEADLINES:
            return 13.0
        places = sorted({self.x(mark.day) for mark in self.line.marks if mark.kind == kind})
        if kind == "payment" or len(places) < 2:
            return 11.0
        return max(5.0, min(11.0, median(b - a for a, b in pairwise(places)) * 0.8))


def lying(line: AgreementLine, width: float, limit: int, id_: str, description: str, form: str) -> Svg:
    """Wide or middle form."""
    plan = Lying(line, width, limit)
    above = max(POLE_FOOT - flag.top for flag in plan.flags) + 4
    below = plan.key_y + 10
    inside = [
        *_poles(plan),
        *_track(plan),
        *_marks(plan),
        *_today(plan),
        *_flags(plan),
        *_dates(plan),
        *_years(plan),
        *_key(plan),
    ]
    group = element("g", *inside, transform=f"translate(0 {above:.1f})")
    return drawing(
        group,
        width=width,
        height=above + below,
        class_=f"line line-{form}",
        title=line.words.title,
        description=description,
        id_=id_,
    )


def track(line: AgreementLine, left: float, right: float, x_today: float, thick: float) -> Iterator[str]:
    """The line itself: what has passed is filled, what remains is open."""
    paint: dict[str, str | float] = {"y": -thick / 2, "height": thick, "rx": thick / 2}
    yield element(
        "rect",
        x=left,
        width=right - left,
        class_="line-rest",
        fill="#fff",
        stroke="#000",
        stroke_width=1.5,
        **paint,
    )
    passed = max(0.0, min(x_today, right) - left)
    if passed > 0:
        yield element("rect", x=left, width=max(passed, thick), class_="line-passed", fill="#000", **paint)


def _track(plan: Lying) -> Iterator[str]:
    line = plan.line
    left, right = plan.x(line.start), plan.x(line.end)
    if line.may_last_to:
        yield element(
            "line", x1=right, x2=plan.x(line.may_last_to), y1=0, y2=0, class_="line-extension",
            stroke="#000", stroke_width=3, stroke_dasharray="7 6",
        )  # fmt: skip
        yield element(
            "line", x1=plan.x(line.may_last_to), x2=plan.x(line.may_last_to), y1=-8, y2=8,
            class_="line-extension-end", stroke="#000", stroke_width=2.5,
        )  # fmt: skip
    yield from track(
        line,
        left - THICK / 2,
        right + THICK / 2,
        plan.x(line.today) if line.today >= line.start else left - THICK,
        THICK,
    )


def _poles(plan: Lying) -> Iterator[str]:
    for flag in plan.flags:
        if flag.label.kind == "today":
            continue
        yield element(
            "line", x1=flag.x, x2=flag.x, y1=flag.top - POLE_FOOT, y2=-THICK / 2 - 1, class_="line-pole",
            stroke="#000", stroke_width=1,
        )  # fmt: skip


def _marks(plan: Lying) -> Iterator[str]:
    for mark in plan.line.marks:
        passed = mark.day < plan.line.today
        yield mark_shape(mark.kind, plan.x(mark.day), plan.mark_y(mark), plan.mark_size(mark.kind), passed)


def _today(plan: Lying) -> Iterator[str]:
    flag = next(flag for flag in plan.flags if flag.label.kind == "today")
    yield element(
        "line", x1=flag.x, x2=flag.x, y1=flag.top - POLE_FOOT, y2=THICK / 2 + 6, class_="line-today",
        stroke="#000", stroke_width=3,
    )  # fmt: skip


def _flags(plan: Lying) -> Iterator[str]:
    for flag in plan.flags:
        yield from flag_texts(flag, flag.top - POLE_FOOT + ASCENT)


def flag_texts(flag: Flag, baseline: float) -> Iterator[str]:
    anchor = "start" if flag.points_right else "end"
    x = flag.left if flag.points_right else flag.right
    kind = flag.label.kind
    paint: dict[str, str | float] = {"text_anchor": anchor, "font_size": SIZE, "fill": "#000"}
    yield text(flag.label.date_text, x, baseline, class_=f"line-date line-date-{kind}", font_weight=640, **paint)
    for n, words in enumerate(flag.label.lines, start=1):
        yield text(words, x, baseline + n * LINE_HEIGHT, class_="line-text", **paint)


def ends(line: AgreementLine) -> list[tuple[date, str]]:
    found = [(line.start, line.words.starts), (line.end, line.words.ends)]
    return [*found, (line.may_last_to, line.words.may_extend)] if line.may_last_to else found


def placed_dates(plan: Lying) -> list[tuple[float, float, str, str]]:
    """(left, right, date, words) of the dates below the line, moved apart and kept inside."""
    found: list[tuple[float, float, str, str]] = []
    wanted = ends(plan.line)
    for n, (day, words) in enumerate(wanted):
        width = max(text_width(day.isoformat(), SIZE, bold=True), text_width(words, SIZE))
        x = plan.x(day)
        left = x - EDGE if n == 0 else x - width / 2 if n < len(wanted) - 1 else x + EDGE - width
        found.append((left, left + width, day.isoformat(), words))
    return _apart(found, plan.width)


def _apart(boxes: list[tuple[float, float, str, str]], width: float) -> list[tuple[float, float, str, str]]:
    """Push from the right edge leftward, then from the left edge rightward."""
    limit = width
    moved: list[tuple[float, float, str, str]] = []
    for left, right, day, words in reversed(boxes):
        shift = min(0.0, limit - right)
        moved.append((left + shift, right + shift, day, words))
        limit = left + shift - 12
    start = 0.0
    settled: list[tuple[float, float, str, str]] = []
    for left, right, day, words in reversed(moved):
        shift = max(0.0, start - left)
        settled.append((left + shift, right + shift, day, words))
        start = right + shift + 12
    return settled


def _dates(plan: Lying) -> Iterator[str]:
    placed = placed_dates(plan)
    for n, (left, right, day, words) in enumerate(placed):
        anchor, x = (
            ("start", left) if n == 0 else ("end", right) if n == len(placed) - 1 else ("middle", (left + right) / 2)
        )
        paint: dict[str, str | float] = {"text_anchor": anchor, "font_size": SIZE, "fill": "#000"}
        yield text(day, x, plan.dates_y, class_="line-date", font_weight=640, **paint)
        yield text(words, x, plan.dates_y + LINE_HEIGHT, class_="line-text line-text-quiet", **paint)


def placed_years(plan: Lying) -> list[tuple[float, float, int]]:
    """(left, right, year) for the turns of the year that have room between the dates."""
    taken = [(left, right) for left, right, _, _ in placed_dates(plan)]
    found = []
    for year in range(plan.line.first.year + 1, plan.line.last.year + 1):
        half = text_width(str(year), SIZE) / 2
        left, right = plan.x(date(year, 1, 1)) - half, plan.x(date(year, 1, 1)) + half
        if all(right + 16 < start or left - 16 > end for start, end in taken):
            found.append((left, right, year))
            taken.append((left, right))
    return found


def _years(plan: Lying) -> Iterator[str]:
    for left, right, year in placed_years(plan):
        paint: dict[str, str | float] = {"text_anchor": "middle", "font_size": SIZE, "fill": "#000"}
        yield text(str(year), (left + right) / 2, plan.dates_y, class_="line-text line-text-quiet", **paint)


def _key(plan: Lying) -> Iterator[str]:
    """Which shape means what, for the kinds on this line; deadlines always carry their own text."""
    x = 6.0
    for kind in KINDS:
        count = sum(mark.kind == kind for mark in plan.line.marks)
        if not count or kind in DEADLINES:
            continue
        words = f"{plan.line.words.kinds[kind]} {count}"
        yield mark_shape(kind, x, plan.key_y - 5, 11, passed=False)
        yield text(words, x + 13, plan.key_y, class_="line-text line-text-quiet", font_size=SIZE, fill="#000")
        x += 13 + text_width(words, SIZE) + 30
