"""A database whose tables another version of Samsyn made: said in words before a migration stumbles over it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql

from samsyn.postgres import PostgresTrouble, Server
from samsyn.postgres.passwords import SUPERUSER
from samsyn.postgres.roles import DATABASE

_CAPABILITIES = Path(__file__).resolve().parents[1] / "web"


def strange_migrations(url: str) -> list[str]:
    """Migrations of ours, as `access.0004_plain_refusals`, that ran in the database and are not in this version.

    None for a database that cannot be reached or is new: whoever migrates it says so.
    """
    try:
        with psycopg.connect(url) as connection:
            ran = connection.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    except (psycopg.OperationalError, psycopg.errors.UndefinedTable):
        return []
    ours = [(app, name) for app, name in ran if (_CAPABILITIES / app / "migrations").is_dir()]
    return [f"{app}.{name}" for app, name in ours if not (_CAPABILITIES / app / "migrations" / f"{name}.py").exists()]


def refused(command: str, url: str) -> bool:
    """Whether the tables are another version's; then with a sentence on what to do."""
    strange = strange_migrations(url)
    if strange:
        print(
            f"samsyn {command}: the database was founded by a version of Samsyn that was never released.\n"
            f"  where: {', '.join(strange[:3])}{' …' if strange[3:] else ''}\n"
            "  what to do: start with a new database (another SAMSYN_STATE, or a new one in your PostgreSQL with\n"
            "  `samsyn database-setup`), or go back to the version that founded this one. Nothing has been changed.",
            file=sys.stderr,
        )
    return bool(strange)


def set_aside(server: Server, database: str = DATABASE) -> str | None:
    """Give the demo a new database if the one that is there is strange. The name that the old one is kept under."""
    if not strange_migrations(server.url("samsyn_owner", database)):
        return None
    kept = f"{database}_before_{datetime.now(UTC):%Y%m%d%H%M%S}"
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(database), sql.Identifier(kept))
    with psycopg.connect(server.url(SUPERUSER, "postgres"), autocommit=True) as connection:
        try:
            connection.execute(rename)
        except psycopg.errors.ObjectInUse as error:
            raise PostgresTrouble(
                "The database was founded by another version of Samsyn, and a site still uses it.",
                database,
                "Stop that site, then start the demo again.",
            ) from error
    server.ensure_database(database)
    return kept
