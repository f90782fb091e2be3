"""New kinds must be explained before the build is green."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsyn.rules.obligations import KINDS
from samsyn.rules.obligations.duty import shape_of
from samsyn.rules.terms.duties import DUTY_KINDS, When

CHAPTERS = {path.stem.removeprefix("test_") for path in (Path(__file__).parent / "kinds").glob("test_*.py")}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_a_chapter(name: str) -> None:
    assert name in CHAPTERS, (
        f"The kind «{name}» has no chapter. Write tests/spec/kinds/test_{name}.py: a heading and a paragraph as its "
        "docstring, a small agreement as text, and tests whose names are sentences. Take test_report.py as a pattern."
    )


def test_every_chapter_has_a_kind() -> None:
    assert CHAPTERS - KINDS.keys() == set(), "A chapter explains a kind that is not in samsyn/rules/obligations/kinds"


def test_every_kind_of_duty_that_can_be_written_has_rules() -> None:
    missing = [name for name in DUTY_KINDS if name not in KINDS]
    assert not missing, f"Write samsyn/rules/obligations/kinds/<name>.py and a line in its __init__ for {missing}"


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_words_in_both_languages(name: str) -> None:
    kind = KINDS[name]
    assert kind.title[0].isupper()
    assert kind.english[0].isupper()
    assert kind.meaning.endswith(".")


@pytest.mark.parametrize(
    ("when", "shape"),
    [
        (When(every="year"), "recurring"),
        (When(once="unspecified"), "once"),
        (When(on="request"), "standing"),
    ],
)
def test_the_shape_of_a_duty_follows_from_its_when(when: When, shape: str) -> None:
    assert shape_of(when) == shape
