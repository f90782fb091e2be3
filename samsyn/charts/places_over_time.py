"""Places over time: a row for each place, weeks from left to right, and a bar for each time that it is held.

chart = PlacesOverTime(first=…, weeks=26, today=…, places=[1, 2, …], spans=[Span(1, start, until, "Sara", "held"), …])
places_over_time(chart)                 wide, for a page
places_over_time(chart, form="narrow")  for a phone; give it fewer weeks
free_by_week(chart)                     how many places nobody has on any day of a week: the sum below the picture
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from samsyn.charts.svg import Svg, drawing, element, text
from samsyn.charts.widths import text_width

Form = Literal["wide", "narrow"]
Kind = Literal["held", "promised", "over"]
WEEK = timedelta(days=7)
SIZE = 16.0
ROW = 28.0
BAR = 20.0
HEAD = 58.0
FOOT = 34.0
GUTTER = 74.0
_WIDTHS: dict[Form, float] = {"wide": 1120.0, "narrow": 350.0}
_PAINT: dict[Kind, dict[str, str | float]] = {
    "held": {"fill": "#ccc", "stroke": "#000", "stroke_width": 1.5},
    "promised": {"fill": "#fff", "stroke": "#000", "stroke_width": 1.5, "stroke_dasharray": "5 4"},
    "over": {"fill": "#eee", "stroke": "#999", "stroke_width": 1},
}


@dataclass(frozen=True)
class Span:
    """A place held on the days [start, until). `text` stands in the bar if it fits; held now, promised or over."""

    place: int
    start: date
    until: date
    text: str
    kind: Kind

    def __post_init__(self) -> None:
        if self.until <= self.start:
            raise ValueError(f"place {self.place} is held from {self.start} until {self.until}, which is no time")


def _swedish_months() -> tuple[str, ...]:
    return (
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    )  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The words of the drawing; the page gives them in its language. Months from January."""

    title: str = "Platserna över tid"
    place: str = "Plats"
    week: str = "v."
    today: str = "I dag"
    free: str = "Lediga"
    summary: str = "{held} av {places} platser är upptagna {today}. Tabellen under bilden säger samma sak."
    months: tuple[str, ...] = field(default_factory=_swedish_months)


@dataclass(frozen=True)
class PlacesOverTime:
    """`first` is a Monday. Spans may begin before it and end after the last week; they are cut at the edge."""

    first: date
    weeks: int
    today: date
    places: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    words: Words = field(default_factory=Words)

    def __post_init__(self) -> None:
        if self.first.weekday() != 0:
            raise ValueError(f"the picture begins on {self.first}, which is no Monday")
        if self.weeks < 1:
            raise ValueError("the picture shows at least one week")
        unknown = {span.place for span in self.spans} - set(self.places)
        if unknown:
            raise ValueError(f"there is no place {', '.join(map(str, sorted(unknown)))} in the picture")

    @property
    def end(self) -> date:
        return self.first + self.weeks * WEEK

    @property
    def seen(self) -> list[Span]:
        return [span for span in self.spans if span.start < self.end and span.until > self.first]

    def held_on(self, day: date) -> int:
        return len({span.place for span in self.spans if span.start <= day < span.until})


def free_by_week(chart: PlacesOverTime) -> list[int]:
    """For each week, the places that are free on all of its days."""
    return [len(chart.places) - len(_taken(chart, chart.first + n * WEEK)) for n in range(chart.weeks)]


def _taken(chart: PlacesOverTime, monday: date) -> set[int]:
    return {span.place for span in chart.spans if span.start < monday + WEEK and span.until > monday}


def places_over_time(chart: PlacesOverTime, form: Form = "wide", id_: str = "places") -> Svg:
    """The drawing. id_ must be its own on the page."""
    width, height = _WIDTHS[form], HEAD + ROW * len(chart.places) + FOOT
    scale = (width - GUTTER) / (chart.weeks * 7)
    words = chart.words
    summary = words.summary.format(
        held=chart.held_on(chart.today), places=len(chart.places), today=chart.today.isoformat()
    )
    return drawing(
        *_grid(chart, scale, width, height),
        *_rows(chart, width),
        *(_bar(chart, span, scale) for span in chart.seen),
        *_today(chart, scale, height),
        *(_name(chart, span, scale) for span in chart.seen),
        *_free(chart, scale, height),
        width=width, height=height, class_=f"places-picture places-{form}", title=words.title, description=summary,
        id_=f"{id_}-{form}",
    )  # fmt: skip


