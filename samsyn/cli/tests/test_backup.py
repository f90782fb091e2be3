"""A backup is a file that has been restored once; a restore replaces nothing before it has been compared."""

import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from samsyn.cli import backup, main, restore
from samsyn.cli.archive import ArchiveTrouble, read_archive
from samsyn.cli.contents import contents_of, differences
from samsyn.cli.dumping import Keeper
from samsyn.postgres import Server

_numbers = count(1)


@pytest.fixture
def held(postgres: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Keeper]:
    """A database with two rows behind a wall, and a keeper that sees past it."""
    name = f"kept_{next(_numbers)}_{id(tmp_path)}"
    postgres.ensure_database(name)
    with psycopg.connect(postgres.url("samsyn_owner", name), autocommit=True) as connection:
        connection.execute("CREATE TABLE noted (id int PRIMARY KEY, word text)")
        connection.execute("ALTER TABLE noted ENABLE ROW LEVEL SECURITY")
        connection.execute("ALTER TABLE noted FORCE ROW LEVEL SECURITY")
        connection.execute("CREATE POLICY nobody ON noted USING (false) WITH CHECK (true)")
        connection.execute("INSERT INTO noted VALUES (1, 'ett'), (2, NULL)")
    keeper = Keeper(postgres.url("postgres", name), name, postgres.binaries)

    for module in (backup, restore):
        monkeypatch.setattr(module, "keeper", lambda: nullcontext(keeper))
    monkeypatch.setattr(restore, "migrate_as_owner", lambda: 0)
    yield keeper
    with keeper.connect("postgres") as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}%"]).fetchall()
        for (found,) in rows:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(str(found))))


def _run(command: str, file: Path) -> int:
    return main([command, str(file)])


def _words(held: Keeper, database: str | None = None) -> list[object]:
    with held.connect(database or held.database) as connection:
        return [row[1] for row in connection.execute("SELECT id, word FROM noted ORDER BY id")]


def _change(held: Keeper) -> None:
    with held.connect(held.database) as connection:
        connection.execute("UPDATE noted SET word = 'ändrat' WHERE id = 1")


def test_a_restored_database_is_what_was_backed_up_and_what_stood_there_is_kept(
    held: Keeper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("backup", tmp_path / "whole") == 0
    _change(held)
    assert _run("restore", tmp_path / "whole") == 0
    assert _words(held) == ["ett", None]
    kept = capsys.readouterr().out.split("kept in the database ")[1].split(".")[0]
    assert _words(held, kept) == ["ändrat", None]


def test_walls_and_rights_come_back_too(held: Keeper, postgres: Server, tmp_path: Path) -> None:
    _run("backup", tmp_path / "whole")
    _run("restore", tmp_path / "whole")
    with psycopg.connect(postgres.url("samsyn_app", held.database)) as connection:
        assert connection.execute("SELECT count(*) FROM noted").fetchone() == (0,)
        connection.execute("INSERT INTO noted VALUES (3, 'tre')")


def test_a_backup_is_closed_to_others_and_never_overwrites(
    held: Keeper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "whole"
    assert _run("backup", file) == 0
    assert file.stat().st_mode & 0o077 == 0
    before = file.read_bytes()
    assert _run("backup", file) == 1
    assert "is not overwritten" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_cut_short_changes_nothing(
    held: Keeper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run("backup", tmp_path / "whole")
    whole = (tmp_path / "whole").read_bytes()
    _change(held)
    for length in (0, 100, 700, len(whole) // 2):
        (tmp_path / "part").write_bytes(whole[:length])
        assert _run("restore", tmp_path / "part") == 1
    assert _words(held) == ["ändrat", None]


def test_a_file_whose_rows_are_not_those_it_counted_changes_nothing(
    held: Keeper, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run("backup", tmp_path / "whole")
    _rewrite_manifest(tmp_path / "whole", tmp_path / "forged")
    _change(held)
    assert _run("restore", tmp_path / "forged") == 1
    assert "public.noted: 3 rows" in capsys.readouterr().out
    assert _words(held) == ["ändrat", None]


@pytest.mark.slow
def test_a_database_in_use_is_not_replaced(held: Keeper, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run("backup", tmp_path / "whole")
    _change(held)
    with held.connect(held.database):
        assert _run("restore", tmp_path / "whole") == 1
    assert "Stop the site first" in capsys.readouterr().err
    assert _words(held) == ["ändrat", None]


def test_no_scratch_database_is_left(held: Keeper, tmp_path: Path) -> None:
    _run("backup", tmp_path / "whole")
    with held.connect("postgres") as connection:
        own = [f"scratch_{os.getpid()}"]  # another worker may be in the middle of a backup of its own
        assert connection.execute("SELECT datname FROM pg_database WHERE datname = ANY(%s)", [own]).fetchall() == []


def test_a_file_of_a_later_form_is_refused_by_name(held: Keeper, tmp_path: Path) -> None:
    _run("backup", tmp_path / "whole")
    _rewrite_manifest(tmp_path / "whole", tmp_path / "later", form=99)
    with pytest.raises(ArchiveTrouble, match="form 99"):
        read_archive(tmp_path / "later", tmp_path / "dump")


def test_one_changed_letter_changes_the_checksum_and_the_order_of_rows_does_not(held: Keeper) -> None:
    with held.connect(held.database) as connection:
        before = contents_of(connection)
        connection.execute("UPDATE noted SET word = word")  # rewrites the rows elsewhere on disk
        assert contents_of(connection) == before
        connection.execute("UPDATE noted SET word = 'etT' WHERE id = 1")
        assert differences(before, contents_of(connection))


def _unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """By hand: extractall's safe filter is younger than the Python of Debian 12."""
    folder.mkdir()
    for member in tar.getmembers():
        content = tar.extractfile(member)
        assert content is not None
        (folder / member.name).write_bytes(content.read())


def _rewrite_manifest(source: Path, target: Path, form: int = 1) -> None:
    folder = target.parent / f"{target.name}.d"
    with tarfile.open(source) as tar:
        _unpack(tar, folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["form"] = form
    manifest["contents"]["public.noted"][0] = 3
    (folder / "manifest.json").write_text(json.dumps(manifest))
    with tarfile.open(target, "w") as tar:
        for name in ("manifest.json", "database.dump"):
            tar.add(folder / name, name)
    shutil.rmtree(folder)
