"""The ten-minute tutorial, done step by step: it must not promise what the commands no longer do."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsyn.cli import main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs/tutorial/ten-minutes.md").read_text(encoding="utf-8")


def _replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_moved_date_moves_a_duty_and_turns_a_worked_example_red(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mitt-kafe"
    agreement = folder / "agreement.toml"

    def said(*command: str, status: int = 0) -> str:
        assert main([command[0], str(folder), *command[1:]]) == status
        return capsys.readouterr().out

    said("new")
    assert "nothing to correct" in said("check")
    assert "2028-09-30" in said("calendar", "--from", "2028-01-01", "--to", "2028-12-31")

    _replaced(agreement, "last = 2028-12-31                      # till och med", "last = 2028-06-30")
    assert "an amount lies outside 2027-01-01–2028-06-30" in said("check", status=1)

    mended = "{ first = 2028-01-01, last = 2028-06-30, amount = 250_000 },"
    assert mended in TEXT
    _replaced(agreement, "{ first = 2028-01-01, last = 2028-12-31, amount = 500_000 },", mended)
    assert "expected 2028-09-30, got 2028-03-31" in said("check", status=1)

    _replaced(folder / "expected.toml", "expect = 2028-09-30", "expect = 2028-03-31")
    assert "nothing to correct" in said("check")


def test_notice_in_a_file_ends_the_calendar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mitt-kafe"
    main(["new", str(folder)])
    start = TEXT.index("    [change]")
    notice = "\n".join(line.strip() for line in TEXT[start : TEXT.index("Run the calendar", start)].splitlines())
    (folder / "amendments/2027-03-15-notice.toml").write_text(notice, encoding="utf-8")
    capsys.readouterr()

    assert main(["calendar", str(folder), "--from", "2027-01-01", "--to", "2027-12-31"]) == 0

    last = next(line for line in capsys.readouterr().out.splitlines() if "end_of_period" in line)
    assert last.startswith("2027-09-15")


def test_the_first_command_of_the_tutorial_shows_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    folder = ROOT / "agreements/helsingborg-hemlosas-hus"
    assert main(["calendar", str(folder), "--from", "2029-01-01", "--to", "2029-12-31"]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if "extension_deadline" in line)
    assert row.startswith("2029-03-31")
    assert "§ 1.7" in row
