"""Several processes, one server: nobody corrupts it, and the last one out turns off the light."""

from pathlib import Path

import psycopg
import pytest

from samsyn.postgres import running_server
from samsyn.postgres.account import server_account
from samsyn.postgres.tests.worker import begin, home_of, postmaster_of, working

UID = server_account().uid


def test_two_first_starts_at_once_share_one_server(state: Path) -> None:
    first, second = begin(state), begin(state)
    assert (first.hear(), second.hear()) == ("ready", "ready")
    first.tell("write 1")
    assert second.tell("read") == "[1]"
    assert first.stop() == 0
    assert second.tell("write 2") == "written"
    assert second.stop() == 0
    assert postmaster_of(home_of(state, UID)) is None


def test_the_server_stays_until_its_last_user_has_gone(state: Path) -> None:
    with working(state, durable=False) as second:
        with working(state, durable=False):
            running = postmaster_of(home_of(state, UID, durable=False))
        assert postmaster_of(home_of(state, UID, durable=False)) == running
        assert second.tell("write 5") == "written"


def test_nothing_is_left_in_the_folder_for_sockets(state: Path) -> None:
    with running_server(state, durable=False) as server:
        assert server.socket.is_dir()
    assert not server.socket.exists()


def test_throwaway_data_and_kept_data_never_share_a_folder(state: Path) -> None:
    with working(state) as kept, working(state, durable=False) as thrown:
        kept.tell("write 1")
        assert thrown.tell("read") == "[]"


@pytest.mark.parametrize("durable", [True, False])
def test_only_what_is_kept_waits_for_the_disk(state: Path, durable: bool) -> None:
    with running_server(state, durable=durable) as server, psycopg.connect(server.url("samsyn_app")) as connection:
        row = connection.execute("SHOW fsync").fetchone()
    assert row == ("on" if durable else "off",)
