"""Under every clause of a signed text stand the terms that say it, or a sentence why there is nothing to compute."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from samsyn.rules.reading import Clause, read_agreement
from tests.agreements.signed_texts import FOLDER_OF, ROOT, signed_text

FOLDERS = sorted(path.parent for path in (ROOT / "agreements").glob("*/agreement.toml"))

LISTS = [
    ("001", "4.3", r"^ ?\d\. ", r"punkt \d$"),
    ("003", "4", r"^- ", r" p\. \d$"),
    ("004", "Beslut", r"^ ?\d\. ", r"^Beslut \d$"),
]
"""Lists whose points are decided or owed one by one: text, section, how a point begins, how its label ends."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_clause_is_left_unanswered(folder: Path) -> None:
    clauses = read_agreement(folder).clauses
    assert clauses, "there is no clauses.md, or it has no headings"
    unanswered = [clause.label for clause in clauses if not _answered(clause, clauses)]
    assert unanswered == []


@pytest.mark.shared
@pytest.mark.parametrize("prefix", FOLDER_OF)
def test_every_heading_of_the_signed_text_is_a_clause_of_ours(prefix: str) -> None:
    signed = signed_text(prefix)
    with_text = [section for section in signed.sections if section.label and section.text.strip()]
    assert len(with_text) >= 9, "the headings are not found: has the text another form?"
    missing = [
        f"{signed.folder.name}/clauses.md: write «## {section.label} · {section.heading}»"
        for section in with_text
        if not signed.answers(section.label)
    ]
    assert missing == []


@pytest.mark.shared
@pytest.mark.parametrize(("prefix", "label", "point", "ours"), LISTS)
def test_every_point_of_a_list_has_a_clause_of_its_own(prefix: str, label: str, point: str, ours: str) -> None:
    signed = signed_text(prefix)
    section = next(section for section in signed.sections if section.label == label)
    points = re.findall(point, section.text, re.MULTILINE)
    answers = [clause.label for clause in signed.answers(label) if re.search(ours, clause.label)]
    assert points
    assert len(answers) == len(points), answers


@pytest.mark.shared
def test_every_annex_that_a_text_lists_and_we_do_not_have_is_named_as_missing() -> None:
    signed = signed_text("004")
    listed = re.findall(r"^\d\.\d (Bilaga .+?) *$", signed.sections[-1].text, re.MULTILINE)
    missing = " ".join(signed.dossier.agreement.source.missing)
    assert len(listed) == 5
    assert [annex for annex in listed if annex not in missing] == []


def _answered(clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    """A heading over paragraphs is answered by them."""
    return clause.answered or any(other.label.startswith(clause.label + " ") for other in clauses)
