"""Pictures of figures: nothing lies outside them, nothing tells of what is hidden, and all is told without colour."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.charts.duties_kept import DutiesKept, Side, duties_kept
from samsyn.charts.over_time import OverTime, Point, Series, over_time
from samsyn.charts.paint import WIDTHS, Form, State
from samsyn.charts.paired_change import Change, PairedChange, paired_change
from samsyn.charts.split_bars import Bar, SplitBars, split_bars
from samsyn.charts.svg import Svg
from samsyn.charts.widths import text_width

_SVG = "{http://www.w3.org/2000/svg}"
FORMS = st.sampled_from(("wide", "narrow"))
NAMES = st.text("abcdefghijklmnoåäö §<&", min_size=1, max_size=40)
STATES: tuple[State, ...] = ("value", "hidden", "not_measured", "missing")
MANY = st.integers(0, 3_000_000)


@st.composite
def bars(draw: st.DrawFn) -> SplitBars:
    found = []
    for n in range(draw(st.integers(1, 9))):
        state = draw(st.sampled_from(STATES))
        value = draw(MANY) if state == "value" else None
        whole = value + draw(MANY) if value is not None and draw(st.booleans()) else None
        says = f"{value:,} st" if value is not None else "visas inte"
        found.append(Bar(draw(NAMES), value, says, state, whole, "Grupp" if n > 3 else ""))
    target = draw(st.none() | st.integers(1, 5_000_000))
    return SplitBars(tuple(found), "t", "s", target, "Mål (§ 5)" if target else "")


@st.composite
def months(draw: st.DrawFn) -> OverTime:
    times = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(draw(st.integers(1, 36)))]
    series = []
    for name in draw(st.lists(NAMES, min_size=1, max_size=3)):
        points = []
        for month in times:
            state = draw(st.sampled_from(STATES))
            value = draw(st.fractions(0, 9000)) if state == "value" else None
            points.append(Point(month, value, f"{int(value)}" if value is not None else "", state))
        series.append(Series(name, tuple(points)))
    return OverTime(tuple(series), "t", "s", draw(st.sampled_from(("columns", "line"))))


@st.composite
def changes(draw: st.DrawFn) -> PairedChange:
    found = []
    for name in draw(st.lists(NAMES, min_size=1, max_size=3)):
        pairs = draw(st.integers(0, 200))
        is_shown = draw(st.booleans())
        mean = draw(st.none() | st.fractions(-4, 4)) if is_shown and pairs else None
        once, never = draw(MANY), draw(MANY)
        counts = (pairs, once, never) if is_shown else (None, None, None)
        found.append(Change(name, counts[0], counts[1], counts[2], mean, "I snitt så mycket."))
    return PairedChange(tuple(found), 4, "t", "s")


@st.composite
def duties(draw: st.DrawFn) -> DutiesKept:
    few = st.integers(0, 40)
    sides = draw(
        st.lists(
            st.builds(Side, NAMES, st.sampled_from(("public", "civil", "joint")), few, few, few, few, few), max_size=4
        )
    )
    return DutiesKept(tuple(sides), "t", "s")


PICTURES: dict[str, tuple[st.SearchStrategy[Any], Callable[..., Svg]]] = {
    "split_bars": (bars(), split_bars),
    "over_time": (months(), over_time),
    "paired_change": (changes(), paired_change),
    "duties_kept": (duties(), duties_kept),
}


def shapes(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """All that is seen: not the patterns, which are defined once."""
    for child in root:
        if child.tag != f"{_SVG}defs":
            yield child


def edges(shape: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a shape or a text."""
    number = {key: float(value) for key, value in shape.attrib.items() if key in _NUMBERS}
    kind = shape.tag.removeprefix(_SVG)
    if kind == "rect":
        return number["x"], number["x"] + number["width"], number["y"], number["y"] + number["height"]
    if kind == "circle":
        r = number["r"]
        return number["cx"] - r, number["cx"] + r, number["cy"] - r, number["cy"] + r
    if kind == "line":
        return (*sorted((number["x1"], number["x2"])), *sorted((number["y1"], number["y2"])))  # type: ignore[return-value]
    if kind == "polygon":
        points = [tuple(map(float, each.split(","))) for each in shape.attrib["points"].split()]
        across, down = [x for x, _ in points], [y for _, y in points]
        return min(across), max(across), min(down), max(down)
    width = text_width(shape.text or "", 16, bold=shape.get("font-weight") == "640")
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.get("text-anchor", "start")]
    left = number["x"] - shift * width
    return left, left + width, number["y"] - 12, number["y"] + 4


_NUMBERS = ("x", "y", "width", "height", "cx", "cy", "r", "x1", "x2", "y1", "y2")


