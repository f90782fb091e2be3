"""This installation: where its state lies, which database it uses, and Django settled on both."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samsyn.cli import other_version
from samsyn.postgres import PostgresTrouble, Server, running_server
from samsyn.postgres.places import make_folder
from samsyn.postgres.server import end_by_signal_runs_the_exit

CHECKOUT = Path(__file__).resolve().parents[2]
SETTINGS = "samsyn.web.project.settings"


def state_folder() -> Path:
    """SAMSYN_STATE, else a folder in the checkout's `var`, else one in the account's home.

    Each account has its own: root and another can run the same checkout, one after the other or at once.
    The last choice is for an account that may read the checkout but not write in it.
    """
    named = os.environ.get("SAMSYN_STATE")
    if named:
        folder = Path(named).absolute()
    elif os.access(CHECKOUT / "var" if (CHECKOUT / "var").exists() else CHECKOUT, os.W_OK):
        folder = CHECKOUT / "var" / f"uid-{os.geteuid()}"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
        folder = base / "samsyn" / hashlib.sha256(str(CHECKOUT).encode()).hexdigest()[:12]
    try:
        make_folder(folder)
    except OSError as error:
        raise PostgresTrouble(
            f"The folder for Samsyn's own files cannot be made: {error}.",
            folder,
            "Set SAMSYN_STATE to a folder that this account may write.",
        ) from error
    return folder


@contextmanager
def open_installation() -> Iterator[Server | None]:
    """Put the database's addresses and the state folder into the environment.

    Yields the embedded server, or None when DATABASE_URL names a PostgreSQL of one's own.
    """
    state = state_folder()
    common = {"SAMSYN_STATE": str(state), "DJANGO_SETTINGS_MODULE": SETTINGS}
    if os.environ.get("DATABASE_URL"):
        with _environment(common), end_by_signal_runs_the_exit():
            yield None
        return
    with running_server(state) as server:
        roles = {"DATABASE_URL": "app", "DATABASE_OWNER_URL": "owner", "DATABASE_RETENTION_URL": "retention"}
        with _environment(common | {name: server.url(f"samsyn_{role}") for name, role in roles.items()}):
            yield server


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def migrate_as_owner(*, verbosity: int = 0) -> int:
    """Run the migrations in a process of their own, whose database role owns the tables.

    This process keeps the application's role, which could not change a table if it tried.
    """
    owner = os.environ.get("DATABASE_OWNER_URL")
    if not owner:
        print(
            "DATABASE_URL is set but DATABASE_OWNER_URL is not.\n"
            "  what to do: set DATABASE_OWNER_URL to the same database as the role samsyn_owner;\n"
            "  `samsyn database-setup` prints the SQL that makes the roles.",
            file=sys.stderr,
        )
        return 1
    if other_version.refused("migrate", owner):
        return 1
    command = [sys.executable, "-m", "django", "migrate", "--no-input", f"--verbosity={verbosity}"]
    return subprocess.run(command, cwd=CHECKOUT, env=os.environ | {"DATABASE_URL": owner}, check=False).returncode


def settle_django() -> None:
    import django

    django.setup()


def tables_lag_behind() -> bool:
    """Whether a migration of this version has not been run yet. Ask after `settle_django`."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def bring_up_to_date() -> int:
    """Settle Django and migrate if there is anything to migrate: asking takes a tenth of the time. Exit status."""
    settle_django()
    return migrate_as_owner() if tables_lag_behind() else 0


def close_connections() -> None:
    """What this process asked is answered; the site's workers have connections of their own."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
