import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.charts.widths import text_width, wrapped


def test_a_date_is_eight_figures_and_two_hyphens_wide() -> None:
    assert text_width("2026-11-20", 1000) == pytest.approx(8 * 497 + 2 * 311)


@given(st.text("abc åäö-WM", max_size=200), st.integers(60, 400))
def test_no_line_is_wider_than_the_room(content: str, room: int) -> None:
    assert all(text_width(line, 17) <= room for line in wrapped(content, 17, room))


@given(st.text("abc åäöWM", max_size=200))
def test_nothing_is_lost_when_a_text_is_broken_into_lines(content: str) -> None:
    joined = "".join(wrapped(content, 17, 80)).replace("-", "").replace(" ", "")
    assert joined == content.replace(" ", "")
