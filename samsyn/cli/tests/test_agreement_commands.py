"""check and new: what a person who writes an agreement meets first."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

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


@pytest.fixture
def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    main(["new", str(tmp_path / "kaffe")])
    capsys.readouterr()
    return str(tmp_path / "kaffe")


def test_the_calendar_holds_the_duties_between_two_days_and_no_others(
    begun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calendar", begun, "--from", "2028-01-01", "--to", "2028-03-31", "--format", "json"]) == 0
    found = [one for one in json.loads(capsys.readouterr().out) if one["due"]]
    assert [(one["term"], one["due"]) for one in found if one["kind"] == "annual_report"] == [
        ("verksamhetsberattelse", "2028-03-31")
    ]
    assert {one["due"][:4] for one in found} == {"2028"}
    assert all(one["clause"] and one["reason"] for one in found)


def test_without_days_the_calendar_holds_the_whole_life(begun: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["calendar", begun, "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    paid = sum(one["amount_ore"] for one in found if one["kind"] == "payment")
    assert paid == 2 * 500_000_00


def test_the_table_names_party_amount_and_clause_on_one_line(begun: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["calendar", begun, "--from", "2027-01-01", "--to", "2027-12-31"])
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["when", "kind", "who", "to", "what", "amount", "clause"]
    assert any("Föreningen Exempel" in line and "125\xa0000" in line and line.endswith("§ 4") for line in lines)


def test_the_calendar_can_be_read_by_a_calendar_program(begun: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["calendar", begun, "--to", "2027-12-31", "--format", "ics"])
    events = Calendar.from_ical(capsys.readouterr().out).walk("VEVENT")
    assert events
    assert all(event.decoded("dtstart").year == 2027 for event in events)


def test_days_in_the_wrong_order_are_pointed_out(begun: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", begun, "--from", "2027-02-01", "--to", "2027-01-01"]) == 1
    assert "--to 2027-01-01 is before --from 2027-02-01" in capsys.readouterr().err
