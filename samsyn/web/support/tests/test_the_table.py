"""What the table is able to hold. A column that could hold an identity, an instant or an origin fails the build."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid1, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.project.ids import new_id
from samsyn.web.support.models import SupportContact

pytestmark = pytest.mark.django_db

TABLE = "support_supportcontact"
HOLDS = {
    "id": "uuid",
    "partnership_id": "uuid",
    "organisation_id": "uuid",
    "day": "date",
    "channel": "character varying",
    "kind": "character varying",
    "first_or_returning": "character varying",
    "children": "smallint",
    "concern": "character varying",
}
"""All of it. A new column here is a decision about women who were promised that nobody would know."""
CLOSED = {
    "channel": {"phone", "chat", "mail", "visit"},
    "first_or_returning": {"", "first", "returning"},
    "concern": {"", "reported", "mother_applies", "talk_held"},
}


def asked(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def row(cast: Cast, **other: Any) -> dict[str, Any]:
    said = {"id": uuid4(), "day": TODAY, "channel": "phone", "kind": "stodsamtal"}
    return {"partnership": cast.partnership, "organisation": cast.association, **said, **other}


def is_refused(cast: Cast, **other: Any) -> bool:
    try:
        with acting_as_job(Job.SEED), transaction.atomic():
            SupportContact.objects.create(**row(cast, **other))
    except DatabaseError:
        return True
    return False


def test_it_has_these_columns_and_no_others() -> None:
    found = asked("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", TABLE)
    assert dict(found) == HOLDS


def test_no_other_table_of_the_capability_can_hold_the_rest() -> None:
    found = asked("SELECT tablename FROM pg_tables WHERE tablename LIKE %s", r"support\_%")
    assert found == [(TABLE,)]


def test_it_points_at_a_partnership_and_an_organisation_and_at_nobody() -> None:
    pointed = asked(
        "SELECT confrelid::regclass::text FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'", TABLE
    )
    assert sorted(pointed) == [("organisations_organisation",), ("partnerships_partnership",)]


def test_nothing_points_at_it() -> None:
    assert not asked("SELECT conname FROM pg_constraint WHERE confrelid = %s::regclass", TABLE)


def test_no_index_orders_it_by_day_and_no_trigger_copies_a_row_elsewhere() -> None:
    indexes = asked("SELECT indexdef FROM pg_indexes WHERE tablename = %s", TABLE)
    assert not [each for (each,) in indexes if "day" in each.split("(")[-1]]
    assert not asked("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", TABLE)


@pytest.mark.parametrize("column", CLOSED)
def test_a_text_column_holds_one_of_a_few_words(cast: Cast, column: str) -> None:
    for word in CLOSED[column]:
        assert not is_refused(cast, **{column: word}), word
    for text in ("Anna", "070-1740605", "PHONE", " ", "x"):
        assert is_refused(cast, **{column: text}), text


def test_every_text_column_is_closed_or_holds_the_id_of_a_service(cast: Cast) -> None:
    texts = {column for column, kind in HOLDS.items() if kind == "character varying"}
    assert texts == {*CLOSED, "kind"}
    for text in ("Anna Andersson", "anna@mejl.example", "0701740605", "850709-9805", "Å", "a\n", "", "x" * 41, "a--b"):
        assert is_refused(cast, kind=text), text
    for kind in ("stodsamtal", "praktiskt-stod", "passed_on"):
        assert not is_refused(cast, kind=kind), kind


def test_children_are_a_number_and_no_year_of_birth(cast: Cast) -> None:
    assert not is_refused(cast, children=20)
    for number in (-1, 21, 2015):
        assert is_refused(cast, children=number), number


@pytest.mark.parametrize("make", [new_id, uuid1, lambda: UUID(int=1)])
def test_an_id_that_tells_when_it_was_made_is_refused(cast: Cast, make: Any) -> None:
    assert is_refused(cast, id=make())


def test_an_id_made_by_the_model_tells_nothing(cast: Cast) -> None:
    made = SupportContact().pk
    assert made.version == 4
    assert not is_refused(cast, id=made)


def test_the_day_is_a_civil_date(cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        SupportContact.objects.create(**row(cast))
        (day,) = SupportContact.objects.values_list("day", flat=True)
    assert type(day) is date
