"""What is too old is erased: the whole of a participant at once, and nothing sooner."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.placements import actions
from samsyn.web.placements.models import Participant
from samsyn.web.placements.tests.conftest import Table
from samsyn.web.privacy.actions import purge

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)


def left() -> dict[str, int]:
    with acting_as_job(Job.SEED):
        models = apps.get_app_config("placements").get_models()
        return {each.__name__: found for each in models if (found := each._default_manager.count())}


def test_two_years_after_the_end_nothing_of_the_participant_is_left(committed: Table) -> None:
    table = committed
    placement = table.start()
    end = table.later(30)
    for act, given in (
        (actions.note_attendance, (table.today, "present")),
        (actions.do_step, ("introduktion", 1)),
    ):
        said: dict[str, Any] = {"done_on": table.today} if act is actions.do_step else {}
        table.do(table.theirs, act, placement, *given, **said)
    table.do(table.theirs, actions.assess, placement, 1, "participant", [1, 2, 3, 4, 5], done_on=table.today)
    last = placement.planned_last.replace(month=9)
    extension = table.do(table.theirs, actions.propose_extension, placement, last, consulted_on=table.today)
    table.do(table.ours, actions.approve_extension, extension)
    with acting_as_job(Job.SEED):
        participant = Participant.objects.get()
    table.do(table.ours, actions.make_own_page, participant)
    table.do(table.theirs, actions.close_placement, placement, "partly", "work", on=end, at=end)
    before = left()
    assert len(before) == 13
    purge(datetime(2027, 4, 1, tzinfo=UTC))
    assert left() == before
    purge(datetime(2027, 4, 4, tzinfo=UTC))
    assert left() == {"TrainingPlace": 24}
    with acting_as_job(Job.SEED):
        about = Act.objects.filter(name__startswith="placement.", subject_id__isnull=False)
        assert not about.exists()


def test_who_was_never_placed_is_forgotten_half_a_year_after_the_last_word(committed: Table) -> None:
    table = committed
    referral = table.sent()
    table.draft()
    table.do(table.theirs, actions.decline_referral, referral, "no_place", at=table.later(60))
    purge(datetime(2025, 9, 5, tzinfo=UTC))
    assert left()["Participant"] == 1
    purge(datetime(2025, 11, 5, tzinfo=UTC))
    assert left() == {}


def test_who_is_still_there_is_kept_however_long_ago_it_began(committed: Table) -> None:
    committed.start()
    purge(datetime(2030, 1, 1, tzinfo=UTC))
    assert left()["Placement"] == 1
