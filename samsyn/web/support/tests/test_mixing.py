"""What PostgreSQL itself remembers of a row: its order and its transaction. In the morning it tells the night only."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connections

from samsyn.web.access.fixtures import TODAY, Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.support.jobs import mix_the_rows
from samsyn.web.support.models import SupportContact

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)

MANY = 24


@pytest.fixture
def table(transactional_db: None) -> Cast:
    return lay_the_table()


def counted(cast: Cast) -> list[Any]:
    """In turn, each in a transaction of its own."""
    made = []
    for _ in range(MANY):
        with acting_as_job(Job.SEED):
            made.append(
                SupportContact.objects.create(
                    id=uuid4(), partnership=cast.partnership, organisation=cast.association, day=TODAY, channel="phone",
                    kind="stodsamtal",
                ).pk
            )  # fmt: skip
    return made


def remembered() -> tuple[list[Any], int]:
    """The ids in the order in which they lie, and in how many transactions they were written."""
    with connections["retention"].cursor() as cursor:
        cursor.execute("SELECT id, xmin::text FROM support_supportcontact ORDER BY ctid")
        rows = cursor.fetchall()
    return [each for each, _ in rows], len({xmin for _, xmin in rows})


def test_after_the_night_neither_order_nor_transaction_tells_one_call_from_another(table: Cast) -> None:
    made = counted(table)
    assert remembered() == (made, MANY)
    mix_the_rows()
    order, transactions = remembered()
    assert transactions == 1
    assert sorted(order) == sorted(made)
    assert order != made  # by chance the same once in 24! nights


def test_mixed_twice_nothing_is_lost(table: Cast) -> None:
    made = counted(table)
    mix_the_rows()
    mix_the_rows()
    assert sorted(remembered()[0]) == sorted(made)
