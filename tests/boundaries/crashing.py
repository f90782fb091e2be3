"""A PostgreSQL of one's own that can be killed, and comes back with what it had."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from samsyn.postgres import Server, running_server
from samsyn.postgres.account import server_account
from samsyn.postgres.tests.worker import home_of, postmaster_of
from tests import database


@pytest.fixture
def schema(postgres: Server) -> Iterator[str]:
    """The migrated tables as SQL, so that a server of one's own has them in a second."""
    name = f"run_crash_{os.getpid()}"
    database.migrated_database(postgres, name)
    dump: list[str | Path] = [
        postgres.binaries / "pg_dump",
        "--schema-only",
        "--dbname",
        postgres.url("postgres", name),
    ]
    yield subprocess.run(dump, capture_output=True, text=True, check=True).stdout
    with psycopg.connect(postgres.url("postgres", "postgres"), autocommit=True) as superuser:
        superuser.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def own_server(folder: Path, schema: str) -> Iterator[Server]:
    with running_server(folder) as server:
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            if connection.execute("SELECT to_regclass('beds_segment')").fetchone() == (None,):
                psql = ["psql", "--quiet", "--dbname", server.url("postgres"), "--set", "ON_ERROR_STOP=0"]
                psql[0] = str(server.binaries / "psql")
                subprocess.run(psql, input=schema, capture_output=True, text=True, check=True)
        yield server


def kill_the_server(folder: Path) -> None:
    postmaster = postmaster_of(home_of(folder, server_account().uid))
    assert postmaster is not None
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for pid in (postmaster, *map(int, children)):
        os.kill(pid, signal.SIGKILL)
