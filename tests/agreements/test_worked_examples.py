"""What people have counted by hand from each agreement is what the rules say."""

from __future__ import annotations

from pathlib import Path

import pytest

from samsyn.rules.examples import check_examples
from samsyn.rules.obligations.fitting import unfitting
from samsyn.rules.reading import BrokenAgreement, read_agreement, read_files
from samsyn.rules.reading.skeleton import skeleton

FOLDER = Path(__file__).parents[2] / "agreements"
FOLDERS = sorted(path.parent for path in FOLDER.glob("*/agreement.toml"))
LEAST = 12
"""Worked examples that every agreement has at the least."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_was_counted_by_hand_from_the_text_is_what_the_rules_say(folder: Path) -> None:
    outcomes = check_examples(read_agreement(folder))
    wrong = [f"{folder.name}/expected.toml: {outcome}" for outcome in outcomes if not outcome.ok]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_agreement_has_its_worked_examples(folder: Path) -> None:
    counted = len(check_examples(read_agreement(folder)))
    assert counted >= LEAST, f"{folder.name} has {counted} worked examples; write at least {LEAST} in expected.toml"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_duty_has_a_when_that_is_usual_for_its_kind(folder: Path) -> None:
    assert [f"[duty.{duty.id}] {what}" for duty, what in unfitting(read_agreement(folder).agreement)] == []


def test_an_example_that_is_wrong_is_told_with_what_was_expected_and_what_came_out() -> None:
    wrong = b"""
        [[example]]
        clause = "3"
        says = "Uppsagd 15 mars"
        ask = "last_day_if_notice_is_given"
        given = { on = 2027-03-15 }
        expect = 2027-12-15
    """
    (outcome,) = check_examples(read_files({"agreement.toml": skeleton("exempel").encode(), "expected.toml": wrong}))
    assert not outcome.ok
    assert str(outcome) == "§ 3 Uppsagd 15 mars — expected 2027-12-15, got 2027-09-15"


def test_an_example_that_lacks_what_it_asks_about_says_so() -> None:
    lacking = b"""
        [[example]]
        clause = "3"
        says = "Utan id"
        ask = "due"
        given = { trem = "styrgrupp" }
        expect = []
    """
    files = {"agreement.toml": skeleton("exempel").encode(), "expected.toml": lacking}
    with pytest.raises(BrokenAgreement) as caught:
        check_examples(read_files(files))
    assert [(each.line, each.clause, each.what) for each in caught.value.problems] == [
        (6, "3", "example 1: «due» is not given «trem»"),
        (6, "3", "example 1: «given» lacks «term»"),
    ]


def test_examples_that_are_no_toml_say_which_line() -> None:
    files = {"agreement.toml": skeleton("exempel").encode(), "expected.toml": b"[[example]]\nsays = = 3\n"}
    with pytest.raises(BrokenAgreement, match=r"expected\.toml, line 2: this is not TOML"):
        check_examples(read_files(files))
