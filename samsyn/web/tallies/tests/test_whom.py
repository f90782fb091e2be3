"""What sexes are called at a pad."""

from __future__ import annotations

import pytest

from samsyn.rules.terms.counting import Pad
from samsyn.web.tallies.presenters.whom import sex_names


def at(*bands: str) -> tuple[str, str]:
    pad = Pad(id="a", clause="1", says="Räknas.", name="Plattan", by="vi", asks=("sex",), age_bands=bands)
    names = sex_names(pad)
    return names["woman"], names["man"]


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        ((), ("kvinna", "man")),
        (("18-29", "30+"), ("kvinna", "man")),
        (("6-9", "10-12", "13-17"), ("flicka", "pojke")),
        (("6-9", "10-12", "13-16", "17+"), ("flicka eller kvinna", "pojke eller man")),
        (("13-20",), ("flicka eller kvinna", "pojke eller man")),
    ],
)
def test_girls_and_boys_where_children_come(bands: tuple[str, ...], words: tuple[str, str]) -> None:
    assert at(*bands) == words
