"""What several kinds of documents have in common: a clause label, a notice to the reader, a party."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Tag:
    """A clause label, ready to print: «§ 1.6». An empty label prints nothing."""

    label: str
    assumed: bool = False


NO_TAG = Tag("")


@dataclass(frozen=True)
class Notice:
    """Something the reader must know before reading on: a proposal, invented parties, another day than today."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Party:
    """`kind`: public or civil. `lines` are the legal person, its number, the office, the case number."""

    kind: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    label: str
    lines: tuple[str, ...]


def check_words(words: Mapping[str, str], needed: Iterable[str]) -> None:
    """Raises KeyError for words that the layout needs and does not have."""
    missing = [word for word in needed if word not in words]
    if missing:
        raise KeyError(f"the document lacks the words {', '.join(missing)}")
