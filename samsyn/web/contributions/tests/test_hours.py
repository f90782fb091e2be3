"""Volunteers' hours of a period, summed with one press and never twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.contributions import actions
from samsyn.web.contributions.actions.hours import value_of
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.queries import not_summed_since
from samsyn.web.occasions.models import Occasion
from samsyn.web.organisations.roles import Role
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.tests.conftest import AFTER, Evening, lay_it

MARCH = DateRange.through(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def evening(cast: Any, settings: Any) -> Evening:
    settings.SAMSYN_TODAY = TODAY
    return lay_it(cast)


def reported(evening: Evening, *hours: str) -> list[Shift]:
    """A shift of a volunteer of her own for each."""
    shifts = evening.made(len(hours))
    with acting_as_job(Job.SEED):
        for number, (shift, said) in enumerate(zip(shifts, hours, strict=True)):
            worker = evening.volunteer(f"Volontär {number} {said}")
            Shift.objects.filter(pk=shift.pk).update(
                state="taken", worker=worker, hours=Decimal(said), reported_at=AFTER, reported_as="volunteer"
            )
    return shifts


def summed(evening: Evening, days: DateRange = MARCH, **said: Any) -> Contribution:
    with evening.staff(Role.CONTROLLER) as by:
        return actions.sum_hours(evening.partnership, days, by=by, now=AFTER, today=TODAY, **said)


def test_reported_hours_become_one_line_however_often_it_is_pressed_and_follow_what_is_reported(
    evening: Evening,
) -> None:
    reported(evening, "3", "2.5")
    assert summed(evening).pk == summed(evening).pk
    reported(evening, "4")
    line = summed(evening)
    assert (line.quantity, line.unit, line.value_ore) == (Decimal("9.5"), "hours", None)
    with acting_as_job(Job.SEED):
        assert Contribution.objects.count() == 1


def test_a_day_is_summed_in_one_line_only(evening: Evening) -> None:
    reported(evening, "3")
    summed(evening)
    with pytest.raises(ValidationError, match="redan summerade"):
        summed(evening, DateRange.through(date(2026, 1, 1), date(2026, 3, 31)))


def test_an_hour_is_worth_what_somebody_says_with_the_source(evening: Evening) -> None:
    reported(evening, "2.5")
    line = summed(evening, per_hour_ore=201_01, source="Styrelsens beslut")
    assert line.value_ore == value_of(Decimal("2.5"), 201_01) == 502_53
    assert "Styrelsens beslut" in line.valued_how
    with pytest.raises(ValidationError) as refused:
        summed(evening, per_hour_ore=200_00)
    assert list(refused.value.message_dict) == ["source"]


def test_without_reported_hours_there_is_no_line(evening: Evening) -> None:
    evening.made(2)
    with pytest.raises(ValidationError, match="Inga timmar är rapporterade"):
        summed(evening)


def test_a_sum_that_is_put_forward_stands_until_it_is_taken_back(evening: Evening) -> None:
    reported(evening, "3")
    line = summed(evening)
    with evening.staff(Role.CONTROLLER) as by:
        actions.put_forward(evening.partnership, 2026, by=by, now=AFTER)
    with pytest.raises(ValidationError, match="framlagd"):
        summed(evening)
    with evening.staff(Role.CONTROLLER) as by:
        actions.take_back(line, "Fler har rapporterat", by=by, now=AFTER)
    assert summed(evening).pk != line.pk


def test_the_page_sums_with_one_press(evening: Evening) -> None:
    reported(evening, "3")
    home = evening.shifts.replace("roster/shifts/", "contributions/")
    controller = evening.cast.client(evening.ours, Role.CONTROLLER)
    assert f"{home}hours/" in controller.get(home).content.decode()
    typed = {"first": "2026-03-01", "last": "2026-03-31", "per_hour": "", "source": ""}
    assert controller.post(f"{home}hours/", typed).status_code == 302
    assert "3\N{NO-BREAK SPACE}timmar" in controller.get(home).content.decode()


def test_the_form_begins_with_the_first_day_that_is_not_summed(evening: Evening) -> None:
    reported(evening, "3")
    with acting_as_job(Job.SEED):
        Occasion.objects.filter(pk=evening.occasion.pk).update(day=date(2026, 1, 20))
    with evening.staff(Role.CONTROLLER) as by:
        assert not_summed_since(by, evening.partnership.pk, TODAY) == date(2026, 1, 1)
    summed(evening, DateRange.through(date(2026, 1, 1), date(2026, 1, 31)))
    with evening.staff(Role.CONTROLLER) as by:
        assert not_summed_since(by, evening.partnership.pk, TODAY) == date(2026, 2, 1)
        assert not_summed_since(by, evening.partnership.pk, date(2027, 5, 1)) == date(2027, 1, 1)
