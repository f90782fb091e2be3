"""Root steps down, others run as themselves, and the two never touch each other's data."""

import os
import pwd
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from samsyn.postgres import PostgresTrouble, running_server
from samsyn.postgres import binaries as binaries_module
from samsyn.postgres import places as places_module
from samsyn.postgres.account import server_account
from samsyn.postgres.binaries import binaries_for, wheel_root
from samsyn.postgres.tests.worker import (
    ORDINARY_UID,
    begin,
    home_of,
    open_folder,
    postmaster_of,
    python_for,
    working,
)

pytestmark = pytest.mark.slow
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can step down")


@as_root
def test_root_and_an_ordinary_account_take_turns_in_one_folder(state: Path) -> None:
    python = python_for(ORDINARY_UID)
    state.mkdir()
    os.chown(state, ORDINARY_UID, ORDINARY_UID)
    with working(state) as by_root:
        by_root.tell("write 1")
    with working(state, uid=ORDINARY_UID, python=python) as by_user:
        assert by_user.tell("read") == "[]"
        by_user.tell("write 2")
    with working(state) as by_root:
        assert by_root.tell("read") == "[1]"
    with working(state, uid=ORDINARY_UID, python=python) as by_user:
        assert by_user.tell("read") == "[2]"


@as_root
def test_no_process_of_the_server_is_roots(state: Path) -> None:
    with working(state, durable=False):
        postmaster = postmaster_of(home_of(state, server_account().uid, durable=False))
        status = Path(f"/proc/{postmaster}/status").read_text()
    uids = next(line.split()[1:] for line in status.splitlines() if line.startswith("Uid:"))
    groups = next(line.split()[1:] for line in status.splitlines() if line.startswith("Groups:"))
    assert set(uids) == {str(server_account().uid)}
    assert groups in ([], [str(server_account().gid)])


@pytest.fixture
def outside() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder


@as_root
def test_a_closed_home_is_no_obstacle(tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checkout, wheel and state under a folder that only root enters: as under /root."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "site-packages").symlink_to(wheel_root())
    monkeypatch.setattr(places_module, "ROOTS_OWN_STATE", outside / "state")
    monkeypatch.setattr(binaries_module, "CACHE", outside / "cache")
    monkeypatch.setattr(binaries_module, "wheel_root", lambda: closed / "site-packages")
    with running_server(closed / "state", durable=False) as server:
        assert server.binaries.is_relative_to(outside / "cache")
        with psycopg.connect(server.url("samsyn_app")) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("samsyn_app",)
    assert binaries_for(server_account()).is_relative_to(outside / "cache")
    assert list((outside / "state").iterdir())


@as_root
def test_a_folder_the_account_may_not_write_is_named_with_a_remedy(state: Path) -> None:
    state.mkdir(mode=0o755)
    refused = begin(state, uid=ORDINARY_UID, python=python_for(ORDINARY_UID))
    said = refused.process.communicate()[1]
    assert refused.process.returncode == 1
    assert "PostgresTrouble: The database's folder cannot be made or written" in said
    assert f"where: {state}" in said
    assert "SAMSYN_STATE" in said


@as_root
@pytest.mark.parametrize(("name", "complaint"), [("no-such-account", "no account"), ("root", "is root")])
def test_an_account_that_cannot_serve_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, complaint: str
) -> None:
    monkeypatch.setenv("SAMSYN_POSTGRES_USER", name)
    with pytest.raises(PostgresTrouble, match=complaint):
        server_account()


@as_root
def test_another_account_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSYN_POSTGRES_USER", "daemon")
    assert server_account().uid == pwd.getpwnam("daemon").pw_uid


@as_root
def test_folders_that_root_makes_in_someones_checkout_belong_to_that_someone(tmp_path: Path) -> None:
    os.chown(tmp_path, ORDINARY_UID, ORDINARY_UID)
    places_module.make_folder(tmp_path / "var" / "one")
    assert {(tmp_path / part).stat().st_uid for part in ("var", "var/one")} == {ORDINARY_UID}
