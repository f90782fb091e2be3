"""Each broken file gives its own message, at its own line, under its clause; and all messages come at once."""

from __future__ import annotations

import pytest

from samsyn.rules.examples import check_examples
from samsyn.rules.reading import BrokenAgreement, Problem, read_files
from samsyn.rules.reading.skeleton import CLAUSES, skeleton
from tests.agreements.broken import (
    ANSWERS,
    CHANGES,
    EXAMPLES,
    FILES,
    Broken,
    BrokenAnswers,
    BrokenChange,
    BrokenExample,
)

GOOD = skeleton("exempel").replace(
    "last = 2028-12-31                      # till och med",
    "last = 2028-12-31                      # till och med\nlapses = true",
)


def _bytes(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def _problems(files: dict[str, str]) -> list[Problem]:
    with pytest.raises(BrokenAgreement) as caught:
        read_files(_bytes(files), "exempel/")
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


def test_two_amendments_of_one_day_that_differ_are_told_apart() -> None:
    one = CHANGES[1].text.replace("months = 6", "months = 9")
    other = one.replace("tillagg-1", "tillagg-2").replace("months = 9", "months = 12")
    (told,) = _problems({"agreement.toml": GOOD, "amendments/a.toml": one, "amendments/b.toml": other})
    assert (told.file, told.line, told.clause) == ("exempel/amendments/b.toml", _line(other, "months = 12"), "3")
    assert told.what == "«tillagg-1», of the same day, says something else of months in [notice.uppsagning]"
    later = other.replace("by = [", "first = 2028-01-01\nby = [")
    assert read_files(_bytes({"agreement.toml": GOOD, "amendments/a.toml": one, "amendments/b.toml": later}))


def test_the_sum_for_the_years_of_an_extension_can_be_written_whichever_file_comes_first() -> None:
    rows = ", ".join(
        f"{{ first = {year}-01-01, last = {year}-12-31, amount = 500_000 }}" for year in (2027, 2028, 2029)
    )
    head = CHANGES[0].text
    sums = f"{head}[set.funding.bidrag]\namounts = [{rows}]\n"
    longer = head.replace("tillagg-1", "langre").replace("amendment", "extension") + "last = 2029-12-31\n"
    for first, second in ((sums, longer), (longer, sums)):
        assert read_files(_bytes({"agreement.toml": GOOD, "amendments/1.toml": first, "amendments/2.toml": second}))
    told = _problems({"agreement.toml": GOOD, "amendments/1.toml": sums})
    assert "an amount lies outside 2027-01-01–2028-12-31" in told[0].what


def test_an_extension_beyond_the_latest_end_or_more_times_than_the_text_lets_it_is_told() -> None:
    head = CHANGES[0].text.replace("amendment", "extension")
    ends = GOOD.replace("months = 12\n", "months = 12\nlatest_end = 2029-06-30\n")
    (told,) = _problems({"agreement.toml": ends, "amendments/1.toml": head + "last = 2029-12-31\n"})
    assert told.what == "2029-12-31 is after the latest end 2029-06-30"
    once = GOOD.replace("months = 12\n", "months = 12\ntimes = 1\n")
    again = head.replace("tillagg-1", "igen").replace("2027-06-01", "2028-06-01") + "last = 2030-12-31\n"
    (told,) = _problems(
        {"agreement.toml": once, "amendments/1.toml": head + "last = 2029-12-31\n", "amendments/2.toml": again}
    )
    assert told.what.startswith("the text lets the agreement be extended 1 times")


def test_an_amendment_takes_the_form_that_the_text_demands() -> None:
    """Where the text names a mandate, or nothing, it is enough to write who did it."""
    demanded = '[change.andring]\nclause = "3"\nsays = "Alla undertecknar."\nform = "written_signed_by_all"\n'
    alone = CHANGES[1].text.replace("months = 6", "months = 9").replace('"namnden", ', "")
    assert read_files(_bytes({"agreement.toml": GOOD, "amendments/1.toml": alone}))
    (told,) = _problems({"agreement.toml": GOOD + demanded, "amendments/1.toml": alone})
    assert (told.line, told.do) == (
        _line(alone, "by = ["),
        'Write by = ["foreningen", "namnden"], or wait with the file until they have',
    )
    by_mandate = demanded.replace("written_signed_by_all", "mandate")
    assert read_files(_bytes({"agreement.toml": GOOD + by_mandate, "amendments/1.toml": alone}))


@pytest.mark.parametrize("broken", ANSWERS, ids=lambda broken: broken.title)
def test_a_broken_answer_says_what_where_and_what_to_do(broken: BrokenAnswers) -> None:
    assert broken.old in CLAUSES
    text = CLAUSES.replace(broken.old, broken.new, 1)

    found = _problems({"agreement.toml": GOOD, "clauses.md": text})

    told = [problem for problem in found if broken.says in str(problem)]
    assert told, "\n".join(map(str, found))
    assert (told[0].file, told[0].line) == ("exempel/clauses.md", _line(text, broken.at))
    assert told[0].clause


def test_a_file_of_answers_that_answers_nothing_says_so() -> None:
    (told,) = _problems({"agreement.toml": GOOD, "clauses.md": "hej"})
    assert str(told).startswith("exempel/clauses.md: the file answers no clause. Write a heading for each clause")


@pytest.mark.parametrize("broken", EXAMPLES, ids=lambda broken: broken.title)
def test_a_broken_example_says_what_where_and_what_to_do(broken: BrokenExample) -> None:
    dossier = read_files(_bytes({"agreement.toml": GOOD, "clauses.md": CLAUSES, "expected.toml": broken.text}))
    with pytest.raises(BrokenAgreement) as caught:
        check_examples(dossier, "exempel/")
    told = [problem for problem in caught.value.problems if broken.says in str(problem)]
    assert told, str(caught.value)
    assert (told[0].file, told[0].line) == ("exempel/expected.toml", _line(broken.text, broken.at))


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
