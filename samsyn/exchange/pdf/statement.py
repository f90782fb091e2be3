"""How money was used, as a document: what was received, what it cost, the party's own words, who signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag, check_words
from samsyn.exchange.pdf.typesetting import typeset


@dataclass(frozen=True)
class Received:
    """One sum that came in. Amounts are written out: «250 000 kr»."""

    when: str
    what: str
    amount: str


@dataclass(frozen=True)
class Cost:
    """A cost line. `budget` is empty where the agreement gives none; `behind` says what shows the sum."""

    name: str
    budget: str
    amount: str
    behind: str


@dataclass(frozen=True)
class Own:
    """What the party put in besides money. `value` is empty where nobody has reckoned it."""

    what: str
    quantity: str
    value: str


@dataclass(frozen=True)
class Words:
    question: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class StatementDocument:
    """All of it, in the language of the document. `words` are the words that the layout itself needs.

    `says` is the sentence that introduces the figures; `left` the one after them. `signed` is who signed for the party
    and when, or empty for a draft; `seal` the SHA-256 (hex) of what was signed.
    """

    language: str
    title: str
    tag: Tag
    partnership: str
    made: str
    notices: tuple[Notice, ...]
    parties: tuple[Party, ...]
    facts: tuple[Fact, ...]
    says: str
    received: tuple[Received, ...]
    received_sum: str
    costs: tuple[Cost, ...]
    cost_sum: str
    left: str
    own: tuple[Own, ...]
    answers: tuple[Words, ...]
    signed: str
    seal: str
    words: Mapping[str, str]


WORDS = (
    "kind", "received", "received_none", "when", "what", "amount", "costs", "costs_none", "line", "budget", "behind",
    "sum", "own", "quantity", "value", "answers", "signature", "seal", "page", "of",
)  # fmt: skip
"""Keys that `words` must have."""


def statement_pdf(document: StatementDocument, day: date) -> bytes:
    """PDF/A-2a and PDF/UA-1. `day` is the date that the document bears. Raises KeyError for a missing word."""
    check_words(document.words, WORDS)
    return typeset("statement", document, day)