@pytest.mark.parametrize("name", PICTURES)
def test_everything_that_is_drawn_lies_within_the_picture(name: str) -> None:
    charts, draw = PICTURES[name]

    @settings(max_examples=30)
    @given(charts, FORMS)
    def check(chart: Any, form: Form) -> None:
        drawn = draw(chart, form, "id")
        root = ElementTree.fromstring(drawn.text)
        assert not any("style" in node.attrib for node in root.iter())
        for shape in shapes(root):
            if shape.tag in (f"{_SVG}title", f"{_SVG}desc"):
                continue
            left, right, top, bottom = edges(shape)
            assert left >= -0.2, shape.attrib
            assert right <= WIDTHS[form] + 0.2, (shape.attrib, shape.text)
            assert top >= -0.2, shape.attrib
            assert bottom <= drawn.height + 0.2, shape.attrib

    check()


@given(bars(), FORMS)
def test_a_value_never_stands_on_a_bar(chart: SplitBars, form: Form) -> None:
    """The words behind a bar begin after it, also where a target is drawn."""
    root = ElementTree.fromstring(split_bars(chart, form).text)
    drawn = [each for each in shapes(root) if each.tag in (f"{_SVG}rect", f"{_SVG}text")]
    said = {bar.says for bar in chart.bars if bar.value is not None}
    for one in (each for each in drawn if each.text in said):
        left, _, top, bottom = edges(one)
        for other in (each for each in drawn if each.tag == f"{_SVG}rect"):
            _, right, above, below = edges(other)
            assert right <= left + 0.2 or below <= top or above >= bottom


def test_a_part_that_is_hidden_has_words_and_no_bar() -> None:
    shown = (Bar("Kvinnor", 412, "412"), Bar("Män", 860, "860"))
    drawn = split_bars(SplitBars((*shown, Bar("Annat", None, "visas inte", "hidden")), "t", "s")).text
    assert drawn.count("<rect") == 2
    assert "visas inte" in drawn


def test_what_is_hidden_cannot_be_given_with_its_value() -> None:
    with pytest.raises(ValueError, match="hidden"):
        Bar("Annat", 3, "3", "hidden")
    with pytest.raises(ValueError, match="hidden"):
        Bar("Annat", None, "visas inte", "hidden", whole=70)
    with pytest.raises(ValueError, match="hidden"):
        Point(date(2026, 1, 1), 3, "3", "hidden")
    with pytest.raises(ValueError, match="could be seen"):
        Change("Hälsa", 12, None, 3, None, "")


def test_a_gap_in_time_is_a_gap_and_says_why() -> None:
    points = [Point(date(2026, n, 1), n, str(n)) for n in range(1, 7)]
    points[2], points[4] = Point(date(2026, 3, 1), None, "", "hidden"), Point(date(2026, 5, 1), None, "", "missing")
    drawn = over_time(OverTime((Series("", tuple(points)),), "t", "s", "line"))
    root = ElementTree.fromstring(drawn.text)
    assert len([each for each in root.iter(f"{_SVG}line") if each.get("class") == "chart-line"]) == 1
    assert {"visas inte", "saknas"} <= {each.text for each in root.iter(f"{_SVG}text")}
    whole = replace(points[2], value=3, says="3", state="value"), replace(points[4], value=5, says="5", state="value")
    points[2], points[4] = whole
    assert "visas inte" not in over_time(OverTime((Series("", tuple(points)),), "t", "s")).text


def test_the_sign_of_what_is_hidden_has_one_size() -> None:
    def signs(others: int) -> list[tuple[str | None, str | None]]:
        points = (Point(date(2026, 1, 1), others, str(others)), Point(date(2026, 2, 1), None, "", "hidden"))
        root = ElementTree.fromstring(over_time(OverTime((Series("", points),), "t", "s")).text)
        return [
            (each.get("width"), each.get("height"))
            for each in root.iter(f"{_SVG}rect")
            if "dotted" in each.get("fill", "")
        ]

    assert signs(5) == signs(5000)


def test_a_change_points_the_way_it_went_and_never_past_the_scale() -> None:
    def tip(mean: Fraction) -> float:
        drawn = paired_change(PairedChange((Change("Hälsa", 12, 0, 0, mean, "så"),), 4, "t", "s")).text
        found = next(ElementTree.fromstring(drawn).iter(f"{_SVG}polygon"))
        return float(found.attrib["points"].split(",")[0])

    middle = WIDTHS["wide"] / 2
    assert tip(Fraction(-1, 2)) < middle < tip(Fraction(1, 2)) < tip(Fraction(3))
    with pytest.raises(ValueError, match="more than the scale"):
        PairedChange((Change("Hälsa", 12, 0, 0, Fraction(5), "så"),), 4, "t", "s")


def test_every_undertaking_is_a_square_alike_for_both_sides() -> None:
    sides = (Side("Kommunen", "public", 9, 1, 2, 1, 4), Side("Föreningen", "civil", 9, 1, 2, 1, 4))
    root = ElementTree.fromstring(duties_kept(DutiesKept(sides, "t", "s")).text)
    squares = [each for each in root.iter(f"{_SVG}rect") if each.get("width") == "14.5"]
    first, second = squares[: len(squares) // 2], squares[len(squares) // 2 :]
    paint = ("x", "fill", "stroke-dasharray", "class")
    assert [[each.get(key) for key in paint] for each in first] == [[each.get(key) for key in paint] for each in second]
