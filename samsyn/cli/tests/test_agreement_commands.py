"""check and new: what a person who writes an agreement meets first."""

from pathlib import Path

import pytest

from samsyn.cli import main


def test_what_new_begins_has_nothing_to_correct(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "en-ort-kaffe")]) == 0
    assert main(["check", str(tmp_path / "en-ort-kaffe")]) == 0
    assert "en-ort-kaffe: nothing to correct" in capsys.readouterr().out


def test_new_does_not_write_over_an_agreement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", str(tmp_path / "kaffe")])
    (tmp_path / "kaffe" / "agreement.toml").write_text("mitt eget")
    assert main(["new", str(tmp_path / "kaffe")]) == 1
    assert "already has agreement.toml" in capsys.readouterr().err
    assert (tmp_path / "kaffe" / "agreement.toml").read_text() == "mitt eget"


def test_check_goes_on_to_the_next_folder_and_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("broken", "whole"):
        main(["new", str(tmp_path / name)])
    file = tmp_path / "broken" / "agreement.toml"
    file.write_text(file.read_text().replace('basis = "fixed"', 'basis = "fixd"\nsurprise = 1'))
    capsys.readouterr()
    assert main(["check", str(tmp_path / "broken"), str(tmp_path / "whole")]) == 1
    said = capsys.readouterr().out
    line = file.read_text().splitlines().index("surprise = 1") + 1
    assert f"broken/agreement.toml, line {line}" in said
    assert f"broken/agreement.toml, line {line - 1}" in said
    assert "whole: nothing to correct" in said


def test_check_of_a_folder_that_is_not_there_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().out
