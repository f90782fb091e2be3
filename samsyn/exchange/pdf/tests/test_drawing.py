"""A drawing is parted into shapes and words, with every word where it stood."""

import pytest

from samsyn.exchange.pdf.drawing import Words, drawing

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><g transform="translate(10 20)">'
    '<rect class="line-passed" width="5" height="5" fill="#000"/>'
    '<text x="1.5" y="2" font-size="12" font-weight="640" text-anchor="end">I dag &amp; sen</text></g></svg>'
)


def test_words_are_placed_as_they_stood_in_moved_groups() -> None:
    parted = drawing(SVG, "En linje.")
    assert parted.words == (Words("I dag & sen", 11.5, 22.0, 12.0, 640, "end"),)
    assert (parted.width, parted.height, parted.says) == (100.0, 50.0, "En linje.")


def test_shapes_stay_without_text_and_get_their_colour() -> None:
    shapes = drawing(SVG, "").shapes
    assert "<text" not in shapes
    assert 'fill="#1e5947"' in shapes


def test_what_is_not_understood_is_refused() -> None:
    with pytest.raises(ValueError, match="only those are understood"):
        drawing(SVG.replace("translate(10 20)", "rotate(3)"), "")
    with pytest.raises(ValueError, match="text within text"):
        drawing(SVG.replace("I dag", "<tspan>I dag</tspan>"), "")
