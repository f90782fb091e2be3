"""From referral to closing, by the one who refers and the one who receives."""

from __future__ import annotations

from datetime import date

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.placements import actions
from samsyn.web.placements.models import Closing, Occupancy, TrainingPlace
from samsyn.web.placements.tests.conftest import Table
from samsyn.web.reminders.models import Letter


def test_a_placement_goes_its_whole_way(table: Table) -> None:
    referral = table.sent()
    referral = table.do(table.theirs, actions.accept_referral, referral)
    placement = table.start(referral)
    assert (placement.first_day, placement.planned_last) == (table.today, date(2025, 7, 2))
    with table.as_(table.theirs) as host:
        assert TrainingPlace.objects.visible_to(host).count() == 24
        time = Occupancy.objects.visible_to(host).get()
        assert (time.place.number, time.first, time.until) == (1, table.today, date(2025, 7, 3))
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present", talk=True)
    table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    table.do(table.theirs, actions.assess, placement, 1, "participant", [1, 2, 3, None, 5], done_on=table.today)
    table.do(table.ours, actions.do_step, placement, "nasta-steg", 1, done_on=table.later(60), at=table.later(60))
    extension = table.do(
        table.ours,
        actions.propose_extension,
        placement,
        date(2025, 8, 1),
        consulted_on=table.later(60),
        at=table.later(60),
    )
    table.do(table.theirs, actions.approve_extension, extension, at=table.later(61))
    assert table.again(placement).planned_last == date(2025, 8, 1)
    with table.as_(table.theirs):
        assert Occupancy.objects.get().until == date(2025, 8, 2)
    end = date(2025, 7, 15)
    table.do(table.theirs, actions.close_placement, placement, "followed_plan", "unknown", on=end, at=end)
    table.do(table.ours, actions.say_outcome, placement, "work", at=date(2025, 9, 1))
    with acting_as_job(Job.SEED):
        assert Occupancy.objects.get().until == date(2025, 7, 16)
        assert sorted(Closing.objects.values_list("result", "outcome")) == [("", "work"), ("followed_plan", "unknown")]
        assert not Act.objects.filter(shared=True).filter(name__startswith="placement.").exists()
        words = " ".join(Letter.objects.values_list("body", flat=True))
        assert "Deltagare 1" not in words
