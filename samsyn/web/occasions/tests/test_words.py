"""What those who came are called."""

from __future__ import annotations

import pytest

from samsyn.web.occasions.presenters.words import age, sexes_of


@pytest.mark.parametrize(
    ("bands", "children", "woman", "man"),
    [
        (("6-9", "10-12", "13-17"), True, "flicka", "pojke"),
        (("13-17", "18+"), False, "flicka eller kvinna", "pojke eller man"),
        (("16-19",), False, "flicka eller kvinna", "pojke eller man"),
        (("18-64", "65+"), True, "kvinna", "man"),
        ((), True, "flicka eller kvinna", "pojke eller man"),
        ((), False, "kvinna", "man"),
    ],
)
def test_nobody_under_eighteen_is_a_woman_or_a_man(
    bands: tuple[str, ...], children: bool, woman: str, man: str
) -> None:
    said = sexes_of(bands, children=children)
    assert (said["woman"], said["man"]) == (woman, man)
    assert list(said) == ["woman", "man", "other", "not_stated"]


def test_an_age_band_says_what_it_is() -> None:
    assert (age("6-9"), age("65+")) == ("6–9 år", "65 år eller äldre")
