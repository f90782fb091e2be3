"""Places over time: the picture says what the numbers say, and nothing lies outside it."""

import xml.etree.ElementTree as ElementTree
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samsyn.charts.places_over_time import (
    GUTTER,
    WEEK,
    Form,
    Kind,
    PlacesOverTime,
    Span,
    free_by_week,
    places_over_time,
)

MONDAY = date(2026, 3, 2)
NAMES = st.text("abcdefghijåäöM §<&", min_size=1, max_size=60)
_FORMS: tuple[Form, ...] = ("wide", "narrow")
KINDS: tuple[Kind, ...] = ("held", "promised", "over")
_SVG = "{http://www.w3.org/2000/svg}"


@st.composite
def charts(draw: st.DrawFn) -> PlacesOverTime:
    places = tuple(range(1, draw(st.integers(1, 30)) + 1))
    days = st.integers(-200, 300)
    spans = []
    for _ in range(draw(st.integers(0, 40))):
        start = MONDAY + timedelta(days=draw(days))
        until = start + timedelta(days=draw(st.integers(1, 200)))
        kind: Kind = draw(st.sampled_from(KINDS))
        spans.append(Span(draw(st.sampled_from(places)), start, until, draw(NAMES), kind))
    today = MONDAY + timedelta(days=draw(days))
    return PlacesOverTime(MONDAY, draw(st.integers(1, 30)), today, places, tuple(spans))


_LAST_DAY = MONDAY + timedelta(weeks=26, days=-1)
_ONE_DAY = Span(1, _LAST_DAY, _LAST_DAY + timedelta(days=1), "x", "held")


@example(PlacesOverTime(MONDAY, 26, MONDAY, (1,), (_ONE_DAY,)), "narrow")
@given(charts(), st.sampled_from(_FORMS))
def test_every_bar_lies_between_the_first_week_and_the_last(chart: PlacesOverTime, form: Form) -> None:
    drawn = places_over_time(chart, form)
    bars = list(ElementTree.fromstring(drawn.text).iter(f"{_SVG}rect"))
    assert len(bars) == len(chart.seen)
    for bar in bars:
        left, width = float(bar.get("x", "0")), float(bar.get("width", "0"))
        assert left >= GUTTER
        assert left + width <= drawn.width + 0.2


@given(charts(), st.sampled_from(_FORMS))
def test_the_drawing_is_whole_xml_without_inline_style(chart: PlacesOverTime, form: Form) -> None:
    root = ElementTree.fromstring(places_over_time(chart, form).text)
    assert not any("style" in node.attrib for node in root.iter())


@given(charts())
def test_the_free_places_of_a_week_are_those_that_nobody_has_on_any_of_its_days(chart: PlacesOverTime) -> None:
    for n, free in enumerate(free_by_week(chart)):
        days = [chart.first + n * WEEK + timedelta(days=each) for each in range(7)]
        busy = {span.place for span in chart.spans for day in days if span.start <= day < span.until}
        assert free == len(chart.places) - len(busy)


def test_the_day_on_which_a_time_ends_is_free() -> None:
    chart = PlacesOverTime(MONDAY, 2, MONDAY, (1,), (Span(1, MONDAY, MONDAY + WEEK, "Sara", "held"),))
    assert free_by_week(chart) == [0, 1]
    assert chart.held_on(MONDAY + timedelta(days=6)) == 1
    assert chart.held_on(MONDAY + WEEK) == 0


def test_a_name_that_does_not_fit_is_shortened_and_a_short_bar_has_none() -> None:
    spans = (
        Span(1, MONDAY, MONDAY + 3 * WEEK, "Ett mycket långt tilltalsnamn", "held"),
        Span(2, MONDAY, MONDAY + timedelta(days=2), "Sara", "promised"),
    )
    drawn = places_over_time(PlacesOverTime(MONDAY, 26, MONDAY, (1, 2), spans)).text
    assert "Ett mycket l" in drawn
    assert "…" in drawn
    assert "Sara" not in drawn


def test_the_three_kinds_are_told_apart_without_colour() -> None:
    spans = tuple(
        Span(n, MONDAY, MONDAY + WEEK, "x", kind)  # type: ignore[arg-type]
        for n, kind in enumerate(("held", "promised", "over"), 1)
    )
    drawn = places_over_time(PlacesOverTime(MONDAY, 4, MONDAY, (1, 2, 3), spans)).text
    assert drawn.count('stroke-dasharray="5 4"') == 1
    assert {'fill="#ccc"', 'fill="#fff"', 'fill="#eee"'} <= set(drawn.replace(">", " ").split())


def test_a_picture_that_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match="no Monday"):
        PlacesOverTime(MONDAY + timedelta(days=1), 4, MONDAY, (1,))
    with pytest.raises(ValueError, match="no place 2"):
        PlacesOverTime(MONDAY, 4, MONDAY, (1,), (Span(2, MONDAY, MONDAY + WEEK, "", "held"),))
    with pytest.raises(ValueError, match="no time"):
        Span(1, MONDAY, MONDAY, "", "held")
    with pytest.raises(ValueError, match="one week"):
        PlacesOverTime(MONDAY, 0, MONDAY, (1,))
