"""A story of money is read strictly, names only files that are there, and every file is whole bookkeeping."""

from __future__ import annotations

import shutil
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from samsyn.exchange.sie import read
from samsyn.web.seed import AGREEMENTS
from samsyn.web.seed.actions import STORY, _story_in, agreement_folders
from samsyn.web.seed.stories.money_told import ore
from samsyn.web.seed.stories.story import StoryError, read_story

TRAINING = AGREEMENTS / "malmo-arbetstraning"
FILES = sorted(AGREEMENTS.glob("*/*.se"))


def test_a_sum_is_kronor_to_the_ore_and_never_a_part_of_one() -> None:
    assert ore(Decimal("471716.25")) == 47_171_625
    with pytest.raises(ValueError, match="no whole number of öre"):
        ore(Decimal("1.005"))


@pytest.mark.parametrize(
    ("text", "is_now", "key"),
    [
        ('tax = "outside"', 'tax = "kanske"', "sellers.0.tax"),
        ("from_books = true", "from_book = true", "invoices.0.from_book"),
        ("amount = 9000", 'amount = "mycket"', "funders.0.amount"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(text: str, is_now: str, key: str) -> None:
    story = (TRAINING / STORY).read_text(encoding="utf-8")
    assert text in story
    with pytest.raises(StoryError, match=rf"(?m)^folder/story\.toml: {key}"):
        read_story(story.replace(text, is_now, 1).encode(), "folder/story.toml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    shutil.copy(TRAINING / STORY, tmp_path / STORY)
    with pytest.raises(StoryError, match=r"story\.toml: books\.0\.file: there is no file books-2026-q1\.se"):
        _story_in(tmp_path)


def test_what_an_invoice_or_a_statement_shows_is_shown_by_nothing_else() -> None:
    story = _story_in(TRAINING)
    assert story is not None
    assert {"fakturering/2026-q3-invoice", "fakturering/2026-q3"} <= story.told_by_money
    assert "verksamhetsberattelse/2026" not in story.told_by_money


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_of_bookkeeping_is_read_without_a_fault(path: Path) -> None:
    reading = read(BytesIO(path.read_bytes()))
    vouchers = list(reading)
    assert vouchers
    assert reading.faults == []
    assert not reading.is_refused


def test_every_index_in_a_story_is_invented() -> None:
    """About a real index nothing is invented: its figures stand in what was published, or nowhere."""
    stories = [found for folder in agreement_folders() if (found := _story_in(folder))]
    assert all("påhittat" in each.series for story in stories for each in story.index_tables)
