"""The colours as pairs: text must be readable in the day and in the evening, WCAG 2.1 1.4.3 and 1.4.11."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[1] / "static" / "ui"
_PAIR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
COLOURS = {name: (day, evening) for name, day, evening in _PAIR.findall((STATIC / "theme.css").read_text())}
TEXT, LINE = 4.5, 3.0

ROOMS = ["paper", "sheet", "linen"]
PAIRS = [
    *[
        (ink, room, TEXT)
        for ink in ("ink", "ink-soft", "pine", "pine-deep", "brick-ink", "ochre-ink")
        for room in ROOMS
    ],
    *[(f"{hue}-ink", f"{hue}-soft", TEXT) for hue in ("ochre", "brick", "slate", "moss")],
    *[("ink", f"{hue}-soft", TEXT) for hue in ("pine", "ochre", "brick", "slate", "moss")],
    *[("ink-soft", f"{hue}-soft", TEXT) for hue in ("pine", "ochre", "brick", "slate", "moss")],
    ("pine-deep", "pine-soft", TEXT),
    ("paper", "pine", TEXT),
    ("paper", "brick", TEXT),
    *[(mark, room, LINE) for mark in ("edge", "pine", "slate", "moss", "brick") for room in ROOMS],
    *[("ochre", room, LINE) for room in ("paper", "sheet")],
]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("front", "back", "least"), PAIRS, ids=lambda value: str(value))
@pytest.mark.parametrize("light", [0, 1], ids=["day", "evening"])
def test_what_is_read_stands_out_from_what_is_behind(front: str, back: str, least: float, light: int) -> None:
    assert contrast(COLOURS[front][light], COLOURS[back][light]) >= least


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_no_colour_is_written_outside_the_theme() -> None:
    sheets = STATIC.parents[2].glob("*/static/**/*.css")
    elsewhere = [sheet for sheet in sheets if sheet.name not in ("theme.css", "print.css")]
    written = {sheet.name: re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(", sheet.read_text()) for sheet in elsewhere}
    assert {name: found for name, found in written.items() if found} == {}


def test_there_are_three_sizes_of_type() -> None:
    sizes = set()
    for sheet in STATIC.glob("*.css"):
        if sheet.name == "print.css":
            continue
        sizes |= set(re.findall(r"font-size: ([^;]+);", sheet.read_text()))
    named = {size for size in sizes if size.startswith("var(--type-")}
    assert named == {"var(--type-text)", "var(--type-lead)", "var(--type-display)"}
    # What is not a named size is the text's own, or a tag's, never smaller than 16 px.
    assert sizes - named <= {"inherit", "1rem", "max(1rem, 0.9em)"}
