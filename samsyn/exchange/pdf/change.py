"""A change of an agreement as a document: what stands and what will stand, what follows, and where each party signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag, check_words
from samsyn.exchange.pdf.typesetting import typeset


@dataclass(frozen=True)
class Line:
    """One thing that a term says: what stands today and what will stand. A new or lost term has only one of them."""

    label: str
    stands: str
    will_stand: str


@dataclass(frozen=True)
class TermChange:
    """`what`: changed, added or removed. `says` is the term in a sentence, as it will be (as it was, if removed)."""

    what: str
    tag: Tag
    title: str
    says: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Follows:
    """What it leads to: the days and sums of one kind of duty, without the change and with it."""

    what: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """Where one party signs. `kind`: public or civil. `function` is who may sign for it, where the text says."""

    party: str
    kind: str
    function: str


@dataclass(frozen=True)
class Gathered:
    """What a party has done so far: approved, signed, refused. `who` with function, `where` and `when` as written."""

    party: str
    says: str
    who: str
    when: str


@dataclass(frozen=True)
class ChangeDocument:
    """All of it, in the language of the document. `words` are the words that the layout itself needs.

    `original` says which copy this is and for whom. `lead` is what the party that drew it up says, in a sentence; `why`
    its reason. `demands` are the sentences that say which form the clause wants. `blocks` is empty where nobody signs
    on the paper. `seal` is the SHA-256 (hex) of the text that the parties answer to, or empty for a draft.
    """

    language: str
    kind: str
    title: str
    agreement: str
    original: str
    made: str
    standing: str
    notices: tuple[Notice, ...]
    parties: tuple[Party, ...]
    facts: tuple[Fact, ...]
    lead: tuple[str, ...]
    why: tuple[str, ...]
    terms: tuple[TermChange, ...]
    follows: tuple[Follows, ...]
    demands: tuple[str, ...]
    blocks: tuple[Block, ...]
    gathered: tuple[Gathered, ...]
    seal: str
    words: Mapping[str, str]


WORDS = (
    "why", "terms", "terms_none", "what", "stands", "will_stand", "added", "removed", "follows", "follows_none",
    "without", "with", "form", "signatures", "place_and_day", "signature", "name", "function", "gathered", "party",
    "says", "who", "when", "seal", "page", "of",
)  # fmt: skip
"""Keys that `words` must have."""


def change_pdf(document: ChangeDocument, day: date) -> bytes:
    """PDF/A-2a and PDF/UA-1. `day` is the date that the document bears. Raises KeyError for a missing word."""
    check_words(document.words, WORDS)
    return typeset("change", document, day)
