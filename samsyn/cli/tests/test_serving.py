"""Ports, states and generated files: what the commands decide before anything is served."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from samsyn.cli import docs, installation, main
from samsyn.cli.site import free_port
from samsyn.postgres import PostgresTrouble


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_is_passed_over_unless_it_was_asked_for(taken: int) -> None:
    assert free_port("127.0.0.1", taken, taken) is None
    found = free_port("127.0.0.1", None, taken)
    assert found is not None
    assert taken < found < taken + 50


def test_serving_on_a_taken_port_is_refused_before_the_database_starts(
    taken: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAMSYN_STATE", str(tmp_path / "state"))
    assert main(["serve", "--port", str(taken)]) == 1
    assert "--port" in capsys.readouterr().err
    assert not (tmp_path / "state").exists()


def test_the_state_lies_where_it_was_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSYN_STATE", str(tmp_path / "here"))
    assert installation.state_folder() == tmp_path / "here"


def test_each_account_has_a_state_of_its_own_in_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMSYN_STATE", raising=False)
    monkeypatch.setattr(installation, "CHECKOUT", tmp_path)
    assert installation.state_folder() == tmp_path / "var" / f"uid-{os.geteuid()}"


def test_a_checkout_that_cannot_be_written_sends_the_state_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMSYN_STATE", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert installation.state_folder().is_relative_to(tmp_path / "samsyn")


def test_a_state_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SAMSYN_STATE", str(tmp_path / "file"))
    with pytest.raises(PostgresTrouble, match="SAMSYN_STATE"):
        installation.state_folder()


def test_a_stale_generated_file_is_found_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(docs, "CHECKOUT", tmp_path)
    monkeypatch.setattr(docs, "GENERATED", {"made/today.md": "posixpath:basename"})
    monkeypatch.setattr(docs, "resolve", lambda name: lambda: "as the code says\n")
    assert main(["docs", "--check"]) == 1
    assert "made/today.md" in capsys.readouterr().out
    assert not (tmp_path / "made").exists()
    assert main(["docs"]) == 0
    assert main(["docs", "--check"]) == 0


def test_without_the_owners_address_migrating_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://samsyn_app@localhost/samsyn")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    assert main(["migrate"]) == 1
    assert "DATABASE_OWNER_URL" in capsys.readouterr().err
