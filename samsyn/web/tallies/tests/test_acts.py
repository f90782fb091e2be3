"""What staff do with the tallies, each with its line of history."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies import actions
from samsyn.web.tallies.actions import Line
from samsyn.web.tallies.models import ClosedPeriod, Closure, Event, HeldDay
from samsyn.web.tallies.queries.figures import piles
from samsyn.web.tallies.tests.laid import House, a_house

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
YESTERDAY = TODAY - timedelta(days=1)
MONTH = DateRange(date(2026, 2, 1), date(2026, 3, 1))


@pytest.fixture
def house(cast: Cast) -> House:
    return a_house(cast)


def do(house: House, act: Any, *given: Any, role: Role = Role.STAFF, today: bool = True, **said: Any) -> Any:
    with house.cast.as_(house.ours, role) as by:
        return act(*given, by=by, now=NOW, **(said | ({"today": TODAY} if today else {})))


def paper(house: House, day: date = YESTERDAY, n: int = 5, **said: Any) -> list[Event]:
    said.setdefault("made", uuid4())
    found: list[Event] = do(
        house, actions.write_paper, house.partnership, house.pad.id, day, [Line("visit", n)], "Lappen", **said
    )
    return found


def correct(house: House, n: int, day: date = YESTERDAY, **said: Any) -> Event:
    said.setdefault("made", uuid4())
    line = Line("visit", n)
    made: Event = do(house, actions.correct, house.partnership, house.pad.id, day, line, "Fel", **said)
    return made


def close(house: House, days: DateRange = MONTH, role: Role = Role.HEAD) -> ClosedPeriod:
    made: ClosedPeriod = do(house, actions.close_period, house.partnership, house.pad.id, days, role=role)
    return made


def total() -> int:
    with acting_as_job(Job.SEED):
        return Event.objects.counted().total()


def told(name: str) -> list[Act]:
    with acting_as_job(Job.SEED):
        return list(Act.objects.filter(name=name))


def test_a_paper_tally_is_written_once_however_often_it_is_sent(house: House) -> None:
    made = uuid4()
    first, again = paper(house, made=made), paper(house, made=made)
    assert [each.pk for each in first] == [each.pk for each in again]
    assert (total(), first[0].day, first[0].reason) == (5, YESTERDAY, "Lappen")
    (act,) = told("tally.paper")
    assert (act.reason, act.refers_to["count"]) == ("Lappen", 5)


@pytest.mark.parametrize(
    ("day", "lines", "source"),
    [
        (TODAY + timedelta(days=1), [Line("visit", 1)], "Lappen"),
        (TODAY - timedelta(days=500), [Line("visit", 1)], "Lappen"),
        (TODAY, [Line("visit", 0)], "Lappen"),
        (TODAY, [Line("visit", 1)], " "),
        (TODAY, [Line("no-such-button", 1)], "Lappen"),
        (TODAY, [Line("visit", 1, age_band="0-5")], "Lappen"),
        (TODAY, [Line("visit", -1)], "Lappen"),
        (TODAY, [Line("visit", 10_001)], "Lappen"),
    ],
)
def test_what_cannot_be_a_paper_tally_is_refused_and_nothing_is_written(
    house: House, day: date, lines: list[Line], source: str
) -> None:
    with pytest.raises(ValidationError):
        do(house, actions.write_paper, house.partnership, house.pad.id, day, lines, source, made=uuid4())
    assert (total(), told("tally.paper")) == (0, [])


def test_a_correction_is_an_event_of_its_own_and_never_goes_below_nothing(house: House) -> None:
    paper(house)
    made = uuid4()
    assert correct(house, -3, made=made).pk == correct(house, -3, made=made).pk
    assert total() == 2
    with pytest.raises(ValidationError, match="mindre än noll"):
        correct(house, -3)
    assert total() == 2
    assert len(told("tally.correct")) == 1


def test_a_closed_period_makes_late_figures_wait_until_somebody_decides(house: House) -> None:
    paper(house, date(2026, 2, 3))
    closed = close(house)
    assert close(house).pk == closed.pk
    late = paper(house, date(2026, 2, 3), 2)
    assert late[0].state == "waits"
    assert total() == 5
    what = (house.partnership, house.pad.id, date(2026, 2, 3))
    said: dict[str, Any] = {"role": Role.CONTROLLER, "today": False, "until": NOW}
    assert do(house, actions.decide, *what, True, "Lappen kom bort", **said) == 1
    assert do(house, actions.decide, *what, False, "Ändrat mig", **said) == 0
    assert total() == 7
    assert [each.reason for each in told("tally.count")] == ["Lappen kom bort"]
    assert told("tally.refuse") == []


def test_what_came_after_the_page_was_shown_is_not_decided_on_unseen(house: House) -> None:
    close(house)
    paper(house, date(2026, 2, 3))
    what = (house.partnership, house.pad.id, date(2026, 2, 3), True, "Sent")
    seen = NOW - timedelta(minutes=1)
    assert do(house, actions.decide, *what, role=Role.HEAD, today=False, until=seen) == 0


def test_what_is_decided_against_is_never_counted(house: House) -> None:
    close(house)
    paper(house, date(2026, 2, 3))
    what = (house.partnership, house.pad.id, date(2026, 2, 3), False, "Dubbelt")
    do(house, actions.decide, *what, role=Role.HEAD, today=False, until=NOW)
    assert total() == 0
    assert len(told("tally.refuse")) == 1


def test_a_reopened_period_counts_again_and_can_be_closed_anew(house: House) -> None:
    closed = close(house)
    with pytest.raises(ValidationError):
        do(house, actions.reopen_period, closed, " ", role=Role.HEAD, today=False)
    for _ in range(2):
        do(house, actions.reopen_period, closed, "Fel siffra", role=Role.HEAD, today=False)
    assert len(told("tally.reopen")) == 1
    assert paper(house, date(2026, 2, 3))[0].state == "counted"
    assert close(house).pk != closed.pk


def test_only_days_that_are_over_and_open_are_closed(house: House) -> None:
    with pytest.raises(ValidationError, match="har varit"):
        close(house, DateRange.through(YESTERDAY, TODAY))
    close(house)
    with pytest.raises(ValidationError, match="redan stängda"):
        close(house, DateRange(date(2026, 2, 28), date(2026, 3, 2)))


def test_who_counts_does_not_close_and_who_answers_does_not_count(house: House) -> None:
    with pytest.raises(PermissionDenied):
        close(house, role=Role.STAFF)
    with pytest.raises(PermissionDenied):
        paper(house, role=Role.CONTROLLER)
    with house.cast.as_(house.cast.municipality, Role.HEAD) as by, pytest.raises(ValidationError):
        actions.close_period(house.partnership, house.pad.id, MONTH, by=by, now=NOW, today=TODAY)


def test_a_day_is_said_of_once_and_can_be_unsaid(house: House) -> None:
    where = (house.partnership, house.pad.id, TODAY)
    with pytest.raises(ValidationError):
        do(house, actions.mark_day, *where, "cancelled", "")
    for _ in range(2):
        made = do(house, actions.mark_day, *where, "cancelled", "Strömavbrott")
    assert len(told("tally.cancel")) == 1
    held = do(house, actions.mark_day, *where, "held", "")
    assert held.pk == made.pk
    do(house, actions.unmark_day, held, today=False)
    with acting_as_job(Job.SEED):
        assert not HeldDay.objects.exists()


def test_closed_days_are_written_once_and_taken_back(house: House) -> None:
    days = DateRange(date(2026, 7, 6), date(2026, 7, 27))
    for _ in range(2):
        made = do(house, actions.close_days, house.partnership, house.pad.id, days, "Sommarstängt")
    assert len(told("tally.shut")) == 1
    do(house, actions.open_days, made, today=False)
    with acting_as_job(Job.SEED):
        assert not Closure.objects.exists()


def test_what_came_just_after_midnight_came_on_the_day_that_the_clock_on_the_wall_shows(house: House) -> None:
    close(house)
    with house.cast.as_(house.ours, Role.STAFF) as by:
        actions.write_paper(
            house.partnership, house.pad.id, MONTH.start, [Line("visit", 2)], "Lappen", made=uuid4(), by=by,
            now=datetime(2026, 3, 1, 23, 30, tzinfo=UTC), today=TODAY,
        )  # fmt: skip
        (pile,) = piles(by, house.partnership.pk, house.pad.id)
    assert (pile.first_came, pile.last_came) == (date(2026, 3, 2), date(2026, 3, 2))
