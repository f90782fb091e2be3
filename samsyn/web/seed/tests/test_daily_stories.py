"""What is done every day in a twin: told through the actions, up to the demo day, and the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.partnerships.models import Partnership
from samsyn.web.seed import AGREEMENTS, DEMO_DAY
from samsyn.web.seed.actions import load_demo
from samsyn.web.seed.stories.story import Story, read_story
from samsyn.web.seed.stories.teller import Teller
from samsyn.web.seed.stories.telling import DAILY, in_order
from samsyn.web.tallies import models as tallies


@pytest.fixture
def loaded(db: None) -> Iterator[None]:
    load_demo(today=DEMO_DAY, stories=False)
    with acting_as_job(Job.SEED):
        yield


def _teller(partnership: Partnership) -> Teller:
    parties = partnership.parties.filter(kind="party").select_related("organisation")
    return Teller(partnership, dossier_of(partnership), {each.key: each.organisation for each in parties}, DEMO_DAY)


def _stories() -> Iterator[tuple[Story, Teller]]:
    for path in sorted(AGREEMENTS.glob("*/story.toml")):
        twin = Partnership.objects.get(is_demo=True, twin_of__slug=path.parent.name)
        yield read_story(path.read_bytes(), path.parent.name), _teller(twin)


@pytest.mark.usefixtures("loaded")
def test_the_days_of_the_twins_are_told() -> None:
    for story, teller in _stories():
        in_order([each for part in DAILY for each in part(teller, story)], DEMO_DAY)
    _visits_are_counted_and_the_demo_day_is_left_for_a_visitor()


def _visits_are_counted_and_the_demo_day_is_left_for_a_visitor() -> None:
    days = Counter(tallies.Event.objects.values_list("day", flat=True))
    assert max(days) < DEMO_DAY
    assert set(tallies.Event.objects.values_list("source", flat=True)) == {"pad", "paper"}
    assert not tallies.Event.objects.exclude(state="counted").exists()
