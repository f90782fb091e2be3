"""A placement is made longer by two organisations, and by no one alone."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.placements import actions
from samsyn.web.placements.models import Extension, Occupancy, Placement
from samsyn.web.placements.tests.conftest import Table
from samsyn.web.placements.tests.test_referring import done

LONGEST = date(2025, 7, 2)


def times(table: Table) -> list[tuple[int, date, date]]:
    with acting_as_job(Job.SEED):
        rows = Occupancy.objects.select_related("place").order_by("first", "place__number")
        return [(each.place.number, each.first, each.until) for each in rows]


def extended(table: Table, placement: Placement, last: date = date(2025, 8, 1), **said: object) -> Extension:
    given = {"consulted_on": table.today} | said
    found: Extension = table.do(table.theirs, actions.propose_extension, placement, last, **given)  # type: ignore[arg-type]
    return found


def test_more_time_takes_two_organisations_and_neither_alone_twice(table: Table) -> None:
    placement = table.start()
    extension = extended(table, placement)
    table.do(table.theirs, actions.approve_extension, extension)
    assert table.again(placement).planned_last == LONGEST
    table.do(table.ours, actions.approve_extension, extension)
    assert table.again(placement).planned_last == date(2025, 8, 1)
    table.do(table.ours, actions.approve_extension, extension)
    assert done(table, "placement") == ["start", "propose_extension", "approve_extension"]


@pytest.mark.parametrize(
    ("last", "said", "says"),
    [
        (LONGEST, {}, "redan till och med"),
        (date(2026, 1, 1), {}, r"gäller till och med 2025-12-31 \(8 st\. 1\)"),
        (date(2025, 8, 1), {"consulted_on": date(2025, 3, 4)}, "Fråga deltagaren först"),
        (date(2025, 8, 1), {"consulted_on": date(2025, 3, 1)}, "före det att platsen gavs"),
    ],
)
def test_more_time_has_its_conditions(table: Table, last: date, said: dict[str, object], says: str) -> None:
    placement = table.start()
    with pytest.raises(ValidationError, match=says):
        extended(table, placement, last, **said)


def test_what_fits_without_more_time_needs_no_joint_decision(table: Table) -> None:
    placement = table.start(last=date(2025, 6, 1))
    with pytest.raises(ValidationError, match=r"ryms utan förlängning \(4\.2 st\. 1\)"):
        extended(table, placement, date(2025, 6, 15))


def test_a_promised_place_is_said_when_more_time_is_proposed_and_when_it_is_approved(table: Table) -> None:
    placement = table.start()
    extension = extended(table, placement)
    table.start(first=date(2025, 7, 20), number=1)
    with pytest.raises(ValidationError, match="Plats 1 är lovad till någon annan från 2025-07-20"):
        table.do(table.ours, actions.approve_extension, extension)
    with acting_as_job(Job.SEED):
        assert extension.approvals.count() == 1
    table.do(table.theirs, actions.move_to_place, placement, 9, from_day=LONGEST)
    table.do(table.ours, actions.approve_extension, extension)
    assert (9, LONGEST, date(2025, 8, 2)) in times(table)


def test_a_no_to_more_time_leaves_the_last_day(table: Table) -> None:
    placement = table.start()
    extension = extended(table, placement)
    for _ in range(2):
        table.do(table.ours, actions.drop_extension, extension)
    with pytest.raises(ValidationError, match="gäller inte längre"):
        table.do(table.ours, actions.approve_extension, extension)
    assert extended(table, placement) != extension
