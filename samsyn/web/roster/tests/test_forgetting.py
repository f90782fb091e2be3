"""Two years after the last day nothing is left of anybody, and two who press at once note one thing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.apps import apps

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.privacy.actions import purge
from samsyn.web.roster import actions
from samsyn.web.roster.classification import AFTER_THE_LAST_DAY
from samsyn.web.roster.models import Fulfilled
from samsyn.web.roster.tests.conftest import NOW, Roster
from samsyn.web.tallies.tests.conftest import at_once

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)
DAY = timedelta(days=1)


def left() -> dict[str, int]:
    with acting_as_job(Job.SEED):
        models = apps.get_app_config("roster").get_models()
        return {each.__name__: found for each in models if (found := each._default_manager.count())}


def test_two_years_after_the_last_day_nothing_is_left_of_her(committed: Roster) -> None:
    roster = committed
    ada, bo = roster.employ(), roster.volunteer()
    text = roster.text()
    for worker in (ada, bo):
        roster.signed(worker, text)
        roster.asked(worker)
    roster.do(lambda by: actions.end_worker(ada, TODAY, by=by, now=NOW))
    over = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC) + AFTER_THE_LAST_DAY
    before = {"Worker": 2, "Fulfilled": 2, "Cause": 2, "UndertakingText": 1}
    purge(over)
    assert left() == before
    purge(over + DAY)
    assert left() == {"Worker": 1, "Fulfilled": 1, "Cause": 1, "UndertakingText": 1}
    with acting_as_job(Job.SEED):
        speaks = Act.objects.filter(name__startswith="roster.", subject_id=ada.pk) | Act.objects.filter(
            refers_to__worker=str(ada.pk)
        )
        assert not speaks.exists()


def test_two_who_press_at_once_note_one_thing(committed: Roster) -> None:
    ada = committed.employ()
    found = at_once(partial(committed.shown, ada), partial(committed.shown, ada))
    assert found[0] == found[1]
    assert left()["Fulfilled"] == 1
    with acting_as_job(Job.SEED):
        assert Act.objects.filter(name="roster.shown").count() == Fulfilled.objects.count() == 1
