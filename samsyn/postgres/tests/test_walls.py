"""Who gets in: over the socket, with a password, as a role that can do its own work and nothing more."""

import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import psycopg
import pytest

from samsyn.postgres import Server, running_server
from samsyn.postgres.account import server_account
from samsyn.postgres.passwords import ROLES
from samsyn.postgres.roles import setup_script
from samsyn.postgres.tests.worker import home_of, open_folder

OURS = ("samsyn_owner", "samsyn_app", "samsyn_retention")


@pytest.fixture(scope="module")
def state() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder / "state"


@pytest.fixture(scope="module")
def server(state: Path) -> Iterator[Server]:
    with running_server(state, durable=False) as server:
        yield server


def _ask(server: Server, role: str, question: str) -> object:
    with psycopg.connect(server.url(role), autocommit=True) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


@pytest.mark.parametrize("role", ROLES)
def test_a_wrong_password_is_refused_for_every_role(server: Server, role: str) -> None:
    wrong = server.url(role).replace(urlsplit(server.url(role)).password or "", "wrong")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_every_way_in_asks_for_a_scram_password(server: Server) -> None:
    asked = _ask(server, "postgres", "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules")
    stored = _ask(server, "postgres", "SELECT bool_and(rolpassword LIKE 'SCRAM-SHA-256$%') FROM pg_authid "
                  "WHERE rolpassword IS NOT NULL")  # fmt: skip
    assert (asked, stored) == ("scram-sha-256", True)


def test_no_port_is_opened(server: Server) -> None:
    assert _ask(server, "samsyn_app", "SHOW listen_addresses") == ""


def test_only_the_servers_account_enters_the_socket_folder(server: Server) -> None:
    found = server.socket.stat()
    assert (found.st_uid, stat.S_IMODE(found.st_mode)) == (server_account().uid, 0o700)
    assert len(str(server.socket / ".s.PGSQL.5432.lock")) <= 107


def test_passwords_are_closed_to_others_and_not_shown_in_messages(server: Server, state: Path) -> None:
    file = home_of(state, server_account().uid, durable=False) / "passwords.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not any(password in repr(server) for password in server.passwords.values())


@pytest.mark.parametrize("role", OURS)
def test_no_role_of_ours_walks_past_row_level_security(server: Server, role: str) -> None:
    traits = "rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication"
    assert _ask(server, role, f"SELECT {traits} FROM pg_roles WHERE rolname = current_user") is False


def test_the_owner_makes_tables_and_the_application_can_only_use_them(server: Server) -> None:
    with psycopg.connect(server.url("samsyn_owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE used (id int GENERATED ALWAYS AS IDENTITY, word text)")
    with psycopg.connect(server.url("samsyn_app"), autocommit=True) as connection:
        connection.execute("INSERT INTO used (word) VALUES ('hej')")
        assert connection.execute("SELECT word FROM used").fetchone() == ("hej",)
        for forbidden in ("TRUNCATE used", "DROP TABLE used", "CREATE TABLE other ()"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(forbidden)


def test_exclusion_constraints_and_spelling_have_their_extensions(server: Server) -> None:
    for name in ("btree_gist", "pg_trgm"):
        assert _ask(server, "samsyn_owner", f"SELECT extname FROM pg_extension WHERE extname = '{name}'")


def test_text_is_utf8_and_swedish_letters_fold(server: Server) -> None:
    assert _ask(server, "samsyn_app", "SHOW server_encoding") == "UTF8"
    assert _ask(server, "samsyn_app", "SELECT lower('ÅÄÖ') = 'åäö' AND 'räksmörgås' ILIKE 'RÄK%'") is True


def test_what_is_much_to_read_is_read_by_several_at_once(server: Server) -> None:
    """A parallel worker sets each setting anew, and fails where one was written so that only the start reads it."""
    with psycopg.connect(server.url("samsyn_app")) as connection:
        connection.execute("SET debug_parallel_query = on")
        assert connection.execute("SELECT count(*) > 0 FROM pg_class").fetchone() == (True,)
        assert connection.execute("SHOW default_text_search_config").fetchone() == ("pg_catalog.swedish",)


def test_the_address_means_the_same_to_django(server: Server) -> None:
    parsed = dj_database_url.parse(server.url("samsyn_app"))
    assert (parsed["USER"], parsed["NAME"], parsed["HOST"]) == ("samsyn_app", "samsyn", str(server.socket))
    assert parsed["PASSWORD"] == server.passwords["samsyn_app"]


def test_what_an_administrator_would_run_makes_the_same_roles_and_rights(server: Server) -> None:
    """The printed script, without its psql command and its roles, runs as it stands on a fresh database."""
    lines = [line for line in setup_script("copied").splitlines() if not line.startswith(("--", "\\", "CREATE ROLE"))]
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(lines[0].encode())
    with psycopg.connect(server.url("postgres", "copied"), autocommit=True) as connection:
        for line in lines[1:]:
            connection.execute(line.encode())
    with psycopg.connect(server.url("samsyn_owner", "copied"), autocommit=True) as connection:
        connection.execute("CREATE TABLE noted (word text)")
    with psycopg.connect(server.url("samsyn_app", "copied")) as connection:
        connection.execute("SELECT word FROM noted")


def test_the_log_does_not_repeat_what_a_failed_statement_contained(server: Server, state: Path) -> None:
    with psycopg.connect(server.url("samsyn_owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE person (name text PRIMARY KEY)")
        for _ in range(2):
            try:
                connection.execute("INSERT INTO person VALUES ('Skyddad Uppgift')")
            except psycopg.errors.UniqueViolation:
                break
        else:
            pytest.fail("the second row should have been refused")
    log = (home_of(state, server_account().uid, durable=False) / "postgres.log").read_text()
    assert "duplicate key" in log
    assert "Skyddad" not in log
