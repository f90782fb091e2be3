"""The minutes of a meeting as a document: who came, what was said, what was decided, who does what by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag, check_words
from samsyn.exchange.pdf.typesetting import typeset


@dataclass(frozen=True)
class Present:
    """One seat or guest. `came` in words: «närvarande», «frånvarande», «gäst». `note`: the task."""

    name: str
    function: str
    came: str
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Those whom one organisation sent. `kind`: public or civil, or empty for who is no party."""

    organisation: str
    kind: str
    people: tuple[Present, ...]


@dataclass(frozen=True)
class Decided:
    """A decision. `kind` in words: «bekräftar en tolkning». `more`: what it means for the agreement, or nothing."""

    number: str
    kind: str
    says: tuple[str, ...]
    more: str = ""


@dataclass(frozen=True)
class Item:
    """An item of the agenda. `background` was written before the meeting, `noted` and `decisions` at it."""

    number: str
    title: str
    tag: Tag
    background: tuple[str, ...]
    noted: tuple[str, ...]
    decisions: tuple[Decided, ...]


@dataclass(frozen=True)
class Action:
    """Who does what by when. `outcome` is how it went, for those from before."""

    what: str
    who: str
    when: str
    outcome: str = ""


@dataclass(frozen=True)
class Approval:
    """A party's word on the minutes. `who` and `when` are empty as long as it is awaited; `says` tells which it is."""

    party: str
    says: str
    who: str
    when: str


@dataclass(frozen=True)
class MinutesDocument:
    """All of it, in the language of the document. `words` are the words that the layout itself needs.

    `meeting` are the lines on when and where, who called; `standing` says whether it is approved, and by whom it is
    awaited. `seal` is the SHA-256 (hex) of the text that is approved, or empty for a draft.
    """

    language: str
    title: str
    body: str
    tag: Tag
    partnership: str
    made: str
    standing: str
    notices: tuple[Notice, ...]
    parties: tuple[Party, ...]
    meeting: tuple[Fact, ...]
    attendance: tuple[Group, ...]
    items: tuple[Item, ...]
    actions: tuple[Action, ...]
    earlier: tuple[Action, ...]
    approvals: tuple[Approval, ...]
    seal: str
    words: Mapping[str, str]


WORDS = (
    "kind", "attendance", "name", "function", "came", "items", "decision", "actions", "actions_none", "earlier", "what",
    "who", "when", "outcome", "approval", "party", "answer", "day", "seal", "page", "of",
)  # fmt: skip
"""Keys that `words` must have."""


def minutes_pdf(document: MinutesDocument, day: date) -> bytes:
    """PDF/A-2a and PDF/UA-1. `day` is the date that the document bears. Raises KeyError for a missing word."""
    check_words(document.words, WORDS)
    return typeset("minutes", document, day)
