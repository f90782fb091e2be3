"""The agreement as a document: who, for how long, clause by clause, what is open to reading, and what falls due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.exchange.pdf.drawing import Drawing
from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag, check_words
from samsyn.exchange.pdf.typesetting import typeset

__all__ = [
    "WORDS", "AgreementDocument", "Clause", "Due", "Fact", "Notice", "Party", "Question", "Reading", "Tag", "Term",
    "agreement_pdf",
]  # fmt: skip


@dataclass(frozen=True)
class Term:
    title: str
    says: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Clause:
    """`depth` 2 for a clause, 3 for a paragraph of one. `remarks` are quiet lines after the text."""

    tag: Tag
    heading: str
    depth: int
    says: tuple[str, ...]
    remarks: tuple[str, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Reading:
    says: str
    gives: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    tag: Tag
    question: str
    chosen: str
    why: str
    others: tuple[Reading, ...]


@dataclass(frozen=True)
class Due:
    """A row of the table of what falls due."""

    when: str
    what: str
    who: str
    tag: Tag


@dataclass(frozen=True)
class AgreementDocument:
    """All of it, in the language of the document. `words` are the words that the layout itself needs.

    `line` is the agreement line.
    """

    language: str
    title: str
    name: str
    purpose: str
    made: str
    standing: str
    notices: tuple[Notice, ...]
    parties: tuple[Party, ...]
    line: Drawing
    clauses: tuple[Clause, ...]
    questions: tuple[Question, ...]
    due: tuple[Due, ...]
    words: Mapping[str, str]


WORDS = (
    "kind", "purpose", "parties", "contents", "clauses", "questions", "questions_lead", "reads", "or", "due",
    "due_lead", "when", "what", "who", "clause", "page", "of",
)  # fmt: skip
"""Keys that `words` must have."""


def agreement_pdf(document: AgreementDocument, day: date) -> bytes:
    """PDF/A-2a and PDF/UA-1. `day` is the date that the document bears. Raises KeyError for a missing word."""
    check_words(document.words, WORDS)
    return typeset("agreement", document, day)
