"""Who has chosen one letter a day or a week gets one, with everything in it, and nothing is lost when they change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.organisations.models import Person
from samsyn.web.organisations.roles import Role
from samsyn.web.privacy.actions import purge
from samsyn.web.reminders.actions import choose, make_digests
from samsyn.web.reminders.models import Letter, Wish
from samsyn.web.reminders.presenters.body import body_of
from samsyn.web.reminders.tests.laying import MONDAY, NOW, Table, letters, wish, write_letter

DAY = timedelta(days=1)


def waiting(table: Table, *abouts: str, made_at: datetime = NOW) -> list[Letter]:
    """Letters as `tell` writes them."""
    body = [
        body_of(f"Sak {about}.", "partnerships/", organisation=table.cast.municipality, sent_to=[], partnership=None)
        for about in abouts
    ]
    return [
        write_letter(table.ours, table.cast.municipality, about, body=text, waits=True, made_at=made_at)
        for about, text in zip(abouts, body, strict=True)
    ]


def chooses(table: Table, how: str) -> None:
    with table.cast.as_(table.cast.municipality, Role.HEAD) as viewer:
        choose(Wish.How(how), by=viewer, now=NOW)


def test_a_digest_holds_all_that_waits_and_says_once_how_to_choose(table: Table) -> None:
    wish(table.ours, table.cast.municipality, "daily")
    held = waiting(table, "1", "2")
    assert make_digests(now=NOW, today=MONDAY) == 1
    (digest,) = letters(kind="digest")
    assert "Samsyn har samlat 2 saker åt dig." in digest.body
    assert digest.body.index("Sak 1.") < digest.body.index("Sak 2.")
    assert digest.body.count("Här väljer du hur") == 1
    assert {each.taken_up_by_id for each in letters(pk__in=[each.pk for each in held])} == {digest.pk}
    assert not digest.waits


def test_made_twice_there_is_one_and_what_came_later_waits_for_tomorrow(table: Table) -> None:
    wish(table.ours, table.cast.municipality, "daily")
    waiting(table, "1")
    assert [make_digests(now=NOW, today=MONDAY), make_digests(now=NOW, today=MONDAY)] == [1, 0]
    waiting(table, "2")
    assert make_digests(now=NOW, today=MONDAY) == 0
    assert make_digests(now=NOW, today=MONDAY + DAY) == 1


def test_nothing_waiting_no_digest(table: Table) -> None:
    wish(table.ours, table.cast.municipality, "daily")
    assert make_digests(now=NOW, today=MONDAY) == 0


def test_weekly_means_mondays_and_the_monday_begins_at_midnight_in_sweden(table: Table) -> None:
    """Written 23:30 UTC on the Sunday, it is Monday in Sweden: it waits until the next one."""
    wish(table.ours, table.cast.municipality, "weekly")
    waiting(table, "1", made_at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert make_digests(now=NOW, today=MONDAY + DAY) == 0
    assert make_digests(now=NOW, today=MONDAY + 7 * DAY) == 1


def test_a_missed_monday_is_made_up_for_on_the_tuesday(table: Table) -> None:
    wish(table.ours, table.cast.municipality, "weekly")
    waiting(table, "1", made_at=datetime(2026, 3, 1, 12, 0, tzinfo=UTC))
    assert make_digests(now=NOW, today=MONDAY + DAY) == 1


def test_invented_people_have_their_digests_in_samsyn(table: Table) -> None:
    with acting_as_job(Job.SEED):
        Person.objects.filter(pk=table.ours.pk).update(is_demo=True)
    wish(table.ours, table.cast.municipality, "daily")
    waiting(table, "1")
    make_digests(now=NOW, today=MONDAY)
    assert letters(kind="digest")[0].only_here


@pytest.mark.parametrize(("how", "only_here"), [("single", False), ("none", True)])
def test_what_waits_is_let_go_when_one_chooses_otherwise(table: Table, how: str, only_here: bool) -> None:
    wish(table.ours, table.cast.municipality, "weekly")
    waiting(table, "1")
    chooses(table, how)
    (letter,) = letters()
    assert (letter.waits, letter.only_here) == (False, only_here)


def test_between_daily_and_weekly_it_goes_on_waiting(table: Table) -> None:
    wish(table.ours, table.cast.municipality, "weekly")
    waiting(table, "1")
    chooses(table, "daily")
    assert letters()[0].waits


def test_a_choice_is_one_s_own_in_one_organisation(table: Table) -> None:
    chooses(table, "none")
    with table.cast.as_(table.cast.association, Role.HEAD) as viewer:
        assert not Wish.objects.visible_to(viewer).exists()
        assert not Wish.objects.exists()


def test_chosen_twice_is_chosen_once_and_the_history_does_not_say_what(table: Table) -> None:
    chooses(table, "daily")
    chooses(table, "daily")
    with table.cast.as_(table.cast.municipality, Role.HEAD):
        (act,) = Act.objects.filter(name="reminders.choose")
    assert (act.refers_to, act.shared) == ({}, False)


@pytest.mark.django_db(databases=["default", "retention"], transaction=True)
def test_a_year_later_letters_are_purged_and_the_digest_the_night_after(table: Table) -> None:
    """A digest cannot go before what it holds."""
    wish(table.ours, table.cast.municipality, "daily")
    waiting(table, "1")
    make_digests(now=NOW, today=MONDAY)
    for left in (1, 0):
        purge(NOW + timedelta(days=366))
        assert len(letters()) == left
