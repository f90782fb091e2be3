"""A story is read strictly, and the plan of a year of placements holds before anything of it is told."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from samsyn.web.seed import AGREEMENTS, DEMO_DAY
from samsyn.web.seed.stories.paths import Path, Plan
from samsyn.web.seed.stories.places_told import PlacementsTold
from samsyn.web.seed.stories.story import StoryError, read_story

NIGHTS = (AGREEMENTS / "stockholm-eu-medborgare" / "story.toml").read_text(encoding="utf-8")
TRAINING = (AGREEMENTS / "malmo-arbetstraning" / "story.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "is_now", "key"),
    [
        ("places = 55", 'places = "många"', "nights.site.0.places"),
        ("seed = ", "seeds = ", "nights.seeds"),
        ("forecast", "foreecast", "nights.cold.forecast"),
        ("opens = 18:30:00", 'opens = "kvällen"', "nights.site.0.opens"),
    ],
)
def test_what_is_wrong_in_a_story_is_said_with_file_and_key(text: str, is_now: str, key: str) -> None:
    with pytest.raises(StoryError, match=rf"(?m)^folder/story\.toml: {key}: ") as trouble:
        read_story(NIGHTS.replace(text, is_now, 1).encode(), "folder/story.toml")
    assert all(line.startswith("folder/story.toml: ") for line in str(trouble.value).splitlines())


def test_a_file_that_is_no_toml_is_named() -> None:
    with pytest.raises(StoryError, match=r"^folder/story\.toml: "):
        read_story(b"[nights", "folder/story.toml")


def _told() -> PlacementsTold:
    found = read_story(TRAINING.encode(), "story.toml").placements
    assert found is not None
    return found


def _paths(today: date = DEMO_DAY) -> list[Path]:
    return Plan(_told(), 4, 24, today).paths()


def test_the_plan_is_the_same_each_time() -> None:
    assert _paths() == _paths()


@pytest.mark.parametrize("today", [DEMO_DAY, date(2026, 7, 1), date(2026, 12, 24)])
def test_on_every_place_one_placement_goes_on_and_none_overlaps(today: date) -> None:
    paths = _paths(today)
    assert sorted(each.number for each in paths if each.ended is None) == list(range(1, 25))
    for number in range(1, 25):
        here = sorted((each for each in paths if each.number == number), key=lambda each: each.first)
        assert all(one.until < other.first for one, other in pairwise(here))
        assert all(each.first <= each.until <= each.last or each.extended for each in here)


def test_nobody_has_two_placements_at_once_and_some_come_back() -> None:
    paths = _paths()
    by_one: dict[str, list[Path]] = {}
    for each in paths:
        by_one.setdefault(each.one.known_as, []).append(each)
    again = [each for each in by_one.values() if len(each) > 1]
    assert len(again) == _told().come_back
    assert all(one.until < other.first for one, other in again)
