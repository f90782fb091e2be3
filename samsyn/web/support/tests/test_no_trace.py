"""Counting through the site leaves one row in one table and nothing elsewhere: not who, not when, not from where."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.core import mail
from django.db import connections
from django.test import Client
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.history import acts
from samsyn.web.support.tests.conftest import TODAY, Table, set_up

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)

SESSION = "django_session"
OURS = "support_supportcontact"


@pytest.fixture
def table(transactional_db: None, settings: Settings) -> Table:
    settings.SAMSYN_TODAY = TODAY
    return set_up(lay_the_table())


@pytest.fixture
def staff(table: Table) -> Client:
    """Signed in, and has looked at the page: what that leaves is there already."""
    client = table.client()
    assert client.get(table.at()).status_code == 200
    return client


def every_row() -> dict[str, list[Any]]:
    """Of every table there is, walled or not, as the role that sees them all."""
    with connections["retention"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        found = {}
        for (name,) in cursor.fetchall():
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{name}" t ORDER BY 1')
            found[name] = [text for (text,) in cursor.fetchall()]
    return found


def test_a_count_and_its_undoing_touch_one_table(table: Table, staff: Client) -> None:
    before = every_row()
    said = table.pressed(children="1", concern="talk_held")
    assert staff.post(table.at("count/"), said).status_code == 200
    after = every_row()
    assert {name for name in after if after[name] != before[name]} == {OURS}
    assert len(after[OURS]) == len(before[OURS]) + 1
    staff.post(table.at("undo/"), {"contact": said["contact"]})
    assert every_row() == before


def test_the_row_does_not_know_who_counted(table: Table, staff: Client) -> None:
    staff.post(table.at("count/"), table.pressed())
    (row,) = every_row()[OURS]
    with connections["retention"].cursor() as cursor:
        cursor.execute("SELECT id::text, email, display_name FROM organisations_person")
        for value in [each for person in cursor.fetchall() for each in person]:
            assert value not in row


def test_the_session_is_not_written_either(table: Table, staff: Client) -> None:
    """Its row has the person; an id in it would say who took which call."""
    before = every_row()[SESSION]
    said = table.pressed()
    answer = staff.post(table.at("count/"), said)
    assert every_row()[SESSION] == before
    assert str(said["contact"]) not in str(answer.cookies)


def test_the_id_stands_in_the_page_that_follows_and_in_no_address(table: Table, staff: Client) -> None:
    said = table.pressed()
    answer = staff.post(table.at("count/"), said)
    assert answer.status_code == 200
    assert answer.content.decode().count(str(said["contact"])) == 1
    assert str(said["contact"]) not in str(answer.headers)
    assert str(said["contact"]) not in staff.get(table.at()).content.decode()


def test_nothing_is_logged_and_no_letter_is_written(
    table: Table, staff: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        staff.post(table.at("count/"), table.pressed())
        staff.get(table.at("figures/"))
        staff.post(table.at("undo/"), {"contact": table.pressed()["contact"]})
    assert not caplog.records
    assert not mail.outbox


def test_the_history_has_no_sentence_for_it() -> None:
    assert not [name for name in acts.known() if name.startswith("support")]
