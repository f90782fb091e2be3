"""A question with its words, apart from any table: its digest, and in which languages it can be asked."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samsyn.web.surveys.models import Question, QuestionText

Said = tuple[str, str]
"""(audience, language)"""


@dataclass(frozen=True, slots=True)
class Words:
    """`options`: key of the option → its words."""

    text: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. It is asked of those audiences for which it has words in the main language."""

    key: str
    type: str
    words: Mapping[Said, Words]
    several: bool = False
    options: tuple[str, ...] = ()
    pictogram: str = ""

    def digest(self, audience: str, main: str) -> str:
        """SHA-256 of what is asked and of what can be answered; '' where this audience is not asked."""
        said = self.words.get((audience, main))
        if said is None:
            return ""
        told = [self.type, self.several, _plain(said.text), [[key, _plain(said.options[key])] for key in self.options]]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    def is_whole(self, audience: str, language: str) -> bool:
        said = self.words.get((audience, language))
        return said is not None and bool(said.text) and all(said.options.get(key) for key in self.options)

    def only(self, languages: Iterable[str], audiences: Iterable[str]) -> Asked:
        wanted = {(audience, language) for audience in audiences for language in languages}
        return replace(self, words={said: words for said, words in self.words.items() if said in wanted})


def missing(asked: Sequence[Asked], audience: str, language: str, main: str) -> int:
    """How many of the questions that are asked of the audience lack words in the language."""
    of_them = [each for each in asked if (audience, main) in each.words]
    return sum(not each.is_whole(audience, language) for each in of_them)


def is_asked(asked: Sequence[Asked], audience: str, main: str) -> bool:
    return any((audience, main) in each.words for each in asked)


def ready(asked: Sequence[Asked], audience: str, languages: Iterable[str], main: str) -> list[str]:
    """The languages in which everything that the audience is asked has its words."""
    if not is_asked(asked, audience, main):
        return []
    return [each for each in languages if not missing(asked, audience, each, main)]


def asked_of(question: Question, texts: Iterable[QuestionText]) -> Asked:
    words = {(each.audience, each.language): Words(each.text, each.options) for each in texts}
    return Asked(question.key, question.type, words, question.several, tuple(question.options), question.pictogram)


def _plain(text: str) -> str:
    """How it is written, but not how it is spaced or composed."""
    return " ".join(unicodedata.normalize("NFC", text).split())