def _x(chart: PlacesOverTime, day: date, scale: float) -> float:
    inside = min(max(day, chart.first), chart.end)
    return GUTTER + (inside - chart.first).days * scale


def _grid(chart: PlacesOverTime, scale: float, width: float, height: float) -> list[str]:
    """Months in words, weeks in numbers, a line where a week begins; a month's name only where there is room."""
    found = []
    named_until = 0.0
    for n in range(chart.weeks):
        monday = chart.first + n * WEEK
        x = _x(chart, monday, scale)
        month = chart.words.months[monday.month - 1]
        begins = n == 0 or monday.day <= WEEK.days
        class_ = "places-week places-month" if begins else "places-week"
        found.append(
            element("line", x1=x, x2=x, y1=HEAD - 6, y2=height - FOOT, class_=class_, stroke="#bbb", stroke_width=1)
        )
        if begins and x >= named_until and x + text_width(month, SIZE, bold=True) <= width:
            found.append(text(month, x, 18, class_="places-name", font_size=SIZE, font_weight=640))
            named_until = x + text_width(month, SIZE, bold=True) + 12
        found.append(
            text(
                str(monday.isocalendar().week), x + 3.5 * scale, 42, class_="places-quiet", font_size=SIZE,
                text_anchor="middle",
            )
        )  # fmt: skip
    return [*found, text(chart.words.week, GUTTER - 10, 42, class_="places-quiet", font_size=SIZE, text_anchor="end")]


def _rows(chart: PlacesOverTime, width: float) -> list[str]:
    found = []
    for n, place in enumerate(chart.places):
        middle = HEAD + ROW * n + ROW / 2
        found.append(
            element(
                "line", x1=GUTTER, x2=width, y1=middle, y2=middle, class_="places-row", stroke="#ddd", stroke_width=1
            )
        )
        found.append(
            text(
                str(place), GUTTER - 10, middle + 5.5, class_="places-name", font_size=SIZE, text_anchor="end"
            )
        )  # fmt: skip
    return found


def _box(chart: PlacesOverTime, span: Span, scale: float) -> tuple[float, float, float]:
    """Left, right and top of a bar."""
    top = HEAD + ROW * chart.places.index(span.place) + (ROW - BAR) / 2
    return _x(chart, span.start, scale) + 1, _x(chart, span.until, scale) - 1, top


def _bar(chart: PlacesOverTime, span: Span, scale: float) -> str:
    left, right, top = _box(chart, span, scale)
    width = max(right - left, 1)
    left = min(left, GUTTER + chart.weeks * 7 * scale - width)  # the shortest one, on the last day, stays inside
    return element(
        "rect", x=left, y=top, width=width, height=BAR, rx=4,
        class_=f"places-bar places-bar-{span.kind}", **_PAINT[span.kind],
    )  # fmt: skip


def _name(chart: PlacesOverTime, span: Span, scale: float) -> str:
    """After the line of today, so that it can be read where they meet."""
    left, right, top = _box(chart, span, scale)
    shown = _fitting(span.text, right - left - 12)
    if not shown:
        return ""
    return text(shown, left + 6, top + BAR / 2 + 5.5, class_=f"places-in places-in-{span.kind}", font_size=SIZE)


def _fitting(content: str, room: float) -> str:
    """The text, or as much of it as fits with an ellipsis; nothing where not even three letters fit."""
    if text_width(content, SIZE) <= room:
        return content
    for length in range(len(content) - 1, 2, -1):
        if text_width(f"{content[:length]}…", SIZE) <= room:
            return f"{content[:length].rstrip()}…"
    return ""


def _today(chart: PlacesOverTime, scale: float, height: float) -> list[str]:
    if not chart.first <= chart.today < chart.end:
        return []
    x = _x(chart, chart.today, scale)
    return [
        element(
            "line", x1=x, x2=x, y1=HEAD - 10, y2=height - FOOT, class_="places-today", stroke="#000", stroke_width=2
        )
    ]


def _free(chart: PlacesOverTime, scale: float, height: float) -> list[str]:
    """Below: how many are free all week, by week."""
    found = [text(chart.words.free, GUTTER - 10, height - 10, class_="places-quiet", font_size=SIZE, text_anchor="end")]
    for n, count in enumerate(free_by_week(chart)):
        x = _x(chart, chart.first + n * WEEK, scale) + 3.5 * scale
        found.append(
            text(
                str(count), x, height - 10, class_="places-name" if count else "places-quiet", font_size=SIZE,
                text_anchor="middle",
            )
        )  # fmt: skip
    return found
