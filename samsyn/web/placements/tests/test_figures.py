"""Figures, forecast and places: the same numbers to both, also after a withdrawal, and nobody in them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from samsyn.rules.indicators import Changed, Counted, Measured, NotMeasured, Numbers
from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, Placement
from samsyn.web.placements.queries.figures import Followed, figures_of, forecast_of
from samsyn.web.placements.queries.ground import ground_of
from samsyn.web.placements.tests.conftest import Table

YEAR, AFTER = DateRange.year(2025), date(2025, 12, 31)


def followed(table: Table, who: Organisation, role: Role = Role.CONTROLLER) -> Followed:
    with table.as_(who, role, AFTER) as viewer:
        ground = ground_of(table.partnership, table.pool, table.today, AFTER)
        return figures_of(viewer, ground, YEAR, AFTER)


def whole(table: Table, placement: Placement, *, withdrawn: bool = False) -> None:
    """Everything that there is to do, with the consent taken back on the second day if it is."""
    table.do(table.theirs, actions.note_attendance, placement, table.today, "present")
    table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    table.do(table.theirs, actions.assess, placement, 1, "participant", [1, 1, 1, 1, 1], done_on=table.today)
    if withdrawn:
        with acting_as_job(Job.SEED):
            consent = Consent.objects.get(participant_id=placement.participant_id)
        table.do(table.ours, actions.withdraw_consent, consent)
    for number in (1, 2):
        who = (table.ours, table.theirs)[number % 2]
        at = table.later(30 * number)
        table.do(who, actions.do_step, placement, "uppfoljningssamtal", number, done_on=at, at=at)
    end = table.later(90)
    table.do(table.theirs, actions.do_step, placement, "avslutningssamtal", 1, done_on=end, at=end)
    table.do(table.theirs, actions.assess, placement, 2, "participant", [2, 2, 2, 2, 2], done_on=end, at=end)
    table.do(table.theirs, actions.assess, placement, 2, "supervisor", [5, 5, 5, 5, 5], done_on=end, at=end)
    table.do(table.theirs, actions.close_placement, placement, "followed_plan", "work", on=end, at=end)


def test_both_count_the_same_also_what_was_written_after_a_withdrawal(table: Table) -> None:
    whole(table, table.start())
    whole(table, table.start(table.accepted(table.participant(sex="man"))), withdrawn=True)
    table.start()
    fell = table.start(first=table.later(9))
    table.do(table.theirs, actions.cancel_placement, fell, "declined_itself")
    ours, theirs = followed(table, table.ours), followed(table, table.theirs, Role.AUDITOR)
    assert ours == theirs
    assert ours.numbers == Numbers(3, 3)
    totals = {each.definition.measured: each.total for each in ours.figures}
    assert totals[Measured.CHANGED] == Changed(pairs=2, started=2, of=3, mean=1)  # type: ignore[arg-type]
    for measured in set(Measured) - {Measured.CHANGED}:
        assert totals[measured] == Counted(2, 0, 1), measured
    by_plan = next(each for each in ours.figures if each.definition.measured is Measured.BY_PLAN)
    assert dict(by_plan.by_sex) == {"woman": Counted(1, 0, 1), "man": Counted(1, 0, 0)}
    assert [each.definition.reason.clause for each in ours.figures] == [f"4.3 st. 5 punkt {n}" for n in (1, 2, 3, 4, 5)]


def test_without_anyone_nothing_is_measured(table: Table) -> None:
    assert all(isinstance(each.total, NotMeasured) for each in followed(table, table.ours).figures)


def test_a_step_that_was_taken_back_does_not_count(table: Table) -> None:
    placement = table.start()
    step = table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    table.do(table.theirs, actions.take_back_step, step, "not_done")
    trained = followed(table, table.ours).figures[0]
    assert trained.total == Counted(0, 0, 1)


def test_to_others_there_are_no_figures(table: Table) -> None:
    for who, role in ((table.cast.other_association, Role.HEAD), (table.ours, Role.ADMINISTRATOR)):
        with table.as_(table.ours):
            ground = ground_of(table.partnership, table.pool, table.today, table.today)
        with table.as_(who, role) as viewer, pytest.raises(Http404):
            figures_of(viewer, ground, YEAR, AFTER)


def test_a_year_asks_as_many_questions_as_a_day(table: Table) -> None:
    def questions() -> int:
        with table.as_(table.ours, Role.CONTROLLER, AFTER) as viewer:
            ground = ground_of(table.partnership, table.pool, table.today, AFTER)
            with CaptureQueriesContext(connection) as asked:
                figures_of(viewer, ground, YEAR, AFTER)
            return len(asked)

    whole(table, table.start())
    few = questions()
    for _ in range(3):
        whole(table, table.start())
    assert questions() == few


def test_the_forecast_counts_an_individual_once_with_the_days_each_has(table: Table) -> None:
    participant = table.participant()
    first = table.start(table.accepted(participant), last=table.later(9))
    table.do(table.theirs, actions.close_placement, first, "partly", "continued", on=table.later(9), at=table.later(9))
    with acting_as_job(Job.SEED):
        again = table.do(table.ours, actions.send_referral, table.draft(participant))
    table.start(table.do(table.theirs, actions.accept_referral, again), table.later(20))
    with table.as_(table.ours, Role.CONTROLLER, table.later(30)) as viewer:
        ground = ground_of(table.partnership, table.pool, table.today, table.later(30))
        found = forecast_of(viewer, ground, table.later(30))
    assert (found.individuals_so_far, found.places_so_far, found.goal) == (1, 2, 72)
    assert 1 < found.expected < 72
