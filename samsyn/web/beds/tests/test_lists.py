"""Tonight's list as a file: whole, for one pair of eyes, and gone in the morning."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.beds.jobs import write_the_lists
from samsyn.web.beds.lists import write_lists
from samsyn.web.beds.tests.laying import NOW, Laid, lay
from samsyn.web.beds.tests.test_tonight import MORNING, at, give


@pytest.fixture
def laid(cast: Cast) -> Laid:
    return lay(cast)


def test_each_site_has_a_list_that_only_its_owner_reads(laid: Laid, tmp_path: Path) -> None:
    give(laid, "Ana", laid.kajen)
    written = write_lists(tmp_path, now=NOW)
    assert len(written) == 3
    assert {stat.S_IMODE(each.stat().st_mode) for each in written} == {0o600}
    (kajen,) = [each for each in written if "kajen" in each.name]
    assert "Ana" in kajen.read_text()
    assert all("Ana" not in each.read_text() for each in written if each != kajen)
    assert sorted(tmp_path.iterdir()) == written, "nothing half written is left"


def test_written_again_it_is_as_it_stands_then(laid: Laid, tmp_path: Path) -> None:
    write_lists(tmp_path, now=NOW)
    give(laid, "Bo", laid.kajen)
    again = write_lists(tmp_path, now=NOW + timedelta(hours=1))
    assert len(again) == 3
    assert any("Bo" in each.read_text() and "20.30" in each.read_text() for each in again)


def test_in_the_morning_they_are_gone_and_other_files_are_left(laid: Laid, tmp_path: Path) -> None:
    other = tmp_path / "annat.txt"
    other.write_text("rör inte")
    write_lists(tmp_path, now=NOW)
    assert len(write_lists(tmp_path, now=MORNING)) == 3, "seven o'clock: the guests are still there"
    assert write_lists(tmp_path, now=MORNING + timedelta(hours=2)) == []
    assert list(tmp_path.iterdir()) == [other]


def test_without_a_folder_nothing_is_written(
    laid: Laid, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, NOW)
    monkeypatch.chdir(tmp_path)
    settings.SAMSYN_LIST_FOLDER = ""
    write_the_lists()
    assert list(tmp_path.iterdir()) == []
    settings.SAMSYN_LIST_FOLDER = str(tmp_path)
    write_the_lists()
    assert len(list(tmp_path.iterdir())) == 3
