"""Each broken file gives its own message, at its own line, under its clause; and all messages come at once."""

from __future__ import annotations

import pytest

from samsyn.rules.reading import BrokenAgreement, Problem, read_files
from samsyn.rules.reading.skeleton import CLAUSES, skeleton
from tests.agreements.broken import CHANGES, FILES, Broken, BrokenChange

GOOD = skeleton("exempel").replace(
    "last = 2028-12-31                      # till och med",
    "last = 2028-12-31                      # till och med\nlapses = true",
)


def _problems(files: dict[str, str]) -> list[Problem]:
    with pytest.raises(BrokenAgreement) as caught:
        read_files({name: text.encode() for name, text in files.items()}, "exempel/")
    return caught.value.problems


def _line(text: str, piece: str) -> int:
    """The only line that holds the piece; where the piece stands on several, the last of them."""
    return max(number for number, line in enumerate(text.splitlines(), 1) if piece in line) if piece else 0


def test_the_file_that_is_broken_below_is_good() -> None:
    assert read_files({"agreement.toml": GOOD.encode(), "clauses.md": CLAUSES.encode()}).id == "exempel"


@pytest.mark.parametrize("broken", FILES, ids=lambda broken: broken.title)
def test_a_broken_file_says_what_where_which_clause_and_what_to_do(broken: Broken) -> None:
    assert broken.old in GOOD, "the case no longer fits the skeleton: write another piece to replace"
    text = GOOD.replace(broken.old, broken.new, 1)

    found = _problems({"agreement.toml": text, "clauses.md": CLAUSES})

    told = [problem for problem in found if broken.says in str(problem)]
    assert told, "\n".join(map(str, found))
    assert told[0].clause == broken.clause
    assert told[0].line == _line(text, broken.at) or not broken.at
    assert told[0].do


@pytest.mark.parametrize("broken", CHANGES, ids=lambda broken: broken.title)
def test_a_broken_change_says_what_where_and_what_to_do(broken: BrokenChange) -> None:
    found = _problems({"agreement.toml": GOOD, "amendments/2027.toml": broken.text})

    told = [problem for problem in found if broken.says in str(problem)]
    assert told, "\n".join(map(str, found))
    assert (told[0].file, told[0].line) == ("exempel/amendments/2027.toml", _line(broken.text, broken.at))


def test_all_errors_of_all_files_are_reported_at_once() -> None:
    text = GOOD.replace("months = 6", 'months = "6"').replace('kind = "civil"', 'kind = "civl"')
    change = CHANGES[4].text.replace("clause", "claus")

    found = _problems({"agreement.toml": text, "amendments/2027.toml": change})

    assert {problem.file for problem in found} == {"exempel/agreement.toml", "exempel/amendments/2027.toml"}
    assert len(found) >= 4


@pytest.mark.parametrize("file", ["agreement.toml", "clauses.md", "amendments/2027.toml"])
def test_a_file_that_is_not_utf8_says_so(file: str) -> None:
    with pytest.raises(BrokenAgreement, match=rf"{file}.*: the file is not UTF-8\. Save it as UTF-8"):
        read_files({"agreement.toml": GOOD.encode(), file: b'# hej\nname = "\xe5"'})


def test_line_ends_and_marks_that_an_editor_leaves_are_no_errors() -> None:
    """Windows, old Macintosh, and a byte order mark first in the file."""
    for ends in ("\r\n", "\r"):
        assert read_files({"agreement.toml": GOOD.replace("\n", ends).encode(), "clauses.md": CLAUSES.encode()})
    assert read_files({"agreement.toml": ("\ufeff" + GOOD).encode(), "clauses.md": ("\ufeff" + CLAUSES).encode()})


def test_an_empty_file_says_so() -> None:
    with pytest.raises(BrokenAgreement, match=r"agreement\.toml: the file is empty"):
        read_files({"agreement.toml": b" \n"})


def test_a_folder_without_an_agreement_says_how_to_start_one() -> None:
    with pytest.raises(BrokenAgreement, match=r"there is no such file\. Start one with «samsyn new»"):
        read_files({})


def test_a_term_that_cannot_be_read_does_not_hide_what_is_wrong_in_the_others() -> None:
    text = GOOD.replace("months = 6", 'months = "6"').replace('convenor = "foreningen"', 'convenor = "foreningar"')
    text = text.replace('due = "03-31", due_year = "following"', 'on = "request"')

    found = _problems({"agreement.toml": text})

    told = "\n".join(str(problem) for problem in found)
    assert "«months» = «6» is not a whole number" in told
    assert "«convenor» names «foreningar»" in told
    assert "when has every and on of every" in told


def test_what_refers_to_a_term_that_cannot_be_read_is_not_called_missing() -> None:
    text = GOOD.replace('basis = "fixed"', 'basis = "fast"')

    found = _problems({"agreement.toml": text})

    assert [problem.line for problem in found] == [_line(text, 'basis = "fast"')]
