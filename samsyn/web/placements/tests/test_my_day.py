"""What a supervisor and a case officer find of placements on My day: their doors, and what they must do."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent
from samsyn.web.placements.tests.conftest import Table


def my_day(table: Table, who: Organisation, role: Role) -> str:
    page = table.cast.client(who, role).get(f"/as/{who.slug}/")
    assert page.status_code == 200
    return page.content.decode()


def tasks_of(page: str) -> list[str]:
    found = re.search(r'<ul class="entries agenda tasks">(.*?)</ul>', page, re.DOTALL)
    items = re.findall(r"<li.*?</li>", found[1], re.DOTALL) if found else []
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", each)).strip() for each in items]


def test_each_side_has_its_door_and_no_one_else_has_any(table: Table) -> None:
    home = f"partnerships/{table.partnership.slug}/placements/"
    doors = {
        (table.ours, Role.CASE_OFFICER): "participants/",
        (table.theirs, Role.STAFF): "day/",
        (table.theirs, Role.HEAD): "day/",
        (table.ours, Role.CONTROLLER): None,
        (table.theirs, Role.STEERING): None,
        (table.ours, Role.AUDITOR): None,
        (table.cast.other_association, Role.STAFF): None,
    }
    for (who, role), door in doors.items():
        page = my_day(table, who, role)
        found = re.findall(rf'href="/as/{who.slug}/{home}([^"]*)"', page)
        assert found == ([door] if door else []), (who, role)


def test_the_supervisor_sees_the_steps_of_the_host_when_they_are_due_and_no_name(table: Table, settings: Any) -> None:
    table.start(last=table.later(100))
    settings.SAMSYN_TODAY = table.later(8)
    page = my_day(table, table.theirs, Role.STAFF)
    found = tasks_of(page)
    assert [each for each in found if "Självskattning" in each and "plats 1" in each and "dagen har passerat" in each]
    assert [each for each in found if "Introduktionssamtal" in each and "dags" in each]
    assert not [each for each in found if "Avslutningssamtal" in each]
    assert "Deltagare 1" not in page


def test_what_can_still_be_in_time_comes_before_what_was_due(table: Table, settings: Any) -> None:
    """The answer that is waited for, the steps of the new one by day, then those whose day has passed."""
    table.start(last=table.later(100))
    table.today = settings.SAMSYN_TODAY = table.later(30)
    table.start()
    table.sent()
    found = tasks_of(my_day(table, table.theirs, Role.STAFF))
    assert "1 anvisning väntar på ert svar" in found[0]
    passed = ["dagen har passerat" in each for each in found]
    assert passed == sorted(passed)
    assert set(passed) == {True, False}
    assert "Uppföljningssamtal 1 av 2, plats 1" in found[1]
    assert "Självskattning 1 av 2, plats 2" in found[2]


def test_a_step_that_is_taken_is_no_longer_there(table: Table) -> None:
    placement = table.start()
    before = tasks_of(my_day(table, table.theirs, Role.STAFF))
    table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    after = tasks_of(my_day(table, table.theirs, Role.STAFF))
    assert [each for each in before if each not in after] == [each for each in before if "Introduktion" in each] != []


def test_the_case_officer_sees_what_the_sender_must_see_to_of_the_own_participants(table: Table, settings: Any) -> None:
    with acting_as_job(Job.SEED):
        officer = table.cast.person(table.ours, Role.CASE_OFFICER)
        head = table.cast.person(table.ours, Role.HEAD)
    mine = table.participant(case_officer=officer)
    table.start(table.accepted(mine))
    table.start(table.accepted(table.participant(case_officer=head)))
    settings.SAMSYN_TODAY = date(2025, 6, 2)
    found = tasks_of(my_day(table, table.ours, Role.CASE_OFFICER))
    assert [each for each in found if "nästa steg" in each]
    assert not [each for each in found if "Introduktion" in each], "that is the host's"
    assert not [each for each in found if "plats 2" in each], "that participant is another officer's"


def test_who_reads_no_individuals_sees_no_task(table: Table) -> None:
    table.start()
    for who, role in ((table.ours, Role.CONTROLLER), (table.theirs, Role.STEERING), (table.ours, Role.AUDITOR)):
        assert tasks_of(my_day(table, who, role)) == []
    assert tasks_of(my_day(table, table.cast.other_association, Role.STAFF)) == []


def test_what_waits_for_an_answer_is_there_until_it_is_answered(table: Table) -> None:
    for _ in range(2):
        table.sent()
    placement = table.start()
    table.do(table.ours, actions.propose_extension, placement, date(2025, 8, 1), consulted_on=table.today)
    found = tasks_of(my_day(table, table.theirs, Role.STAFF))
    assert [each for each in found if "2 anvisningar väntar på ert svar" in each]
    assert [each for each in found if "En förlängning väntar på ert svar" in each]
    ours = tasks_of(my_day(table, table.ours, Role.CASE_OFFICER))
    assert not [each for each in ours if "väntar på ert svar" in each]


def test_after_a_withdrawal_the_sender_s_day_tells_nothing_of_the_host_s_steps(table: Table, settings: Any) -> None:
    placement = table.start()
    with acting_as_job(Job.SEED):
        consent = Consent.objects.get()
    table.do(table.ours, actions.withdraw_consent, consent)
    settings.SAMSYN_TODAY = table.later(60)
    before = tasks_of(my_day(table, table.ours, Role.CASE_OFFICER))
    assert before
    table.do(table.theirs, actions.do_step, placement, "uppfoljningssamtal", 1, done_on=table.today)
    assert tasks_of(my_day(table, table.ours, Role.CASE_OFFICER)) == before


def test_a_placement_that_nobody_has_closed_is_the_host_s_to_close(table: Table, settings: Any) -> None:
    table.start(last=table.later(5))
    settings.SAMSYN_TODAY = table.later(6)
    found = tasks_of(my_day(table, table.theirs, Role.STAFF))
    assert [each for each in found if "Avsluta placeringen, plats 1" in each]


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_twelve_placements_ask_the_database_as_often_as_one(table: Table, side: str) -> None:
    who = getattr(table, side)
    browser = table.cast.client(who, Role.CASE_OFFICER if side == "ours" else Role.STAFF)
    table.start()
    one = asked(browser, f"/as/{who.slug}/")
    for _ in range(11):
        table.start()
    assert len(asked(browser, f"/as/{who.slug}/")) == len(one)
