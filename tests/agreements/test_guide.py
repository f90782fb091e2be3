"""agreements/README.md is enough to write an agreement with: it names every key, and what it shows is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from samsyn.rules.examples import check_examples
from samsyn.rules.reading import BrokenAgreement, Dossier, read_agreement, read_files
from samsyn.rules.terms import FAMILIES, Agreement, Alternative, Assumption, Happening, Term

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "agreements" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", GUIDE, re.M | re.S)
SMALLEST = next(text for kind, text in BLOCKS if kind == "toml")
AMENDMENT = next(text for kind, text in BLOCKS if text.startswith("[change]"))
CLAUSES = next(text for kind, text in BLOCKS if kind == "markdown")
EXAMPLES = next(text for kind, text in BLOCKS if text.startswith("[[example]]"))

MISTAKES = (
    ('kind = "civil"', 'kind = "ideell"'),
    ("last = 2027-12-31", 'last = "2027-12-31"'),
    ('by = ["kaffeforeningen"]', 'by = "kaffeforeningen"'),
    ('by = ["kaffeforeningen"]', 'by = ["kafeforeningen"]'),
    ('kind = "annual_report"', 'kind = "annual_report"\nfrequency = "year"'),
    ('clause = "3"\n', ""),
    ("[party.kaffeforeningen]", "[party.kaffeföreningen]"),
    ("[duty.berattelse]", "[duty.kulturnamnden]"),
    ('legal_name = "Ortens kommun"', 'org_nr = "212000-1158"'),
    ('when = { every = "year", due = "03-31", due_year = "following" }', 'when = { every = "year", on = "request" }'),
    ('when = { every = "year", due = "03-31", due_year = "following" }', 'when = { every = "year",\n  due = "03-31" }'),
    ("last = 2027-12-31", "last = 2026-12-31"),
)
"""What is done to the smallest file. The message must stand in the guide's last table."""


COMMON = {field.name for field in fields(Term)}


def _dataclasses(kind: Any) -> Iterator[Any]:
    """Every dataclass that can stand in a table, from the top down; assumptions have a chapter of their own."""
    for inner in get_args(kind):
        yield from _dataclasses(inner)
    if isinstance(kind, type) and hasattr(kind, "__pydantic_fields__") and kind is not Assumption:
        yield kind
        for hint in get_type_hints(kind, include_extras=True).values():
            yield from _dataclasses(hint)


def _words(kind: Any) -> Iterator[str]:
    """The words that a key lets one choose from."""
    if get_origin(kind) is Literal:
        yield from (word for word in get_args(kind) if isinstance(word, str))
    for inner in get_args(kind):
        yield from _words(inner)


def _unexplained(kind: Any, chapter: str, known: set[str]) -> list[str]:
    """Keys of a table, and words that can be chosen in it, that its chapter does not name."""
    missing = []
    for table in _dataclasses(kind):
        hints = get_type_hints(table, include_extras=True)
        for field in fields(table):
            if field.name not in known and not re.search(rf"`{field.name}`|\b{field.name} = ", chapter):
                missing.append(field.name)
            words = () if field.name in known else _words(hints[field.name])
            missing += [f"{field.name} = {word}" for word in words if not re.search(rf"[\"`]{word}[\"`]", chapter)]
    return missing


def _chapter(heading: str) -> str:
    """The text under a heading, to the next one of the same depth."""
    found = re.search(rf"^(##+) {heading}.*?(?=^\1 |^## |\Z)", GUIDE, re.M | re.S)
    assert found, f"agreements/README.md has no chapter «{heading}»"
    return found[0]


@pytest.mark.parametrize("family", ["agreement", *FAMILIES])
def test_the_chapter_on_a_family_names_its_keys_and_the_words_to_choose_from(family: str) -> None:
    kind = get_type_hints(Agreement, include_extras=True)[family]
    known = {"id"} if family == "agreement" else COMMON
    missing = _unexplained(kind, _chapter(rf"4\.\d+ .*`\[{family}[.\]]"), known)
    assert missing == [], f"explain these in agreements/README.md, in the chapter on [{family}]"


def test_the_chapters_on_what_is_common_name_every_key() -> None:
    assert _unexplained(Term, _chapter(r"2\. "), {"id"}) == []
    assert _unexplained(Alternative, _chapter(r"5\. "), set()) == []
    assert [field.name for field in fields(Assumption) if f"`{field.name}`" not in _chapter(r"5\. ")] == []


def test_the_chapter_on_what_happens_after_signing_names_every_key_and_kind() -> None:
    assert _unexplained(Happening, _chapter(r"6\. "), {"id", "clause", "says"}) == []


def _as_shown() -> Dossier:
    files = {"agreement.toml": SMALLEST, "amendments/tillagg.toml": AMENDMENT, "expected.toml": EXAMPLES}
    return read_files({name: text.encode() for name, text in files.items()})


def test_the_smallest_file_its_amendment_and_its_worked_example_hold() -> None:
    dossier = _as_shown()
    assert [change.change.id for change in dossier.changes] == ["tillagg-1"]
    assert [outcome.ok for outcome in check_examples(dossier)] == [True]


def test_the_clauses_that_the_guide_shows_are_read_as_answers() -> None:
    answered = SMALLEST.replace('clause = "2"', 'clause = "2 st. 1"')
    with pytest.raises(BrokenAgreement) as caught:
        read_files({"agreement.toml": answered.encode(), "clauses.md": CLAUSES.encode()})
    assert all("no clause names" in each.what or "no heading here" in each.what for each in caught.value.problems)


@pytest.mark.parametrize(("old", "new"), MISTAKES)
def test_the_guide_shows_the_message_of_a_common_mistake(old: str, new: str) -> None:
    assert old in SMALLEST
    with pytest.raises(BrokenAgreement) as caught:
        read_files({"agreement.toml": SMALLEST.replace(old, new, 1).encode()})
    told = [f"{each.what}. {each.do}." for each in caught.value.problems]
    assert any(message in GUIDE for message in told), "the guide shows another message than:\n" + "\n".join(told)


def test_the_sixth_agreement_written_from_the_guide_holds_with_all_that_happened_to_it() -> None:
    dossier = read_agreement(ROOT / "tests" / "agreements" / "sixth")
    assert [str(outcome) for outcome in check_examples(dossier) if not outcome.ok] == []
    assert [change.change.kind for change in dossier.changes] == ["confirmation", "amendment", "notice", "withdrawal"]
