"""A database from before the migrations were laid anew: refused in words, and in the demo put aside."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from samsyn.cli import main
from samsyn.cli.other_version import set_aside, strange_migrations
from samsyn.postgres import PostgresTrouble, Server
from tests.database import migrated_database


@pytest.fixture
def old(postgres: Server) -> Iterator[str]:
    """What an unreleased version left: tables, and a migration that is no more."""
    name = f"old_{os.getpid()}"
    migrated_database(postgres, name)
    with psycopg.connect(postgres.url("samsyn_owner", name), autocommit=True) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('access', '0004_plain_refusals', now())"
        )
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('elsewhere', '0009_of_theirs', now())"
        )
    yield name
    with psycopg.connect(postgres.url("postgres", "postgres"), autocommit=True) as connection:
        for (found,) in connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}%"]):
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(str(found))))


def test_only_migrations_of_ours_that_are_gone_are_strange(postgres: Server, old: str) -> None:
    assert strange_migrations(postgres.url("samsyn_app", old)) == ["access.0004_plain_refusals"]


def test_a_database_without_tables_is_not_strange(postgres: Server) -> None:
    assert strange_migrations(postgres.url("samsyn_app", "samsyn")) == []


@pytest.mark.parametrize("command", ["migrate", "serve"])
def test_it_is_neither_migrated_nor_served_and_one_is_told_what_to_do(
    postgres: Server, old: str, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres.url("samsyn_app", old))
    monkeypatch.setenv("DATABASE_OWNER_URL", postgres.url("samsyn_owner", old))
    port = ["--port", "8391"] if command == "serve" else []
    assert main([command, *port]) == 1
    said = capsys.readouterr().err
    assert f"samsyn {command}" in said
    assert "access.0004_plain_refusals" in said
    assert "what to do" in said


def test_the_demo_puts_it_aside_and_begins_with_an_empty_one(postgres: Server, old: str) -> None:
    kept = set_aside(postgres, old)
    assert kept
    with psycopg.connect(postgres.url("samsyn_app", kept)) as connection:
        assert connection.execute("SELECT count(*) FROM organisations_organisation").fetchone() == (0,)
    with psycopg.connect(postgres.url("samsyn_owner", old)) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
    assert set_aside(postgres, old) is None


def test_while_a_site_uses_it_the_demo_says_so(postgres: Server, old: str) -> None:
    with (
        psycopg.connect(postgres.url("samsyn_app", old)),
        pytest.raises(PostgresTrouble, match="still uses it"),
    ):
        set_aside(postgres, old)
