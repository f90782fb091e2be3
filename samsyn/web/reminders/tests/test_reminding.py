"""Both sides are reminded of what is near its day: once for each step, in the same words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.reminders import jobs
from samsyn.web.reminders.actions import remind
from samsyn.web.reminders.tests.laying import MONDAY, NOW, Table, change, letters

DAY = timedelta(days=1)


def ring(table: Table, today: date = MONDAY) -> int:
    with acting_as_job(Job.REMIND):
        return remind(table.partnership, table.dossier, by=Job.REMIND, now=NOW, today=today)


def test_both_sides_are_reminded_in_the_same_words(table: Table) -> None:
    assert ring(table) == 2
    ours, theirs = (letters(person=each)[0] for each in (table.ours, table.theirs))
    assert ours.body.replace("/as/kommunen/", "/as/foreningen/") == theirs.body
    assert f"Sista dagen är 2026-03-09 (punkt {table.duty.clause}). Det är 7 dagar dit." in ours.body
    assert f"/partnerships/{table.partnership.slug}/obligations/{table.duty.pk}/" in ours.body
    assert "båda sidor: Föreningen och Socialnämnden" in ours.body


def test_rung_twice_and_the_day_after_nothing_more_is_written(table: Table) -> None:
    assert [ring(table), ring(table), ring(table, MONDAY + DAY)] == [2, 0, 0]
    assert ring(table, MONDAY + 7 * DAY) == 2


def test_a_worker_that_was_away_reminds_of_the_latest_step_once(table: Table) -> None:
    assert ring(table, MONDAY + 3 * DAY) == 2
    assert "Det är 4 dagar dit." in letters()[0].body


def test_an_amended_day_is_a_new_reminder_and_the_old_one_is_not_repeated(table: Table) -> None:
    ring(table)
    change(table.duty, due=MONDAY + 30 * DAY, window_end=MONDAY + 31 * DAY)
    assert ring(table) == 2
    change(table.duty, due=MONDAY + 7 * DAY, window_end=MONDAY + 31 * DAY)
    assert ring(table) == 0


@pytest.mark.parametrize("field", ["met_on", "waived_on", "disputed_on", "fell_away_on"])
def test_nothing_is_said_of_what_is_met_waived_disputed_or_gone(table: Table, field: str) -> None:
    change(table.duty, **{field: MONDAY})
    assert ring(table) == 0


def test_a_day_that_spreads_meetings_is_not_reminded_of(table: Table) -> None:
    change(table.duty, kind="meeting", due_stated=False, window_end=MONDAY + 200 * DAY)
    assert [ring(table, MONDAY + n * DAY) for n in range(-60, 20)] == [0] * 80


def test_only_those_who_answer_for_duties_are_reminded(table: Table) -> None:
    """A controller does; personnel, an auditor and an administrator do not."""
    roles = (Role.CONTROLLER, Role.STAFF, Role.AUDITOR, Role.ADMINISTRATOR)
    people = [table.cast.person(table.cast.association, role) for role in roles]
    ring(table)
    assert [len(letters(person=each)) for each in people] == [1, 0, 0, 0]


def test_who_only_takes_part_sees_no_duties_and_is_not_reminded(table: Table) -> None:
    theirs = table.cast.person(table.cast.other_association, Role.HEAD)
    with acting_as_job(Job.SEED):
        PartnershipParty.objects.create(
            partnership=table.partnership, organisation=table.cast.other_association, key="deltar", kind="participant"
        )
    change(table.duty, owed_to=[table.cast.municipality.pk, table.cast.other_association.pk])
    ring(table)
    assert letters(person=theirs) == []


def test_someone_whose_role_has_ended_is_not_reminded(table: Table) -> None:
    with acting_as_job(Job.SEED):
        Membership.objects.filter(person=table.theirs).update(until=MONDAY)
    ring(table)
    assert letters(person=table.theirs) == []


def test_the_history_counts_letters_for_both_sides_and_names_nobody(table: Table) -> None:
    ring(table)
    ring(table)
    with table.cast.as_(table.cast.association, Role.AUDITOR):
        (act,) = Act.objects.filter(name="reminders.remind")
    assert act.refers_to == {"letters": 2}
    assert act.shared


def test_it_asks_the_database_as_often_for_one_duty_as_for_many(table: Table) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            ring(table)
        return len(captured)

    once = asked()
    with acting_as_job(Job.SEED):
        Obligation.objects.filter(partnership=table.partnership).update(
            fell_away_on=None, met_on=None, disputed_on=None, due=MONDAY + 7 * DAY, due_stated=True
        )
        for number in range(6):
            Membership.objects.create(
                person=Person.objects.create(email=f"{number}@x.example", display_name="N"),
                organisation=table.cast.municipality,
                role=Role.HEAD,
                since=MONDAY,
            )
    assert len(letters()) == 2
    assert asked() == once
    assert len(letters()) > 20


def test_every_partnership_is_reminded_by_itself(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in one is said without values, and the others get their letters."""
    tried = []

    def breaks(partnership: object, *_: object, **__: object) -> int:
        tried.append(partnership)
        raise RuntimeError("hemligt")

    monkeypatch.setattr(jobs, "remind", breaks)
    assert jobs.remind_all(now=NOW, today=MONDAY) == 0
    assert tried == [table.partnership]
    monkeypatch.undo()
    assert jobs.remind_all(now=NOW, today=MONDAY) == 2


def test_the_bell_rings_early_on_the_same_day_in_sweden_also_when_the_clock_is_moved() -> None:
    from datetime import UTC, datetime, time

    from samsyn.web.project.clock import SWEDEN
    from samsyn.web.project.schedule import BELLS

    (cron,) = [bell.cron for bell in BELLS if bell.name == "remind"]
    minute, hour = (int(each) for each in cron.split()[:2])
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25), date(2026, 10, 26), date(2028, 2, 29)):
        there = datetime.combine(day, time(hour, minute), tzinfo=UTC).astimezone(SWEDEN)
        assert there.date() == day
        assert 4 <= there.hour <= 6


def test_a_partnership_with_nothing_near_is_not_opened(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "dossier_of", lambda _: pytest.fail("opened"))
    assert jobs.remind_all(now=NOW, today=MONDAY) == 0
