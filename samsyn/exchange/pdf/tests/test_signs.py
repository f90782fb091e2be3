"""A sign that the type lacks is replaced; the document is still made."""

from datetime import date

import pytest

from samsyn.exchange.pdf.signs import INSTEAD, can_be_shown, shown
from samsyn.exchange.pdf.typesetting import FONTS


@pytest.mark.parametrize("sign", ["å", "–", "→", "½", "\N{NARROW NO-BREAK SPACE}", "ł", "Ж", INSTEAD])
def test_what_the_type_has_is_kept(sign: str) -> None:
    assert can_be_shown(sign, FONTS)


@pytest.mark.parametrize("sign", ["\N{GRINNING FACE}", "中", "\ue000"])
def test_what_it_lacks_is_replaced_wherever_it_stands(sign: str) -> None:
    assert shown({"a": [f"x{sign}", ("y", 1, None)], "b": "ren"}, FONTS) == {
        "a": [f"x{INSTEAD}", ["y", 1, None]],
        "b": "ren",
    }


def test_plain_values_are_left_alone() -> None:
    assert shown({"day": date(2026, 1, 1), "n": 1.5, "text": "en mening"}, FONTS) == {
        "day": date(2026, 1, 1),
        "n": 1.5,
        "text": "en mening",
    }
