"""One migrated template, a copy of it per test run, put back after each test that commits.

The application's role may not TRUNCATE, and history may not be deleted from, so Django's own way of
cleaning up (flush) cannot work here. `AsItWas` leaves exactly what the migrations left, or the template is copied anew.
"""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from samsyn.postgres import Server
from tests.as_it_was import AsItWas

ROOT = Path(__file__).parent.parent
_ONE_AT_A_TIME = 20_071_104
_KEPT_TEMPLATES = 3
_ALIASES = {"default": "samsyn_app", "owner": "samsyn_owner", "retention": "samsyn_retention"}


@contextmanager
def ready_for_tests(server: Server) -> Iterator[Callable[[], None]]:
    """Point Django's connections at a fresh copy, and drop it afterwards. What it gives puts the copy back."""
    template = _template(server)
    name = f"run_{os.getpid()}"
    _drop_abandoned_runs(server)
    _copy(server, template, name)
    _point_django_at(server, name)
    as_it_was = AsItWas(server.url("postgres", name))

    def put_back(_: Any = None) -> None:
        nonlocal as_it_was
        _close_connections()
        if not as_it_was.put_back():
            _copy(server, template, name)
            as_it_was = AsItWas(server.url("postgres", name))

    from django.test import TransactionTestCase

    original = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]
    TransactionTestCase._fixture_teardown = put_back  # type: ignore[attr-defined]
    try:
        yield put_back
    finally:
        TransactionTestCase._fixture_teardown = original  # type: ignore[attr-defined]
        _close_connections()
        with _superuser(server) as connection:
            _drop(connection, name)


def migrated_database(server: Server, name: str) -> None:
    """A copy of the template under `name`, for a test that wants a database to itself."""
    _copy(server, _template(server), name)


def _template(server: Server) -> str:
    """The database with all migrations run, made anew when a migration or what it imports has changed."""
    name = f"template_{_fingerprint()}"
    with _superuser(server) as connection:
        _lock(connection)
        known = [
            row[0]
            for row in connection.execute(
                "SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%' ORDER BY oid"
            )
        ]
        if name in known:
            return name
        for old in known[: -_KEPT_TEMPLATES + 1]:
            _drop(connection, old)
        making = f"making_{os.getpid()}"
        server.ensure_database(making)
        try:
            migrate(server, making)
            connection.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(name))
            )
        except BaseException:
            _drop(connection, making)
            raise
    return name


def migrate(server: Server, name: str) -> None:
    urls = {
        "DATABASE_URL": server.url("samsyn_owner", name),
        "DATABASE_OWNER_URL": server.url("samsyn_owner", name),
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "django", "migrate", "--skip-checks", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ | urls,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The migrations did not run for the tests:\n{done.stdout}{done.stderr}")


def _fingerprint() -> str:
    """Changes with every migration, every module of ours a migration imports, and every package version."""
    files = {ROOT / "requirements.txt", ROOT / "samsyn/postgres/roles.py"}
    for migration in (ROOT / "samsyn").glob("web/**/migrations/**/*"):
        if migration.suffix not in (".py", ".sql"):
            continue
        files.add(migration)
        for module in re.findall(r"^(?:from|import) (samsyn[\w.]+)", migration.read_text(), re.M):
            path = ROOT / module.replace(".", "/")
            files |= {path.with_suffix(".py")} if path.with_suffix(".py").exists() else set(path.glob("*.py"))
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _copy(server: Server, template: str, name: str) -> None:
    with _superuser(server) as connection:
        _lock(connection)
        _drop(connection, name)
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER samsyn_owner TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        # A copy does not carry the rights of the database itself.
        for statement in (
            "REVOKE ALL ON DATABASE {} FROM PUBLIC",
            "GRANT CONNECT ON DATABASE {} TO samsyn_app, samsyn_retention",
        ):
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _drop_abandoned_runs(server: Server) -> None:
    with _superuser(server) as connection:
        _lock(connection)
        for (name,) in connection.execute("SELECT datname FROM pg_database WHERE datname ~ '^(run|making)_\\d+$'"):
            if not Path(f"/proc/{name.split('_')[1]}").exists():
                _drop(connection, name)


def _point_django_at(server: Server, name: str) -> None:
    import dj_database_url
    from django.db import connections

    for alias in connections:
        parsed = dj_database_url.parse(server.url(_ALIASES[alias], name))
        wanted = {key: parsed[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
        connections[alias].settings_dict.update(wanted)
        connections.settings[alias].update(wanted)  # for connections of further threads


def _close_connections() -> None:
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()


def _superuser(server: Server) -> psycopg.Connection[tuple[Any, ...]]:
    return psycopg.connect(server.url("postgres", "postgres"), autocommit=True)


def _lock(connection: psycopg.Connection[tuple[Any, ...]]) -> None:
    """Copying needs a template without users; held until the connection closes."""
    connection.execute("SELECT pg_advisory_lock(%s)", [_ONE_AT_A_TIME])


def _drop(connection: psycopg.Connection[tuple[Any, ...]], name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
