"""Figures and dates as they are written in Sweden."""

from datetime import date

import pytest
from django.utils import translation

from samsyn.web.ui import formats

TODAY = date(2026, 11, 20)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("ore", "written"),
    [
        (1_926_637_00, "1 926 637 kr"),
        (812_50, "812,50 kr"),
        (5, "0,05 kr"),
        (0, "0 kr"),
        (-1_500_00, "−1 500 kr"),
    ],
)
def test_an_amount_keeps_its_oren_and_never_breaks(ore: int, written: str) -> None:
    assert plain(formats.kronor(ore)) == written
    assert " " not in formats.kronor(ore)


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("iso", "2026-11-20"),
        ("short", "20 november"),
        ("long", "20 november 2026"),
        ("weekday", "fredag 20 november 2026"),
    ],
)
def test_a_date_is_written_in_four_ways(style: formats.DateStyle, written: str) -> None:
    with translation.override("sv"):
        assert plain(formats.civil_date(TODAY, style)) == written


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 20), "i dag"),
        (date(2026, 11, 21), "i morgon"),
        (date(2026, 11, 19), "i går"),
        (date(2026, 12, 4), "om 14 dagar"),
        (date(2026, 12, 20), "om 4 veckor"),
        (date(2026, 11, 13), "för 7 dagar sedan"),
        (date(2027, 5, 20), "om 6 månader"),
        (date(2023, 11, 20), "för 3 år sedan"),
    ],
)
def test_how_far_away_a_day_is(day: date, said: str) -> None:
    with translation.override("sv"):
        assert formats.relative_days(day, TODAY) == said


def test_the_size_of_a_file_is_said_in_round_figures() -> None:
    assert plain(formats.file_size(48_000)) == "48 kB"
    assert plain(formats.file_size(1_420_000)) == "1,4 MB"
