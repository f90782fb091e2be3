"""The oldest PostgreSQL that is promised, Debian 12's 15: migrations as the owner's role, and a backup."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samsyn.cli.contents import differences
from samsyn.cli.dumping import Keeper, contents_of_database, dump_database, restored_copy
from samsyn.postgres import Server
from samsyn.postgres.account import server_account
from samsyn.postgres.binaries import binaries_for
from samsyn.postgres.cluster import ensure_cluster
from samsyn.postgres.passwords import SUPERUSER, read_or_make_passwords
from samsyn.postgres.places import make_socket_folder, prepare_places
from samsyn.postgres.postmaster import start_postmaster, stop_postmaster
from samsyn.postgres.roles import ensure_roles
from samsyn.postgres.tests.worker import open_folder
from tests.database import migrate

OLDEST = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture
def folder() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder


@pytest.mark.slow
@pytest.mark.skipif(not OLDEST.exists(), reason="apt-get install postgresql-15 to try the migrations on it")
def test_every_migration_runs_on_postgresql_15_and_a_backup_comes_back(folder: Path) -> None:
    account = server_account()
    places = prepare_places(folder / "state", account, durable=False)
    passwords = read_or_make_passwords(places.passwords)
    server = Server(OLDEST, places.socket, passwords)
    make_socket_folder(places.socket, account)
    ensure_cluster(places, OLDEST, account, passwords[SUPERUSER], durable=False)
    start_postmaster(places, OLDEST, account, server.url(SUPERUSER, "postgres"), durable=False)
    try:
        ensure_roles(server.url(SUPERUSER, "postgres"), passwords)
        server.ensure_database("samsyn")
        migrate(server, "samsyn")
        with psycopg.connect(server.url("samsyn_app")) as connection:
            version = connection.execute("SHOW server_version").fetchone()
            tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert version is not None
        assert version[0].startswith("15.")
        assert tables is not None
        assert tables[0] > 20
        held = Keeper(server.url(SUPERUSER), "samsyn", binaries_for(account))
        manifest = dump_database(held, folder / "dump")
        with restored_copy(held, folder / "dump") as copy:
            assert differences(manifest.contents, contents_of_database(held, copy)) == []
    finally:
        stop_postmaster(places)
        places.socket.rmdir()
