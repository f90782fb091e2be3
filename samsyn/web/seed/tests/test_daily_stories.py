"""What is done every day in a twin: told through the actions, up to the demo day, and the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.contributions.models import Contribution
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.occasions.models import Heads, Occasion
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster.models import Fulfilled, Worker
from samsyn.web.seed import AGREEMENTS, DEMO_DAY
from samsyn.web.seed.actions import load_demo
from samsyn.web.seed.stories.story import Story, read_story
from samsyn.web.seed.stories.teller import Teller
from samsyn.web.seed.stories.telling import DAILY, in_order
from samsyn.web.shifts.models import Shift
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
    _who_works_has_shown_most_of_it_and_not_all()
    _occasions_are_held_counted_and_staffed()
    _what_has_happened_was_told_where_the_agreement_says_so()
    _some_of_what_is_put_in_is_put_forward()


def _visits_are_counted_and_the_demo_day_is_left_for_a_visitor() -> None:
    days = Counter(tallies.Event.objects.values_list("day", flat=True))
    assert max(days) < DEMO_DAY
    assert set(tallies.Event.objects.values_list("source", flat=True)) == {"pad", "paper"}
    assert not tallies.Event.objects.exclude(state="counted").exists()


def _who_works_has_shown_most_of_it_and_not_all() -> None:
    assert set(Worker.objects.values_list("kind", flat=True)) == {"employee", "outreach", "volunteer"}
    assert set(Fulfilled.objects.values_list("kind", flat=True)) == {"check", "undertaking", "demand"}
    assert Worker.objects.filter(fulfilled=None, causes__isnull=False).exists(), "somebody has yet to show an extract"
    volunteers = Worker.objects.filter(kind="volunteer", person__isnull=False)
    assert all(each.person and each.person.is_demo for each in volunteers)


def _what_has_happened_was_told_where_the_agreement_says_so() -> None:
    assert set(Incident.objects.values_list("state", flat=True)) == {"open", "followed_up", "closed"}
    assert set(Told.objects.values_list("to_kind", flat=True)) == {"party", "body"}
    concerns = Incident.objects.filter(kind="child_concern")
    assert concerns.filter(identity_known=False).exists()
    assert not concerns.exclude(says="", measures="", closed_with="").exists()


def _some_of_what_is_put_in_is_put_forward() -> None:
    assert Contribution.objects.filter(shared_at__isnull=False).exists()
    assert Contribution.objects.exclude(value_ore=None).exclude(valued_how="").exists()
    assert len(set(Contribution.objects.values_list("unit", flat=True))) > 2


def _occasions_are_held_counted_and_staffed() -> None:
    assert set(Occasion.objects.values_list("state", flat=True)) == {"planned", "held", "cancelled"}
    held = Occasion.objects.filter(state="held")
    assert set(held.values_list("counts", flat=True)) == {"attendance", "participants", "reached", "staff"}
    assert Heads.objects.exclude(sex="").exclude(age_band="").exists()
    assert Occasion.objects.filter(state="planned", day__lt=DEMO_DAY).exists(), "one that nobody has written in"
    assert Occasion.objects.filter(state="planned", day__gt=DEMO_DAY, discreet=True).exists()
    assert Shift.objects.filter(state="free", starts_at__date__gt=DEMO_DAY).exists(), "one for a volunteer to take"
    assert Shift.objects.filter(reported_as="volunteer", hours__gt=0).exists()
