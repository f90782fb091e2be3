"""What is in the way is named: what, where, what to do."""

import json
import os
import shutil
from pathlib import Path

import pytest

from samsyn.postgres import PostgresTrouble, running_server
from samsyn.postgres.account import server_account
from samsyn.postgres.tests.worker import home_of
from samsyn.postgres.trouble import trouble_from_log


@pytest.fixture
def home(state: Path) -> Path:
    """A cluster that has run once."""
    with running_server(state, durable=False):
        pass
    return home_of(state, server_account().uid, durable=False)


def _trouble(state: Path) -> PostgresTrouble:
    with pytest.raises(PostgresTrouble) as caught, running_server(state, durable=False):
        pass
    return caught.value


def test_a_full_disk_is_named_before_anything_is_written(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil._ntuple_diskusage(10**9, 10**9, 5 * 1024**2)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)
    trouble = _trouble(state)
    assert "5 MB free" in trouble.what
    assert not home_of(state, server_account().uid, durable=False).joinpath("data").exists()


def test_something_else_where_the_socket_folder_belongs_is_not_removed(state: Path, home: Path) -> None:
    with running_server(state, durable=False) as server:
        folder = server.socket
    folder.write_text("mine")
    trouble = _trouble(state)
    assert trouble.where == str(folder)
    assert folder.read_text() == "mine"
    folder.unlink()


def test_a_socket_folder_that_others_may_enter_is_refused(state: Path, home: Path) -> None:
    with running_server(state, durable=False) as server:
        folder = server.socket
    folder.mkdir()
    os.chown(folder, server_account().uid, server_account().gid)
    folder.chmod(0o777)
    assert "others may enter it" in _trouble(state).what


def test_data_of_another_major_version_is_left_alone(state: Path, home: Path) -> None:
    (home / "data" / "PG_VERSION").write_text("17\n")
    trouble = _trouble(state)
    assert "written by PostgreSQL 17" in trouble.what
    assert "backup" in trouble.remedy


def test_a_data_folder_that_is_not_whole_is_left_alone(state: Path, home: Path) -> None:
    (home / "data" / "PG_VERSION").unlink()
    assert "not a whole database" in _trouble(state).what
    assert (home / "data" / "base").is_dir()


def test_a_lost_password_file_is_named(state: Path, home: Path) -> None:
    (home / "passwords.json").unlink()
    trouble = _trouble(state)
    assert "does not accept the password" in trouble.what
    assert trouble.where == str(home / "passwords.json")


@pytest.mark.parametrize("text", ["", "not json", json.dumps({"postgres": "one only"})])
def test_a_damaged_password_file_is_named(state: Path, home: Path, text: str) -> None:
    (home / "passwords.json").write_text(text)
    assert _trouble(state).where == str(home / "passwords.json")


def test_a_broken_settings_file_is_quoted(state: Path, home: Path) -> None:
    with (home / "data" / "postgresql.conf").open("a") as settings:
        settings.write("\nno_such_setting = 1\n")
    assert "no_such_setting" in _trouble(state).what


def test_a_state_folder_that_is_a_file_is_named(state: Path) -> None:
    state.write_text("")
    trouble = _trouble(state)
    assert trouble.where == str(state)
    assert "SAMSYN_STATE" in trouble.remedy


def test_a_long_runtime_folder_is_not_used_for_the_socket(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", f"{tmp_path}/{'x' * 100}")
    with running_server(state, durable=False) as server:
        assert server.socket.parent == Path("/tmp")


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ('FATAL:  could not write lock file "postmaster.pid": No space left on device', "disk is full"),
        ('FATAL:  could not open file "x": Read-only file system', "read-only"),
        ("FATAL:  could not resize shared memory segment: No space left", "/dev/shm"),
        ("FATAL:  could not map anonymous shared memory: Cannot allocate memory", "memory"),
        ("initdb: could not look up effective user ID 7: user does not exist", "/etc/passwd"),
        ('FATAL:  data directory "x" has wrong ownership', "another account"),
    ],
)
def test_postgresqls_own_words_are_explained_and_quoted(words: str, meaning: str) -> None:
    trouble = trouble_from_log("The database did not start.", Path("/somewhere"), f"LOG:  starting\n{words}\n")
    assert meaning in trouble.what
    assert words in trouble.what
    assert trouble.where == "/somewhere"
