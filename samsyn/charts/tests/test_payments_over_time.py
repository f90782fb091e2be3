"""Payments over time: what a column says by its height, its edge and its fill."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from samsyn.charts.payments_over_time import HEAD, PLOT, Bar, PaymentsOverTime, Words, payments_over_time

YEAR = PaymentsOverTime(
    date(2026, 1, 1),
    date(2027, 1, 1),
    date(2026, 5, 1),
    (
        Bar(date(2026, 1, 1), 100_00, "paid"),
        Bar(date(2026, 4, 1), 100_00, "invoiced"),
        Bar(date(2026, 7, 1), 50_00, "planned"),
        Bar(date(2026, 10, 1), 50_00, "preliminary"),
        Bar(date(2026, 12, 1), 0, "open"),
    ),
    Words(most="100 kr", summary="Fyra betalningar."),
)


def rects(drawing: str) -> list[dict[str, str]]:
    return [dict(each.attrib) for each in ElementTree.fromstring(drawing).iter() if each.tag.endswith("rect")]


def test_a_column_is_as_tall_as_its_sum_and_stands_on_the_ground() -> None:
    found = [each for each in rects(payments_over_time(YEAR).text) if "payments-bar" in each["class"]]
    assert [float(each["height"]) for each in found] == [PLOT, PLOT, PLOT / 2, PLOT / 2]
    assert {float(each["y"]) + float(each["height"]) for each in found} == {HEAD + PLOT}


def test_how_it_stands_is_seen_without_colour() -> None:
    drawing = payments_over_time(YEAR).text
    assert drawing.count("stripes)") == 1
    assert re.search(r'payments-bar-preliminary"[^>]*stroke-dasharray', drawing)
    assert "payments-open" in drawing


def test_sums_of_the_same_day_lie_on_each_other() -> None:
    day = date(2026, 3, 1)
    two = PaymentsOverTime(YEAR.first, YEAR.end, YEAR.today, (Bar(day, 100, "planned"), Bar(day, 300, "paid")))
    low, high = [each for each in rects(payments_over_time(two).text) if "payments-bar" in each["class"]]
    assert "payments-bar-paid" in low["class"]
    assert float(high["y"]) + float(high["height"]) == pytest.approx(float(low["y"]), abs=0.1)
    assert two.highest == 400


def test_columns_never_cover_each_other_however_many_there_are() -> None:
    bars = tuple(Bar(date(2026 + month // 12, month % 12 + 1, 1), 100, "planned") for month in range(48))
    chart = PaymentsOverTime(date(2026, 1, 1), date(2030, 1, 1), date(2026, 1, 1), bars)
    found = [each for each in rects(payments_over_time(chart).text) if "payments-bar" in each["class"]]
    for before, after in pairwise(found):
        assert float(before["x"]) + float(before["width"]) <= float(after["x"])


def test_the_words_are_for_those_who_listen_and_nothing_is_markup() -> None:
    chart = PaymentsOverTime(
        YEAR.first, YEAR.end, YEAR.today, YEAR.bars, Words("<b>Titel", summary="A & B", most="<i>")
    )
    root = ElementTree.fromstring(payments_over_time(chart, "narrow").text)
    assert [each.text for each in root if each.tag.endswith(("title", "desc"))] == ["<b>Titel", "A & B"]


def test_what_cannot_be_drawn_is_refused_at_birth() -> None:
    with pytest.raises(ValueError, match="below zero"):
        Bar(date(2026, 1, 1), -1, "planned")
    with pytest.raises(ValueError, match="no time"):
        PaymentsOverTime(date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1))
    empty = PaymentsOverTime(date(2026, 1, 1), date(2027, 1, 1), date(2028, 1, 1))
    assert "rect" not in payments_over_time(empty).text
