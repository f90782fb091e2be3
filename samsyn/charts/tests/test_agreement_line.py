"""The agreement line: nothing is written over anything else, whatever the agreement looks like."""

import itertools
import xml.etree.ElementTree as ElementTree
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.charts.agreement_line import AgreementLine, Mark, MarkKind, agreement_line, rows
from samsyn.charts.agreement_line.labels import LINE_HEIGHT
from samsyn.charts.agreement_line.lying import Lying, placed_dates, placed_years
from samsyn.charts.agreement_line.model import KINDS
from samsyn.charts.agreement_line.standing import all_labels, settled

START = date(2025, 1, 1)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäö     WM§-", min_size=1, max_size=90)
FORMS = (("wide", 1120.0, 9), ("middle", 760.0, 6))


@st.composite
def lines(draw: st.DrawFn) -> AgreementLine:
    length = draw(st.integers(1, 4000))
    end = START + timedelta(days=length)
    day = st.integers(0, length).map(lambda n: START + timedelta(days=n))
    mark = st.builds(Mark, day, st.sampled_from(KINDS), WORDS, important=st.booleans())
    marks = draw(st.lists(mark, max_size=30))
    further = draw(st.none() | st.integers(1, 2000).map(lambda n: end + timedelta(days=n)))
    today = START + timedelta(days=draw(st.integers(-400, length + 400)))
    return AgreementLine(START, end, today, tuple(marks), further)


Box = tuple[float, float, float, float]


def apart(one: Box, other: Box) -> bool:
    return one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


@given(lines(), st.sampled_from(FORMS))
def test_no_label_of_the_lying_line_meets_another_or_leaves_the_picture(
    line: AgreementLine, form: tuple[str, float, int]
) -> None:
    _, width, limit = form
    flags = Lying(line, width, limit).flags
    boxes = [(flag.left, flag.right, flag.top, flag.bottom) for flag in flags]
    assert all(left >= 0 and right <= width for left, right, _, _ in boxes)
    assert all(apart(one, other) for one, other in itertools.combinations(boxes, 2))


@given(lines(), st.sampled_from(FORMS))
def test_the_dates_of_start_and_end_stand_apart_and_inside(line: AgreementLine, form: tuple[str, float, int]) -> None:
    _, width, limit = form
    placed = placed_dates(Lying(line, width, limit))
    assert placed[0][0] >= 0
    assert placed[-1][1] <= width + 0.01
    assert all(one[1] < other[0] for one, other in itertools.pairwise(placed))


@given(lines(), st.sampled_from(FORMS))
def test_years_are_written_only_where_there_is_room(line: AgreementLine, form: tuple[str, float, int]) -> None:
    plan = Lying(line, form[1], form[2])
    dates = [(left, right) for left, right, _, _ in placed_dates(plan)]
    boxes = sorted([*dates, *((left, right) for left, right, _ in placed_years(plan))])
    assert all(one[1] < other[0] for one, other in itertools.pairwise(boxes))


@given(lines())
def test_no_label_of_the_standing_line_meets_another(line: AgreementLine) -> None:
    labels = all_labels(line, 9, 280)
    height = sum(label.height + 16 for label in labels)
    placed = settled([(label, line.position(label.day) * height) for label in labels], height)
    assert placed[0].top >= 0
    assert placed[-1].bottom <= height + 0.01
    assert all(one.bottom < other.top for one, other in itertools.pairwise(placed))


@given(lines(), st.sampled_from(["wide", "middle", "tall", "strip"]))
def test_every_drawing_is_whole_xml_without_inline_style_and_inside_its_frame(line: AgreementLine, form: str) -> None:
    drawing = agreement_line(line, form)  # type: ignore[arg-type]
    root = ElementTree.fromstring(drawing.text)
    assert not any("style" in node.attrib for node in root.iter())
    shift = next((float(g.get("transform", "").split()[1].rstrip(")")) for g in root if g.tag.endswith("}g")), 0.0)
    for node in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(node.get("x", "-1")) <= drawing.width
        assert LINE_HEIGHT / 2 <= float(node.get("y", "-99")) + shift <= drawing.height


@given(lines())
def test_every_important_day_has_its_text_in_the_drawing(line: AgreementLine) -> None:
    text = "".join(ElementTree.fromstring(agreement_line(line).text).itertext())
    for mark in line.marks:
        if mark.weighs:
            assert mark.day.isoformat() in text


@given(lines())
def test_the_table_says_everything_that_the_drawing_shows(line: AgreementLine) -> None:
    table = rows(line)
    assert len(table) == len(line.marks) + (3 if line.may_last_to else 2)
    assert table == sorted(table, key=lambda row: row.day)


def a_year(kind: MarkKind) -> AgreementLine:
    marks = tuple(Mark(date(2025, month, 15), kind, f"Sak {month}") for month in range(1, 13))
    return AgreementLine(START, date(2025, 12, 31), date(2025, 5, 20), marks)


def test_of_many_payments_only_the_next_has_its_text() -> None:
    text = agreement_line(a_year("payment")).text
    assert "Sak 6" in text
    assert "Sak 7" not in text
    assert text.count("line-mark-payment") == 12 + 1  # and one in the key


def test_what_has_passed_is_filled_also_without_colour() -> None:
    passed = [node for node in agreement_line(a_year("report")).text.split("<") if "line-mark-passed" in node]
    assert len(passed) == 5
    assert all('fill="#000"' in node for node in passed)


def test_a_text_with_markup_is_written_as_text() -> None:
    line = AgreementLine(START, date(2025, 12, 31), START, (Mark(date(2025, 6, 1), "notice", "<b>&"),))
    assert "&lt;b&gt;&amp;" in agreement_line(line).text


def test_an_agreement_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        AgreementLine(date(2025, 1, 2), START, START)


def test_half_the_time_has_gone_in_the_middle() -> None:
    assert AgreementLine(START, date(2025, 1, 10), date(2025, 1, 6)).passed_percent == 50


def test_a_last_day_is_told_from_a_day_on_which_something_happens() -> None:
    marks = (Mark(date(2026, 11, 30), "meeting", "Möte", latest=True), Mark(date(2026, 12, 9), "report", "Rapport"))
    line = AgreementLine(date(2026, 1, 1), date(2027, 12, 31), date(2026, 11, 20), marks)
    drawn = str(agreement_line(line))
    assert "senast 2026-11-30" in drawn
    assert "senast 2026-12-09" not in drawn
    assert [row.latest for row in rows(line) if row.text in ("Möte", "Rapport")] == [True, False]
