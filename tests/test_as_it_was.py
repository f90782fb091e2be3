"""What a test commits no other finds: rows and sequences are put back, and a changed structure is not passed over."""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest

from samsyn.postgres import Server
from tests.as_it_was import AsItWas
from tests.database import migrated_database

HELD = "SELECT array_agg(m ORDER BY id) FROM django_migrations m"


@pytest.fixture(scope="module")
def address(postgres: Server) -> Iterator[str]:
    name = f"as_it_was_{os.getpid()}"
    migrated_database(postgres, name)
    yield postgres.url("postgres", name)
    with psycopg.connect(postgres.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def test_what_was_added_changed_and_removed_is_as_it_was(address: str) -> None:
    before = AsItWas(address)
    with psycopg.connect(address, autocommit=True) as connection:
        held = connection.execute(HELD).fetchone()
        connection.execute("UPDATE django_migrations SET app = 'x' WHERE id = (SELECT min(id) FROM django_migrations)")
        connection.execute("DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations)")
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('y', 'z', now())")
        connection.execute("INSERT INTO django_session VALUES ('key', 'data', now())")
    assert before.put_back()
    with psycopg.connect(address, autocommit=True) as connection:
        assert connection.execute(HELD).fetchone() == held
        assert connection.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
        made = "INSERT INTO django_migrations (app, name, applied) VALUES ('y', 'z', now()) RETURNING id"
        last = connection.execute("SELECT max(id) + 1 FROM django_migrations").fetchone()
        assert connection.execute(made).fetchone() == last
    assert before.put_back()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE left_behind ()",
        "ALTER TABLE tallies_event DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE tallies_event DISABLE TRIGGER USER",
        "GRANT TRUNCATE ON tallies_event TO samsyn_app",
        "ALTER FUNCTION tallies_take SECURITY DEFINER",
    ],
)
def test_a_structure_that_was_touched_is_not_put_back_row_by_row(address: str, statement: str) -> None:
    before = AsItWas(address)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
    assert not before.put_back()
