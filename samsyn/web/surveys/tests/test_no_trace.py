"""Answering through the site leaves rows in three tables and nothing elsewhere: not who, not when, not from where."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.core import mail
from django.db import connection, connections
from django.test import Client
from pytest_django import Settings

from samsyn.web.access.fixtures import lay_the_table
from samsyn.web.project.logs import UNTOLD
from samsyn.web.surveys import door_urls
from samsyn.web.surveys.jobs import mix_the_answers
from samsyn.web.surveys.models import Answer, FreeText, Round, Sheet
from samsyn.web.surveys.tests.asking import TODAY, House, a_house

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)

OURS = {"surveys_sheet", "surveys_answer", "surveys_freetext"}
MANY = 16
FROM_US = {"origin": "http://testserver"}


@pytest.fixture
def asking(transactional_db: None, settings: Settings) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(lay_the_table())


@pytest.fixture
def of(asking: House) -> Round:
    return asking.open()


def every_row() -> dict[str, list[Any]]:
    """Of every table there is, walled or not, as the role that sees them all."""
    with connections["retention"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        found = {}
        for (name,) in cursor.fetchall():
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{name}" t ORDER BY 1')
            found[name] = [text for (text,) in cursor.fetchall()]
    return found


def answered(asking: House, of: Round, **said: str) -> None:
    assert Client(headers=FROM_US).post(f"/answer/{of.code}/questions/", asking.said(of, **said)).status_code == 302


def test_an_answer_touches_three_tables(asking: House, of: Round, caplog: pytest.LogCaptureFixture) -> None:
    before = every_row()
    with caplog.at_level(logging.INFO):
        Client(headers=FROM_US).get(f"/answer/{of.code}/")
        answered(asking, of, welcome="4", better="Längre öppet")
    after = every_row()
    assert {name for name in after if after[name] != before[name]} == OURS
    assert not caplog.records
    assert not mail.outbox


def test_no_column_can_hold_who_or_when() -> None:
    """Of own words: who read them, and when, is staff's."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_name = ANY(%s)",
            [sorted(OURS)],
        )
        found = cursor.fetchall()
    timed = {f"{table}.{column}" for table, column, kind in found if "time" in kind or kind == "inet"}
    assert timed == {"surveys_freetext.screened_at"}
    known = {"partnership_id", "organisation_id", "round_id", "sheet_id", "question_id", "screened_by_id", "id"}
    assert {column for _, column, kind in found if kind == "uuid"} == known
    for model in (Sheet, Answer, FreeText):
        assert model._meta.pk.default.__name__ == "new_timeless_id"


def test_an_error_on_these_pages_is_told_without_its_address() -> None:
    assert door_urls.app_name in UNTOLD


def test_after_the_night_neither_order_nor_transaction_tells_one_from_another(asking: House, of: Round) -> None:
    for n in range(MANY):
        answered(asking, of, welcome=str(n % 5 + 1), better="Längre öppet")
    before = {name: rows for name, rows in every_row().items() if name in OURS}
    order, _ = remembered("surveys_sheet")
    mix_the_answers()
    mix_the_answers()
    assert {name: rows for name, rows in every_row().items() if name in OURS} == before
    for table in OURS:
        assert remembered(table)[1] == 1
    assert remembered("surveys_sheet")[0] != order  # by chance the same once in 16! nights


def remembered(table: str) -> tuple[list[Any], int]:
    """The ids in the order in which they lie, and in how many transactions they were written."""
    with connections["retention"].cursor() as cursor:
        cursor.execute(f"SELECT id, xmin::text FROM {table} ORDER BY ctid")
        rows = cursor.fetchall()
    return [each for each, _ in rows], len({xmin for _, xmin in rows})
